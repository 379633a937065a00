/** Words that say nothing by themselves, of the languages answers come in. */
const stopWords: ReadonlySet<string> = new Set(
  [
    "a about all also an and any are as at be been but by can could did do does for from had has have he her him his how i if in into is it its",
    "just me more my no not of off on or our out she so some than that the their them then there they this to too us very was we were what when",
    "which who will with would you your",
    "а без бы был была были было быть в вам вас весь во вот все всё всего вы да для до его ее её если есть еще ещё же за и из или им их к как ко",
    "когда кто ли мне мы на над нам нас не него нет ни но ну о об он она они оно от очень по под при с со так такой там то только тот ты у уже",
    "хотелось хочется чего чем что чтобы эта эти это этот я",
    "або але бути ви від він вона вони все для до з за зі й його їх коли ми на не ні про та так те ти у це цей що щоб як якщо",
    "және мен бен үшін бар жоқ бұл ол va bilan uchun bu u ham emas",
    "و در به از که این آن را با برای است نیست",
  ].flatMap((line) => line.split(" ")),
);

const shortest = 2;

/**
 * Splits a text into words of any script: runs of letters and marks, in lower case, without numbers, stop words and single
 * letters. A word stands once per text.
 */
export function listWords(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\u200c]+(?:[-'’][\p{L}\p{M}]+)*/gu) ?? [];
  return [...new Set(words)].filter((word) => [...word].length >= shortest && !stopWords.has(word));
}

/** Blots out e-mail addresses, links and runs of five and more digits (telephones, cards, tax numbers) in a text. */
export function blotText(text: string): string {
  return text
    .replace(/\S+@\S+/gu, "…")
    .replace(/https?:\/\/\S+/giu, "…")
    .replace(/[+(]?\p{Nd}(?:[\s().-]*\p{Nd}){4,}/gu, "…");
}
