import { describe, expect, it } from "vitest";
import { hasSign, hasSignSql, type Sign } from "../../ingest/values/sign.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { quoteText } from "../../warehouse/sql.ts";
import { makeInbox } from "./inbox.ts";

const positive = ["1", "1 234,50", "+5", "€5.00", "12,00 EUR", "۱۲٫۵", "٣", "0,01", "10-1 pcs"];
const negative = [
  "-1",
  "\u22125",
  "5-",
  "1.234,50-",
  "(12.00)",
  "-€5.00",
  "€ -5.00",
  "R$ (5,00)",
  "5,00- EUR",
  "-۱۲",
  "–7",
];
const neither = ["", "0", "0,00", "-0.00", "n/a", "۰"];
const all = [...positive, ...negative, ...neither];

describe("hasSign(text, sign)", () => {
  it.each<[Sign, readonly string[]]>([
    ["positive", positive],
    ["negative", negative],
  ])("takes what is %s, and nought for nothing", (sign, taken) => {
    expect(all.filter((text) => hasSign(text, sign))).toEqual(taken);
  });
});

describe("hasSignSql(text, sign)", () => {
  it("says the same in the engine", async () => {
    const told = await withConnection({ attach: [] }, (connection) =>
      connection.rows<{ text: string; positive: boolean; negative: boolean }>(
        `select text, ${hasSignSql("text", "positive")} as positive, ${hasSignSql("text", "negative")} as negative
         from (values ${all.map((text) => `(${quoteText(text)})`).join(", ")}) as given (text)`,
      ),
    );
    for (const row of told)
      expect(row).toMatchObject({ positive: hasSign(row.text, "positive"), negative: hasSign(row.text, "negative") });
    expect(told).toHaveLength(all.length);
  });
});

describe("a feed of one side of a statement", () => {
  it("takes what came in, and leaves the rest out without setting it aside", async () => {
    const inbox = makeInbox(`source: bank
title: Bank
dialect: { delimiter: ";" }
locale: { decimal: ",", group: ".", dates: [dd.MM.yyyy] }
feeds:
  - entity: payments
    match: "*.csv"
    mode: append
    only: [{ column: Betrag, sign: positive }]
    columns:
      payment_id: { from: Nr }
      paid_date: { from: Tag }
      amount: { from: Betrag }
      client_id: { from: Name }
      currency: { value: EUR }
`);
    const { file } = await inbox.load(
      "statement.csv",
      "Nr;Tag;Betrag;Name\n1;02.03.2026;1.250,00;Rose\n2;03.03.2026;-80,00;Rent\n3;04.03.2026;15,00-;Fee\n4;05.03.2026;+20,00;Iris\n5;06.03.2026;0,00;Note\n",
    );
    expect(file).toMatchObject({ rows_read: 5, rows_accepted: 2, rows_skipped: 3, rows_rejected: 0 });
    expect((await inbox.rows("select client_id, amount from raw.payments order by 1")).flat()).toEqual([
      "bank:Iris",
      "20.0000",
      "bank:Rose",
      "1250.0000",
    ]);
  });
});
