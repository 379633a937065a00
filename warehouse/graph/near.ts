/** Finds up to three known names that are spelt much like a wrong one: the nearest first. */
export function nearNames(wrong: string, known: Iterable<string>): readonly string[] {
  const limit = Math.max(2, Math.floor(wrong.length / 4));
  return [...known]
    .map((name) => ({ name, distance: spellingDistance(wrong, name) }))
    .filter(({ name, distance }) => distance <= limit || lastPart(name) === lastPart(wrong))
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Counts single-letter edits between two words (Levenshtein). */
function spellingDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
