/** Words that databases and programs write where there is no value; as a name or a code none of them is known. */
const nullWord =
  /^(?:NULL|null|Null|--|---|\(null\)|\\N|#N\/A|#NULL!|NaN|nan|None|NONE|none|N\/A|n\/a|<NA>|н\/д|Н\/Д|нет данных|немає даних)$/;

/** Finds the words of a sample that stand for no value, each as it is written. */
export function findNulls(rows: readonly (readonly string[])[]): readonly string[] {
  const found = new Set<string>();
  for (const row of rows)
    for (const cell of row) {
      const text = cell.trim();
      if (text.length > 1 && text.length < 14 && nullWord.test(text)) found.add(text);
    }
  return [...found];
}
