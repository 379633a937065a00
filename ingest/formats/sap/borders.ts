/** Where the borders of a line stand, counted in characters or, where those do not fit, in columns of a terminal. */
export type Borders = readonly number[];

const border = /[|│]/;
/** Letters two columns wide (Unicode Standard Annex 11: wide and fullwidth, their main blocks). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Marks that take no column of their own. */
const narrow = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufeff]/u;
const simple = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u0590\u2500-\u257f]*$/;

/** Tells whether a line is drawn like a row: it begins and ends with a border, and more than a rule stands between. */
export function isBordered(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > 2 && border.test(trimmed.charAt(0)) && border.test(trimmed.at(-1) ?? "") && !isRule(text);
}

/** Tells whether a line is a rule: dashes, with borders and corners between. */
export function isRule(text: string): boolean {
  return /^\s*[|+│├┌└┼]?[-=_─━]{3,}[-=_─━|+│┬┴┼├┤┌┐└┘]*\s*$/.test(text);
}

/** Tells whether a border stands anywhere in a line. */
export function hasBorder(text: string): boolean {
  return border.test(text);
}

/** Finds the borders of a header line, by characters and by columns of a terminal. */
export function findBorders(text: string): { readonly characters: Borders; readonly columns: Borders } {
  const letters = [...text.trimEnd()];
  const characters = letters.flatMap((letter, index) => (border.test(letter) ? [index] : []));
  const starts = placeLetters(letters);
  return { characters, columns: characters.map((index) => starts[index] ?? 0) };
}

/**
 * Cuts a line into cells at the borders. What stands between two borders is a cell, whatever it holds: a border sign in
 * it is text. Undefined where a border is not in its place, or the line goes on behind the last.
 */
export function cutCells(text: string, borders: ReturnType<typeof findBorders>): readonly string[] | undefined {
  const line = text.trimEnd();
  if (simple.test(line)) return cutAt(line, borders.characters);
  const letters = [...line];
  const byCharacter = cutLetters(letters, borders.characters);
  if (byCharacter !== undefined) return byCharacter;
  const starts = placeLetters(letters);
  const indexes = borders.columns.map((column) => starts.indexOf(column));
  return indexes.includes(-1) ? undefined : cutLetters(letters, indexes);
}

function cutAt(line: string, borders: Borders): readonly string[] | undefined {
  if (line.length - 1 !== borders.at(-1)) return undefined;
  if (borders.some((at) => !border.test(line.charAt(at)))) return undefined;
  return borders.slice(1).map((end, index) => line.slice((borders[index] ?? 0) + 1, end).trim());
}

function cutLetters(letters: readonly string[], borders: Borders): readonly string[] | undefined {
  if (letters.length - 1 !== borders.at(-1)) return undefined;
  if (borders.some((at) => !border.test(letters[at] ?? ""))) return undefined;
  return borders.slice(1).map((end, index) =>
    letters
      .slice((borders[index] ?? 0) + 1, end)
      .join("")
      .trim(),
  );
}

/** Gives the terminal column that each letter begins in. */
function placeLetters(letters: readonly string[]): readonly number[] {
  let column = 0;
  return letters.map((letter) => {
    const start = column;
    column += wide.test(letter) ? 2 : narrow.test(letter) ? 0 : 1;
    return start;
  });
}
