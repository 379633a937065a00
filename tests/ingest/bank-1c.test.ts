import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";

const own = "40702810900000000001";
const second = "40702810900000000002";
const theirs = "40702810100000000777";

const yaml = (more = "", only = "in") => `source: bank
title: Bank
locale: { dates: [dd.MM.yyyy] }
feeds:
  - entity: payments
    match: "*.txt"
    mode: upsert
    only: [{ column: $direction, in: [${only}] }]
${more}    columns:
      payment_id: { from: [$account, Дата, Номер, $counterparty_account, Сумма], join: "/" }
      client_id: { from: $counterparty_inn }
      paid_date: { from: $day }
      amount: { from: Сумма }
`;

interface Given {
  readonly type?: string;
  readonly number?: string;
  readonly sum?: string;
  readonly payer?: string;
  readonly receiver?: string;
  readonly more?: readonly string[];
}

const document = ({
  type = "Платежное поручение",
  number = "1",
  sum = "100.00",
  payer = theirs,
  receiver = own,
  more = [],
}: Given) => [
  `СекцияДокумент=${type}`,
  `Номер=${number}`,
  "Дата=01.02.2025",
  `Сумма=${sum}`,
  `ПлательщикСчет=${payer}`,
  "Плательщик=ИНН 7701234567 ООО Ромашка",
  "ПлательщикИНН=7701234567",
  `ПолучательСчет=${receiver}`,
  "Получатель1=АО Караван",
  "ПолучательИНН=7709999999",
  "НазначениеПлатежа=Оплата по счету № 5; НДС нет",
  ...more,
  "КонецДокумента",
];

const balance = (opening: string, received: string, spent: string, closing: string, account = own) => [
  "СекцияРасчСчет",
  "ДатаНачала=01.02.2025",
  `НачальныйОстаток=${opening}`,
  `РасчСчет=${account}`,
  `ВсегоПоступило=${received}`,
  `ВсегоСписано=${spent}`,
  `КонечныйОстаток=${closing}`,
  "КонецРасчСчет",
];

const statement = (...sections: readonly (readonly string[])[]) =>
  [
    "1CClientBankExchange",
    "ВерсияФормата=1.03",
    "Кодировка=Windows",
    `РасчСчет=${own}`,
    ...sections.flat(),
    "КонецФайла",
    "",
  ].join("\r\n");

const income = document({ more: ["ДатаПоступило=03.02.2025"] });
const expense = document({ number: "2", sum: "40.50", payer: own, receiver: theirs, more: ["ДатаСписано=02.02.2025"] });
const whole = statement(balance("10.00", "100.00", "40.50", "69.50"), income, expense);

const paymentsOf =
  "select payment_id, client_id, cast(paid_date as varchar), amount from raw.payments order by _record";
const rejectsOf = "select line_from, line_to, rule, message from meta.rejects order by line_from";

describe("readBankStatement(path, options)", () => {
  it.each([
    { encoding: "windows-1251", says: /encoding windows-1251 \(by its own words\)$/ },
    { encoding: "ibm866", says: /encoding ibm866 \(by its own words\), the file says Кодировка=Windows$/ },
    { encoding: "utf-8", says: /encoding utf-8 \(by its own words\), the file says Кодировка=Windows$/ },
    { encoding: "utf-16le", says: /encoding utf-16le \(by its own words\), the file says Кодировка=Windows$/ },
  ])("reads incoming payments of a statement in $encoding", async ({ encoding, says }) => {
    const inbox = makeInbox(yaml());
    const text = encoding === "utf-16le" ? `\ufeff${whole}` : whole;
    const { file, error } = await inbox.load("st.txt", encode(text, encoding));
    expect(error).toBeUndefined();
    expect(file).toMatchObject({
      state: "committed",
      rows_read: 2,
      rows_accepted: 1,
      rows_skipped: 1,
      other_lines: 13,
    });
    expect(await inbox.rows(paymentsOf)).toEqual([
      [`bank:${own}/01.02.2025/1/${theirs}/100.00`, "bank:7701234567", "2025-02-03", "100.0000"],
    ]);
    expect(file?.dialect).toMatch(/^1C bank statement; turnovers and balances agree, /);
    expect(file?.dialect).toMatch(says);
  });

  it("works out which way money goes, and keeps the other fields", async () => {
    const transfer = document({ number: "3", sum: "7", payer: own, receiver: second });
    const inbox = makeInbox(yaml("", "in, out, internal"));
    const accounts = [balance("0", "7", "0", "7", second), balance("10.00", "100.00", "47.50", "62.50")].flat();
    const { file } = await inbox.load("st.txt", statement(accounts, income, expense, transfer, transfer));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 4, rows_collapsed: 1 });
    const rows = await inbox.rows("select _extra from raw.payments order by _record");
    const extras = rows.map(([extra]) => JSON.parse(String(extra)));
    expect(extras[0]).toMatchObject({
      Плательщик: "ИНН 7701234567 ООО Ромашка",
      НазначениеПлатежа: "Оплата по счету № 5; НДС нет",
    });
    expect(Object.keys(extras[0]).filter((name) => name.startsWith("$"))).toEqual([]);
    expect(await inbox.rows("select client_id from raw.payments order by _record")).toEqual([
      ["bank:7701234567"],
      ["bank:7709999999"],
      ["bank:7709999999"],
    ]);
  });

  it("joins a purpose that goes over several lines", async () => {
    const inbox = makeInbox(yaml());
    const long = document({ more: ["НазначениеПлатежа1=Оплата", "по договору 5"] });
    const { file } = await inbox.load("st.txt", statement(long));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 1 });
    const [[extra] = []] = await inbox.rows("select _extra from raw.payments");
    expect(JSON.parse(String(extra)).НазначениеПлатежа1).toBe("Оплата\nпо договору 5");
  });

  const unfinished = document({ number: "9" }).slice(0, -1);
  it.each([
    {
      input: "a document without its end",
      sections: [unfinished, income],
      rejects: [[5, 15, "document", "the section begun in line 5 has no КонецДокумента"]],
    },
    {
      input: "a line that is no field",
      sections: [document({ number: "9", more: ["ДатаПоступило=03.02.2025", "?? damaged"] }), income],
      rejects: [[5, 18, "document", 'line 17, "?? damaged", is no name with a value behind "="']],
    },
    {
      input: "a field twice",
      sections: [document({ number: "9", more: ["Сумма=5"] }), income],
      rejects: [[5, 17, "document", "Сумма stands twice with different values"]],
    },
    {
      input: "a document of strangers",
      sections: [document({ number: "9", receiver: second }), income],
      rejects: [
        [
          5,
          16,
          "document",
          `neither ПлательщикСчет ${theirs} nor ПолучательСчет ${second} is an account of the company (${own}): which way the money went is not known`,
        ],
      ],
    },
    {
      input: "lines outside of sections",
      sections: [income, ["Номер=5"], document({ number: "9", sum: "1" })],
      rejects: [[18, 18, "document", "the line stands in no section of the statement"]],
      accepted: 2,
    },
    {
      input: "an amount that is no number",
      sections: [document({ number: "9", sum: "1О0.00" }), income],
      rejects: [[5, 16, "number", 'amount (Сумма) "1О0.00" is not a number (expected such as 1234.50)']],
    },
  ])("sets aside with all its lines: $input", async ({ sections, rejects, accepted = 1 }) => {
    const inbox = makeInbox(yaml());
    const text = statement(...sections);
    const { file } = await inbox.load("st.txt", text);
    expect(await inbox.rows(rejectsOf)).toEqual(rejects);
    expect(file).toMatchObject({
      state: "committed",
      rows_accepted: accepted,
      physical_lines: text.split("\r\n").length - 1,
    });
  });

  const remedy =
    "Export the statement again, all documents of the days; if it is right as it is, set footer: { on_mismatch: warn } for the feed.";
  it.each([
    {
      input: "balances that do not add up",
      text: statement(balance("10.00", "100.00", "40.50", "69.51"), income, expense),
      state: "held",
      says: `st.txt, line 5: the closing balance of account ${own} is 69.51, and 10.00 + 100.00 − 40.50 = 69.50. ${remedy}`,
    },
    {
      input: "a document that is missing",
      text: statement(balance("10.00", "200.00", "40.50", "169.50"), income, expense),
      state: "held",
      says: `st.txt, line 5: ВсегоПоступило of account ${own} is 200.00, its documents add up to 100.00, a difference of 100.00. ${remedy}`,
    },
    {
      input: "a statement that was cut off",
      text: whole.slice(0, -40),
      state: "rejected",
      says: "st.txt: the statement ends before КонецФайла. It was cut off while being written or copied; export it again.",
    },
    {
      input: "a statement of no account",
      text: statement(income).replace(`РасчСчет=${own}\r\n`, ""),
      state: "rejected",
      says: "st.txt: the statement does not say whose account it is of: it has no РасчСчет. List the company's accounts in the source file: accounts: [ … ].",
    },
  ])("refuses $input", async ({ text, state, says }) => {
    const inbox = makeInbox(yaml());
    const report = await inbox.load("st.txt", encode(text, "windows-1251"));
    expect([report.state, report.error]).toEqual([state, says]);
  });

  it("tells of turnovers that do not agree where a document was set aside, or the source says so", async () => {
    const text = statement(balance("10.00", "200.00", "0", "210.00"), income, unfinished);
    const { file } = await makeInbox(yaml()).load("st.txt", text);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 1, rows_rejected: 1 });
    expect(file?.dialect).toContain(`ВсегоПоступило of account ${own} is 200.00, its documents add up to 100.00`);
    const lenient = makeInbox(yaml("    footer: { on_mismatch: warn }\n"));
    const missing = statement(balance("10.00", "200.00", "0", "210.00"), income);
    expect((await lenient.load("st.txt", missing)).state).toBe("committed");
  });

  it("takes the accounts of the source file over those of the statement", async () => {
    const inbox = makeInbox(yaml(`    accounts: ["${theirs}"]\n`));
    const { file } = await inbox.load("st.txt", statement(expense));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 1 });
    expect((await inbox.rows(paymentsOf))[0]?.[0]).toBe(`bank:${theirs}/01.02.2025/2/${own}/40.50`);
  });
});
