import { plural } from "../locales.ts";

/** The word for so many rows. */
export const rows = (value: number) =>
  plural("ru", value, { one: "строка", few: "строки", many: "строк", other: "строки" });
/** The word for so many clients. */
export const clients = (value: number) =>
  plural("ru", value, { one: "клиент", few: "клиента", many: "клиентов", other: "клиента" });
/** The word for so many days. */
export const days = (value: number) => plural("ru", value, { one: "день", few: "дня", many: "дней", other: "дня" });
