import { plural } from "../locales.ts";

/** The word for so many rows. */
export const rows = (value: number) =>
  plural("ru", value, { one: "строка", few: "строки", many: "строк", other: "строки" });
/** The word for so many clients. */
export const clients = (value: number) =>
  plural("ru", value, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" });
/** The word for so many days. */
export const days = (value: number) => plural("ru", value, { one: "день", few: "дня", many: "дней", other: "дня" });

/** The word for so many rows that were found. */
export const rowsFound = (value: number) =>
  plural("ru", value, { one: "строку", few: "строки", many: "строк", other: "строки" });

/** The word for so many times, of a number already written: 2 раза, 5 раз, 2,4 раза. */
export const times = (written: string) =>
  plural("ru", Number(written.replace(",", ".")), { one: "раз", few: "раза", many: "раз", other: "раза" });

/** A period as after «к»: октябрь 2025 → октябрю 2025, 3-й кв. → 3-му кв. Shortened months have one form. */
export const dative = (period: string) =>
  decline(period, { soft: "ю", hard: "у" }).replaceAll(/(\d)-й(?= кв\.)/g, "$1-му");

/** A month as after «в»: октябрь 2025 → октябре 2025. */
export const prepositional = (month: string) => decline(month, { soft: "е", hard: "е" });

/** Says by what figures are divided: « по регионам». */
export const by = (dimension: string) => {
  const parts = parted[dimension];
  return parts === undefined ? `: ${dimension.toLocaleLowerCase("ru")}` : ` по ${parts}`;
};

const parted: Readonly<Record<string, string>> = {
  Регион: "регионам",
  Менеджер: "менеджерам",
  Направление: "направлениям",
  Перевозчик: "перевозчикам",
  Вид: "видам",
  Клиент: "клиентам",
  Товар: "товарам",
};

const softMonths = /(?<!\p{L})(январ|феврал|апрел|ма|июн|июл|сентябр|октябр|ноябр|декабр)[ьй](?!\p{L})/gu;
const hardMonths = /(?<!\p{L})(март|август)(?!\p{L})/gu;

function decline(text: string, endings: { readonly soft: string; readonly hard: string }): string {
  return text.replaceAll(softMonths, `$1${endings.soft}`).replaceAll(hardMonths, `$1${endings.hard}`);
}
