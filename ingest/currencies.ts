import { type Fit, originsOf, type Table, valuesOf } from "./fit.ts";

/** Finds the ISO 4217 code that a mark, a word or a code in any letters means; undefined for others. */
export function currencyOf(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  return codes[word] ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : undefined);
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

/** What marks and words of currencies say; a dollar sign is taken for that of the United States, and asked. */
const codes: Readonly<Record<string, string>> = {
  ...{ $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₹": "INR" },
  ...{
    руб: "RUB",
    р: "RUB",
    "р.": "RUB",
    рубль: "RUB",
    рубли: "RUB",
    "643": "RUB",
    доллар: "USD",
    евро: "EUR",
    євро: "EUR",
    гривня: "UAH",
    гривна: "UAH",
    тенге: "KZT",
    теңге: "KZT",
    yuan: "CNY",
    "руб.": "RUB",
    грн: "UAH",
    "грн.": "UAH",
    тг: "KZT",
    "тг.": "KZT",
    сум: "UZS",
    "so'm": "UZS",
    ریال: "IRR",
  },
  ...{ usd: "USD", eur: "EUR", rub: "RUB", uah: "UAH", kzt: "KZT", uzs: "UZS", irr: "IRR" },
};
