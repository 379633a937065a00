import { plural } from "../locales.ts";

/** The word for so many months. */
export const months = (value: number) => plural("uz", value, { one: "month", other: "months" });
/** The word for so many clients. */
export const clients = (value: number) => plural("uz", value, { one: "client", other: "clients" });
/** The word for so many rows. */
export const rows = (value: number) => plural("uz", value, { one: "row", other: "rows" });
