import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { readAll } from "./values.ts";

const phones: readonly (readonly [country: string, text: string, phone: string | null])[] = [
  ["RU", "+7 (912) 345-67-89", "+79123456789"],
  ["RU", "8 (912) 345-67-89", "+79123456789"],
  ["RU", "89123456789", "+79123456789"],
  ["RU", "79123456789", "+79123456789"],
  ["RU", "9123456789", "+79123456789"],
  ["RU", "495 123 45 67", "+74951234567"],
  ["RU", "(495) 123-45-67", "+74951234567"],
  ["RU", "тел.: 8-495-123-45-67 доб. 123", "+74951234567"],
  ["RU", "8 495 123-45-67 (вн. 12)", "+74951234567"],
  ["RU", "8121234567", null],
  ["RU", "+7 912 345 67 89, +7 913 345 67 89", "+79123456789"],
  ["RU", "8 912 345 67 89; 123-45-67", "+79123456789"],
  ["RU", "+380 44 123 45 67", "+380441234567"],
  ["RU", "0049 30 1234567", "+49301234567"],
  ["RU", "\u200e+7 912 345\u00a067\u201189", "+79123456789"],
  ["RU", "123-45-67", null],
  ["RU", "7777777777", null],
  ["RU", "80000000000", null],
  ["RU", "+7 123 456 78 90", null],
  ["RU", "позвонить позже", null],
  ["RU", "8912345678", null],
  ["KZ", "8 701 234 56 78", "+77012345678"],
  ["KZ", "7012345678", "+77012345678"],
  ["KZ", "+7 727 250 00 00", "+77272500000"],
  ["KZ", "9123456789", null],
  ["UA", "067 123 45 67", "+380671234567"],
  ["UA", "8 067 123 45 67", "+380671234567"],
  ["UA", "380671234567", "+380671234567"],
  ["UA", "671234567", "+380671234567"],
  ["UA", "+7 912 345 67 89", "+79123456789"],
  ["UZ", "90 123 45 67", "+998901234567"],
  ["UZ", "998901234567", "+998901234567"],
  ["UZ", "0901234567", null],
  ["IR", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789"],
  ["IR", "9123456789", "+989123456789"],
  ["IR", "0098 912 345 6789", "+989123456789"],
  ["IR", "021-12345678", "+982112345678"],
  ["IR", "2112345678", null],
];

describe("phones by country", () => {
  it.each(phones)("%s: %j is %s", async (country, text, phone) => {
    const [read] = await readAll("phone", `country: ${country}`, [text]);
    expect(read?.value).toBe(phone);
    if (phone === null) expect(read?.rule).toBe("phone");
  });

  it("say that a spreadsheet took their digits", async () => {
    const read = await readAll("phone", "country: RU", ["7,91235E+10", "7.9E+10"]);
    expect(read.map(({ rule }) => rule)).toEqual(["phone_scientific", "phone_scientific"]);
  });

  it("stay as they are without a country", async () => {
    expect((await readAll("phone", "", ["8 (912) 345"]))[0]?.value).toBe("8 (912) 345");
  });

  it("come to the same number however they are written, and stay there", async () => {
    const digits = fc.integer({ min: 0, max: 999_999_998 }).map((number) => `9${String(number).padStart(9, "0")}`);
    const gap = fc.constantFrom("", " ", "-", "\u00a0", " (");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(digits, fc.constantFrom("+7", "8", "7", ""), gap, gap), { minLength: 30 }),
        async (rows) => {
          const mixed = rows.filter(([number]) => new Set(number).size > 1);
          const texts = mixed.map(([number, prefix, one, two]) => {
            const open = prefix !== "" && one === " (" ? " (" : one.trim() === "(" ? "" : one;
            const close = open === " (" ? ") " : two.trim() === "(" ? " " : two;
            return `${prefix}${prefix === "" ? "" : open}${number.slice(0, 3)}${prefix === "" ? " " : close}${number.slice(3, 6)}-${number.slice(6)}`;
          });
          const expected = mixed.map(([number]) => `+7${number}`);
          const read = await readAll("phone", "country: RU", texts);
          expect(read.map(({ value }) => value)).toEqual(expected);
          const again = await readAll("phone", "country: RU", expected);
          expect(again.map(({ value }) => value)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe("check: email", () => {
  it.each([
    [" Ivan.Petrov@Example.COM ", "ivan.petrov@example.com"],
    ["mailto:a@b.ru", "a@b.ru"],
    ["Иван Петров <a@b.ru>", "a@b.ru"],
    ['"Petrov, Ivan" <A@b.ru>', "a@b.ru"],
    ["a@b.ru; c@d.ru", "a@b.ru"],
    ["a@b.ru, c@d.ru", "a@b.ru"],
    ["ａ＠ｂ．ｒｕ", "a@b.ru"],
    ["a\u200b@b.ru", "a@b.ru"],
    ["иван@почта.рф", "иван@почта.рф"],
    ["a+tag@b-c.co.uk", "a+tag@b-c.co.uk"],
  ])("reads %j as %s", async (text, email) => {
    expect((await readAll("email", "check: email", [text]))[0]?.value).toBe(email);
  });

  it.each([
    ["нет", "email"],
    ["a@b", "email"],
    ["a@@b.ru", "email"],
    ["a..b@c.ru", "email"],
    ["@b.ru", "email"],
    ["a@-b.ru", "email"],
    ["ivаn@example.com", "email_letters"],
    ["ivan@eхample.com", "email_letters"],
  ])("sets %j aside: %s", async (text, rule) => {
    expect((await readAll("email", "check: email", [text]))[0]).toMatchObject({ value: null, rule });
  });
});

const yaml = (phone: string) => `source: erp
title: ERP
locale: { country: RU }
feeds:
  - entity: clients
    match: clients.csv
    mode: upsert
    columns:
      client_id: { from: Code }
      name: { from: Name }
      phone: { from: Phone${phone} }
      email: { from: Mail, check: email, invalid: "null" }
`;
const content = "Code,Name,Phone,Mail\n1,A,8 912 345-67-89,A@b.ru\n2,B,call later,none\n";

describe("ingest(settings, options, effects): phones and e-mail", () => {
  it("keeps the text of the export, and sets rows aside whose number cannot be read", async () => {
    const inbox = makeInbox(yaml(""));
    await inbox.load("clients.csv", content);
    expect(await inbox.rows("select client_id, phone, email, _extra from raw.clients")).toEqual([
      ["erp:1", "+79123456789", "a@b.ru", '{"Phone":"8 912 345-67-89","Mail":"A@b.ru"}'],
    ]);
    expect(await inbox.rows("select line_from, rule, value, message from meta.rejects")).toEqual([
      [
        3,
        "phone",
        "call later",
        'phone (Phone) "call later" is not a telephone number of RU, nor one with + and a country code',
      ],
    ]);
  });

  it("takes the row without its number where the source says so, and keeps the text", async () => {
    const inbox = makeInbox(yaml(', invalid: "null"'));
    await inbox.load("clients.csv", content);
    expect(await inbox.rows("select client_id, phone, email, _extra from raw.clients order by client_id")).toEqual([
      ["erp:1", "+79123456789", "a@b.ru", '{"Phone":"8 912 345-67-89","Mail":"A@b.ru"}'],
      ["erp:2", null, null, '{"Phone":"call later","Mail":"none"}'],
    ]);
    expect(await inbox.rows("select count(*) from meta.rejects")).toEqual([[0]]);
  });
});
