import { plural } from "../locales.ts";

/** The word for so many months. */
export const months = (value: number) =>
  plural("uk", value, { one: "місяць", few: "місяці", many: "місяців", other: "місяця" });
/** The word for so many clients. */
export const clients = (value: number) =>
  plural("uk", value, { one: "клієнт", few: "клієнти", many: "клієнтів", other: "клієнта" });
/** The same in the genitive: from, of or by so many clients. */
export const ofClients = (value: number) => plural("uk", value, { one: "клієнта", other: "клієнтів" });
/** The word for so many rows. */
export const rows = (value: number) =>
  plural("uk", value, { one: "рядок", few: "рядки", many: "рядків", other: "рядка" });
/** The word for so many days. */
export const days = (value: number) => plural("uk", value, { one: "день", few: "дні", many: "днів", other: "дня" });

/** The word for so many times, of a number already written: 2 рази, 2,4 раза. */
export const times = (written: string) =>
  plural("uk", Number(written.replace(",", ".")), { one: "раз", few: "рази", many: "разів", other: "раза" });

/** A month in the genitive, as after «до»: жовтень 2025 → жовтня 2025. Shortened months have one form. */
export const genitive = (month: string) => month.replace(/^\p{L}+/u, (name) => genitives[name] ?? name);

/** Says by what figures are divided: « за регіонами». */
export const by = (dimension: string) => {
  const parts = instrumental[dimension];
  return parts === undefined ? `: ${dimension.toLocaleLowerCase("uk")}` : ` за ${parts}`;
};

const instrumental: Readonly<Record<string, string>> = {
  Регіон: "регіонами",
  Менеджер: "менеджерами",
  Напрям: "напрямами",
  Перевізник: "перевізниками",
  Вид: "видами",
  Клієнт: "клієнтами",
  Товар: "товарами",
};

const genitives: Readonly<Record<string, string>> = {
  січень: "січня",
  лютий: "лютого",
  березень: "березня",
  квітень: "квітня",
  травень: "травня",
  червень: "червня",
  липень: "липня",
  серпень: "серпня",
  вересень: "вересня",
  жовтень: "жовтня",
  листопад: "листопада",
  грудень: "грудня",
};
