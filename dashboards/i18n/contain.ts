const isolates: ReadonlySet<string> = new Set(["\u2066", "\u2067", "\u2068"]);
const embeddings: ReadonlySet<string> = new Set(["\u202a", "\u202b", "\u202d", "\u202e"]);
const endOfIsolate = "\u2069";
const endOfEmbedding = "\u202c";

/** Says whether a text holds controls of direction, such as a right-to-left override. */
export function hasDirection(text: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069]/.test(text);
}

/**
 * Keeps what controls of direction do inside the text: those never ended are ended with it, and ends of what was begun
 * elsewhere are left out. A name can then reorder itself only, not what stands beside it.
 */
export function contain(text: string): string {
  if (!hasDirection(text)) return text;
  const ends: string[] = [];
  let kept = "";
  for (const sign of text) {
    if (isolates.has(sign)) ends.push(endOfIsolate);
    else if (embeddings.has(sign)) ends.push(endOfEmbedding);
    else if (sign === endOfIsolate || sign === endOfEmbedding) {
      if (ends.at(-1) !== sign) continue;
      ends.pop();
    }
    kept += sign;
  }
  return kept + ends.reverse().join("");
}
