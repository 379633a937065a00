import { guessColumn } from "./guess.ts";

/** Words that databases and programs write where there is no value; as a name or a code none of them is known. */
const nullWord =
  /^(?:NULL|null|Null|--|---|\(null\)|\\N|#N\/A|#NULL!|NaN|nan|None|NONE|none|N\/A|n\/a|<NA>|н\/д|Н\/Д|нет данных|немає даних)$/;

/** Words that may be a name or a code elsewhere (Namibia is NA), and are no value amid numbers and days. */
const amidNumbers =
  /^(?:NA|N\.A\.?|nil|[-–—.?*]|\.\.\.|…|\(?blank\)?|\(?empty\)?|\(?пусто\)?|missing|unknown|undefined|tbd|tba|not available|not applicable|неизвестно|невідомо|не указан[оа]?|не вказано|не определен[оа]?|отсутствует|нет|немає|жоқ|yo'q|ندارد|نامشخص|k\.? ?a\.?|entfällt|nincs|brak|s\/d|n\.d\.|nd|#Н\/Д|#ЗНАЧ!|#ССЫЛКА!|#ДЕЛ\/0!|#(?:VALUE|REF|DIV\/0|NAME|NUM)[!?])$/iu;

/** What a sample writes for no value: words of the whole table, and those of columns of numbers and days alone. */
export interface Nulls {
  readonly words: readonly string[];
  /** Words by the place of their column. */
  readonly ofColumns: ReadonlyMap<number, readonly string[]>;
  /** The rows with nothing in place of these words. */
  readonly rows: readonly (readonly string[])[];
  readonly evidence: readonly string[];
}

/** Finds the words of a sample that stand for no value, each as it is written. */
export function findNulls(header: readonly string[], rows: readonly (readonly string[])[]): Nulls {
  const words = listWords(rows, (text) => text.length > 1 && text.length < 14 && nullWord.test(text));
  const everywhere = new Set(words);
  const plain = blank(rows, () => everywhere);
  const places = header.map((_, place) => place);
  const found = places.flatMap((place) => {
    const ofColumn = findAmidNumbers(
      header[place] ?? "",
      plain.map((row) => (row[place] ?? "").trim()),
    );
    return ofColumn === undefined ? [] : [[place, ofColumn] as const];
  });
  const ofColumns = new Map(found.map(([place, { words: own }]) => [place, new Set(own)]));
  return {
    words,
    ofColumns: new Map(found.map(([place, { words: own }]) => [place, own])),
    rows: ofColumns.size === 0 ? plain : blank(plain, (place) => ofColumns.get(place)),
    evidence: [
      ...(words.length === 0 ? [] : [`${quoted(words)} for no value`]),
      ...found.map(
        ([place, { words: own, count, kind }]) =>
          `${quoted(own)} for no value in ${header[place]}: ${count} of ${rows.length} rows, the others are ${kind}`,
      ),
    ],
  };
}

function findAmidNumbers(name: string, values: readonly string[]) {
  const words = listWords([values], (text) => text.length < 17 && amidNumbers.test(text));
  if (words.length === 0) return undefined;
  const isWord = new Set(words);
  const { type } = guessColumn(
    name,
    values.filter((text) => !isWord.has(text)),
  );
  if (type !== "number" && type !== "date" && type !== "timestamp") return undefined;
  const kind = type === "number" ? "numbers" : "days";
  return { words, count: values.filter((text) => isWord.has(text)).length, kind };
}

function listWords(rows: readonly (readonly string[])[], isWord: (text: string) => boolean): readonly string[] {
  const found = new Set<string>();
  for (const row of rows)
    for (const cell of row) {
      const text = cell.trim();
      if (text !== "" && isWord(text)) found.add(text);
    }
  return [...found];
}

function blank(
  rows: readonly (readonly string[])[],
  wordsOf: (place: number) => ReadonlySet<string> | undefined,
): readonly (readonly string[])[] {
  return rows.map((row) => row.map((cell, place) => (wordsOf(place)?.has(cell.trim()) === true ? "" : cell)));
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
