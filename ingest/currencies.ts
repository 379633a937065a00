import { type Fit, originsOf, type Table, valuesOf } from "./fit.ts";

/** Finds the ISO 4217 code that a mark, a word or a code in any letters means; undefined for others. */
export function currencyOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  return known.get(word) ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : undefined);
}

/** Where a column of currencies writes words or marks, says which codes they mean, and asks. */
export function tellCurrency(fit: Fit, table: Table): { readonly fit: Fit; readonly questions: readonly string[] } {
  const [name] = originsOf(fit, "currency");
  const words = name === undefined ? [] : [...new Set(valuesOf(table, [name]).flat())].filter((text) => text !== "");
  if (name === undefined || words.every((text) => /^[A-Za-z]{3}$/.test(text))) return { fit, questions: [] };
  const unknown = words.filter((text) => currencyOf(text) === undefined);
  if (unknown.length > 0)
    return {
      fit,
      questions: [`Which currencies are ${unknown.slice(0, 6).join(", ")} in ${name}? Say their codes with values.`],
    };
  const values = new Map(words.map((text) => [text, currencyOf(text) ?? text]));
  const shown = [...values].map(([text, code]) => `${text} (${code})`).join(", ");
  return {
    fit: {
      ...fit,
      matches: new Map([...fit.matches].filter(([, to]) => to !== "currency")),
      told: new Map([...fit.told, ["currency", { from: name, values }]]),
    },
    questions: [`Are the currencies of ${name} ${shown}? Rows of others will be set aside.`],
  };
}

/** What stands beside numbers and behind names, and the code it means. */
const marks: Readonly<Record<string, string>> = {
  ...{
    $: "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "₺": "TRY",
    "₼": "AZN",
  },
  ...{ R$: "BRL", zł: "PLN", Kč: "CZK", Ft: "HUF", TL: "TRY" },
  ...{
    "Rs.": "INR",
    Rs: "INR",
    р: "RUB",
    "р.": "RUB",
    руб: "RUB",
    "руб.": "RUB",
    грн: "UAH",
    "грн.": "UAH",
    тг: "KZT",
    "тг.": "KZT",
    сум: "UZS",
    "so'm": "UZS",
  },
  ...{ ریال: "IRR", тенге: "KZT", теңге: "KZT" },
};

/** A toman is ten rials and no currency of its own: beside a number it is a mark, and no code is known for it. */
const unnamed = ["تومان"];

/** Codes that stand beside numbers and behind names; any other three letters may be a word. */
const codes = "USD EUR GBP RUB UAH KZT UZS IRR TRY CNY PLN CZK HUF CHF BRL MXN INR AED AZN GEL BYN".split(" ");

/** Words that stand in columns of currencies only. */
const words: Readonly<Record<string, string>> = {
  ...{ рубль: "RUB", рубли: "RUB", "643": "RUB", доллар: "USD", евро: "EUR", євро: "EUR" },
  ...{ гривня: "UAH", гривна: "UAH", yuan: "CNY" },
};

const known = new Map(
  [...Object.entries(marks), ...Object.entries(words)].map(([text, code]) => [text.toLowerCase(), code]),
);
const written = [...Object.keys(marks), ...unnamed, ...codes];
const signs = written.filter((text) => !/^\p{L}+\.?$/u.test(text));
const spoken = [...codes, "Rs.", "Rs"];

function anyOf(texts: readonly string[]): string {
  return texts
    .toSorted((one, other) => other.length - one.length)
    .map((text) => text.replace(/[$.]/g, "\\$&"))
    .join("|");
}

/** A sign or a code of a currency before a number, with that of the number around it, or a sign, a word or a code behind one. */
export const besideNumber = new RegExp(
  `^([+-]?)\\s*(${anyOf(signs)}|(?:${anyOf(spoken)})(?=[\\s\\d]))\\s*([+-]?)|\\s*(${anyOf(written)})$`,
  "iu",
);

const behindName = new RegExp(`[\\s_,(]+(${anyOf(written)})\\)?$`, "iu");

/** The currency the name of a column ends with, as its code. */
export function namedCurrency(name: string): string | undefined {
  return currencyOf(behindName.exec(name.trim())?.[1] ?? "");
}

/** A name without the currency it ends with. */
export function withoutCurrency(name: string): string {
  return name.trim().replace(behindName, "");
}
