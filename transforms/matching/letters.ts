/**
 * Latin letters for those of Cyrillic (Russian, Ukrainian, Kazakh, Uzbek) and Arabic script (Persian). Vowels that begin
 * with a glide are written with `i`, so that later foldings meet the ways people spell them: я as ia, ya and ja.
 */
// biome-ignore format: a table reads best filled
const latin: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "i", к: "k", л: "l", м: "m", н: "n",
  о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i",
  ь: "", э: "e", ю: "iu", я: "ia", і: "i", ї: "i", є: "e", ґ: "g", ә: "a", ғ: "g", қ: "k", ң: "n", ө: "o", ұ: "u", ү: "u",
  һ: "h", ў: "o", ҳ: "h",
  ا: "a", آ: "a", أ: "a", إ: "a", ب: "b", پ: "p", ت: "t", ة: "t", ث: "s", ج: "j", چ: "ch", ح: "h", خ: "kh", د: "d", ذ: "z",
  ر: "r", ز: "z", ژ: "zh", س: "s", ش: "sh", ص: "s", ض: "z", ط: "t", ظ: "z", ع: "", غ: "gh", ف: "f", ق: "gh", ک: "k", ك: "k",
  گ: "g", ل: "l", م: "m", ن: "n", و: "v", ه: "h", ی: "i", ي: "i", ى: "i", ئ: "i", ء: "",
  æ: "e", ø: "o", ß: "ss", ı: "i", ł: "l", đ: "d",
};

/** Digits of other scripts, by their place. */
const digits = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩";

/** Marks that stand inside a word: apostrophes of all kinds, soft signs of Uzbek Latin, Arabic vowel points, joiners. */
const insideWords = /['’‘ʻʼ`´ʹ\u064b-\u0652\u0640\u200b-\u200f\u00ad\ufeff]/gu;

/**
 * Writes a text in small Latin letters and digits, words separated by one blank: «Ромашка-М» becomes `romashka m`. Letters
 * are the plain transliteration, before any folding. What is no letter or digit separates words, but for apostrophes.
 */
export function toLatin(text: string): string {
  if (/^[a-z0-9 ]*$/.test(text)) return text.replace(/ +/g, " ").trim();
  let result = "";
  let gap = false;
  const plain = /^[ -~а-яА-ЯёЁ«»№]*$/.test(text) ? text : text.normalize("NFKC");
  for (const letter of plain.toLowerCase().replace(insideWords, "")) {
    const written = letter < "\u0080" || letter === "«" || letter === "»" ? asciiOf(letter) : latinOf(letter);
    if (written === undefined) {
      gap = true;
      continue;
    }
    if (gap && result !== "") result += " ";
    gap = false;
    result += written;
  }
  return result.trim();
}

function asciiOf(letter: string): string | undefined {
  return (letter >= "a" && letter <= "z") || (letter >= "0" && letter <= "9") ? letter : undefined;
}

/** Finds what stands for one letter: nothing for a sign without sound, undefined for what is no letter. */
function latinOf(letter: string): string | undefined {
  const known = latin[letter];
  if (known !== undefined) return known;
  const place = digits.indexOf(letter);
  if (place >= 0) return String(place % 10);
  const base = letter.normalize("NFD").charAt(0);
  if (base !== letter) return asciiOf(base) ?? latinOf(base);
  if (/\p{M}/u.test(letter)) return "";
  return /[\p{L}\p{N}]/u.test(letter) ? letter : undefined;
}

/**
 * Spellings that one sound has, brought to one letter, in this order. Lossy on purpose: `x` after it is the sound of ш,
 * `c` that of ч, `j` that of ж, `h` stands for х, h, x and ks.
 */
const foldings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, "X"],
  [/zh/g, "J"],
  [/tch|ch/g, "C"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/ts|tz/g, "s"],
  [/c(?=[eiy])/g, "s"],
  [/ck|[cq]/g, "k"],
  [/ks|x/g, "h"],
  [/dj|j/g, "J"],
  [/w/g, "v"],
  [/y/g, "i"],
  [/oo/g, "u"],
  [/ee/g, "i"],
  [/(.)\1+/g, "$1"],
  [/i(?=[aeou])/g, ""],
];

/** Folds a Latin word to its skeleton: `Alexey`, `Aleksei` and `Алексей` have one. Digits stay. */
export function foldWord(word: string): string {
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, "");
  return foldings.reduce((text, [from, to]) => text.replace(from, to), word).toLowerCase();
}

/** Leaves the consonants of folded words, for scripts that do not write vowels: `tehran` and `thran` are `thrn`. */
export function consonantsOf(skeleton: string): string {
  return skeleton.replace(/h(?= |$)|[aeiouv ]/g, "");
}
