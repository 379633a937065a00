/** What kind of body a legal form makes, across countries: ООО, ТОО, ТОВ, МЧЖ and LLC are one kind. */
export type FormKind = "limited" | "stock" | "trader" | "private" | "state" | "other";

/** Legal forms as `toLatin` writes them, several words joined by one blank. */
// biome-ignore format: word lists read best filled
const forms: Readonly<Record<FormKind, readonly string[]>> = {
  limited: [
    "ooo", "oooo", "llc", "ltd", "limited", "too", "zhshs", "jshs", "tov", "mchzh", "mchj", "osoo", "odo", "gmbh", "sarl", "srl",
    "obshchestvo s ogranichennoi otvetstvennostiu", "obshestvo s ogranichennoi otvetstvennostiu",
    "tovarishestvo s ogranichennoi otvetstvennostiu", "tovaristvo z obmezhenoiu vidpovidalnistiu",
    "zhauapkershiligi shekteuli seriktestigi", "masuliiati cheklangan zhamiiat", "masuliiati cheklangan zhamiiati", "masuliyati cheklangan jamiyat",
    "ba msivlit mhdvd", "ba msvlit mhdvd", "masuliyati cheklangan jamiyati",
    "limited liability company",
  ],
  stock: [
    "ao", "oao", "zao", "pao", "nao", "at", "pat", "prat", "vat", "ak", "aj", "azh", "jsc", "ojsc", "cjsc", "pjsc", "inc", "corp", "plc", "ag",
    "aktsionernoe obshestvo", "publichnoe aktsionernoe obshestvo", "zakritoe aktsionernoe obshestvo",
    "otkritoe aktsionernoe obshestvo", "aktsionerne tovaristvo", "aksiyadorlik jamiyati", "shami khas", "shami aam", "shami am",
    "joint stock company",
  ],
  trader: [
    "ip", "ch p", "chpbiul", "pboiul", "fop", "spd", "yatt", "iatt", "zhk", "jk", "ie",
    "individualnii predprinimatel", "fizichna osoba pidpriiemets", "fizichna osoba pidpriemets", "zheke kasipker",
    "iakka tartibdagi tadbirkor", "yakka tartibdagi tadbirkor", "glava kfkh", "kfkh", "kkh",
  ],
  private: ["chp", "pp", "xk", "khk", "chup", "privatne pidpriiemstvo", "chastnoe predpriiatie", "xususiy korxona"],
  state: ["gup", "mup", "fgup", "gku", "gbu", "mku", "mbu", "gbou", "mbou", "fgbu", "gp", "dp", "kp", "kgu", "gkp", "rgp"],
  other: [
    "shrkt", "sherkat", "firma", "kompaniia", "kompaniya", "kompania", "company", "firm", "co", "korkhona", "mvsish",
    "predpriiatie", "pkf", "npo", "nko", "ano", "no", "snt", "tszh",
  ],
};

const kindOf = new Map<string, FormKind>();
for (const [kind, names] of Object.entries(forms) as [FormKind, readonly string[]][])
  for (const name of names) kindOf.set(name, kind);

/** Is a Latin word a legal form by itself? */
export function isForm(word: string): boolean {
  return kindOf.has(word);
}

const longest = 4;

/** A name without its legal form. */
export interface Stripped {
  readonly words: readonly string[];
  readonly kind: FormKind | undefined;
}

/**
 * Takes legal forms off both ends of a name's Latin words, unless nothing would be left. `other` forms (фирма, شرکت, Co) are
 * taken off too and tell no kind.
 */
export function stripForm(words: readonly string[]): Stripped {
  let rest = words;
  let kind: FormKind | undefined;
  for (let round = 0; round < 4; round += 1) {
    const found = findForm(rest);
    if (found === undefined) break;
    rest = found.rest;
    if (found.kind !== "other") kind ??= found.kind;
  }
  return { words: rest, kind };
}

function findForm(words: readonly string[]): { rest: readonly string[]; kind: FormKind } | undefined {
  for (let size = Math.min(longest, words.length - 1); size > 0; size -= 1) {
    const head = kindOf.get(words.slice(0, size).join(" "));
    if (head !== undefined) return { rest: words.slice(size), kind: head };
    const tail = kindOf.get(words.slice(-size).join(" "));
    if (tail !== undefined) return { rest: words.slice(0, -size), kind: tail };
  }
  return undefined;
}
