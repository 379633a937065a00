import { type FormKind, isForm, stripForm } from "./forms.ts";
import { foldWord, toLatin } from "./letters.ts";

/** A name as it is compared. All words are skeletons (`foldWord`). */
export interface Name {
  /** In the order written, legal form left out. */
  readonly words: readonly string[];
  /** All words as one, in the order written: «Север Строй», «Север-Строй» and «СеверСтрой» are one. */
  readonly joined: string;
  /** All words as one, in the order of the alphabet. */
  readonly sorted: string;
  readonly form: FormKind | undefined;
  readonly isPerson: boolean;
  /** Is it written in a script without vowels? */
  readonly isPersian: boolean;
}

const arabic = /[\u0600-\u06ff]/u;

/** What people write where they know no name, as `toLatin` writes it. */
// biome-ignore format: word lists read best filled
const nobodies = new Set([
  "chastnoe litso", "chastnii klient", "fizicheskoe litso", "fizlitso", "fiz litso", "fiz lico", "pokupatel", "klient", "roznichnii pokupatel",
  "roznichnii klient", "roznitsa", "bez nazvaniia", "bez imeni", "neizvestno", "neizvesten", "novii klient", "test", "noname", "no name",
  "unknown", "customer", "client", "guest", "gost", "anonim", "xaridor", "mijoz", "satip alushi", "pokupets", "fizichna osoba", "mshtri",
]);

/**
 * Reads a name for comparison: letters of any script as Latin skeletons, legal forms taken off. A trader (ИП, ФОП, YaTT) is a
 * person, whatever the card says of its kind.
 */
export function readName(text: string, kind: string | null, fold: (word: string) => string = foldWord): Name {
  const { words: latin, kind: form } = stripForm(toLatin(text).split(" "));
  const isNobody = nobodies.has(latin.join(" ")) || (latin.length === 1 && isForm(latin[0] ?? ""));
  const words = isNobody ? [] : latin.map(fold).filter((word) => word !== "");
  return {
    words,
    joined: words.join(""),
    sorted: words.length < 2 ? words.join("") : [...words].sort().join(""),
    form,
    isPerson: form === "trader" || (kind === "person" && form === undefined),
    isPersian: arabic.test(text),
  };
}

/** Words before the name of a town. */
const townWords = new Set(["g", "gorod", "gor", "m", "misto", "shahar", "shahri", "shaari", "kalasi", "city", "shhr"]);

/** Towns and countries with several names, as skeletons without blanks. */
// biome-ignore format: a table reads best filled
const places: Readonly<Record<string, string>> = {
  spb: "sanktpeterburg", peterburg: "sanktpeterburg", saintpetersburg: "sanktpeterburg", stpetersburg: "sanktpeterburg",
  sanktpetersburg: "sanktpeterburg", piter: "sanktpeterburg", leningrad: "sanktpeterburg",
  msk: "moskva", moskov: "moskva", ekb: "ekaterinburg", kiv: "kev", lviv: "lvov", odesa: "odesa", dnipro: "dnepr", harkiv: "harkov",
  toxkent: "taxkent", asfhan: "isfahan", buhoro: "buhara", samarkand: "samarkand", almaata: "almati", nursultan: "astana", tegeran: "tehran", thran: "tehran",
  rosa: "ru", rosiskafederasa: "ru", rusa: "ru", rusanfederation: "ru", rus: "ru", rf: "ru",
  kazahstan: "kz", kazahtan: "kz", respublikakazahstan: "kz", kaz: "kz", rk: "kz",
  ukraina: "ua", ukraine: "ua", ukr: "ua", uzbekistan: "uz", ozbekiston: "uz", uzb: "uz", iran: "ir", airan: "ir", irn: "ir",
};

/** Reads a place for comparison: its skeleton without words such as «г.», and one name for towns that have several. */
export function readPlace(text: string): string {
  const words = toLatin(text).split(" ");
  const kept = words.length > 1 ? words.filter((word) => !townWords.has(word)) : words;
  const joined = kept.map(foldWord).join("");
  return places[joined] ?? joined;
}
