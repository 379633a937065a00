import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-statement-"));
afterAll(() => rmSync(folder, { recursive: true }));

function look(lines: readonly string[], name = "statement.csv") {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return sniff(path);
}

/** Loads a file by what is proposed for it, as it stands. */
async function load(lines: readonly string[]) {
  const { yaml, questions } = await look(lines);
  const inbox = makeInbox(yaml);
  inbox.put("statement.csv", `${lines.join("\n")}\n`);
  const { files } = await inbox.ingest();
  const rows = await inbox.rows(
    "select cast(paid_date as varchar), client_id, amount from raw.payments where _closed_at is null order by 1, 2",
  );
  return { yaml, questions, files, rows, inbox };
}

/** Statements as banks of several countries lay them out; two payments came in to each. */
const layouts: Readonly<Record<string, readonly string[]>> = {
  "signed amounts, as a German bank writes them": [
    "Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Kundenreferenz (End-to-End);Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;Betrag;Waehrung",
    "DE02;05.03.26;05.03.26;GUTSCHRIFT;RE 1001;E1;Rose;DE11;2.500,00;EUR",
    "DE02;06.03.26;06.03.26;LASTSCHRIFT;Miete;E2;Haus AG;DE12;-1.129,45;EUR",
    "DE02;16.03.26;16.03.26;GUTSCHRIFT;RE 1002;;Iris;DE13;1.250,50;EUR",
    "DE02;31.03.26;31.03.26;ABSCHLUSS;Entgelt;;;;-12,90;EUR",
  ],
  "a column for each side, and a balance": [
    "Booking Date,Reference,Counterparty,Details,Paid in,Paid out,Balance",
    "2026-03-05,R1,Rose,Invoice 1001,2500.00,,3500.00",
    "2026-03-06,R2,Haus AG,Rent,,1129.45,2370.55",
    "2026-03-16,R3,Iris,Invoice 1002,1250.50,,3621.05",
  ],
  "both sides filled, the other with nought, days of the Persian calendar": [
    "تاریخ,شماره سند,شرح,واریز کننده,واریز,برداشت,مانده",
    "1404/12/14,1001,بابت فاکتور,Rose,2500,0,3500",
    "1404/12/15,1002,کارمزد,,0,500,3000",
    "1404/12/25,1003,بابت فاکتور,Iris,1250.50,0,4250.50",
  ],
  "a word beside each amount, and days without marks, as a Dutch bank writes them": [
    "Datum;Naam / Omschrijving;Rekening;Tegenrekening;Code;Af Bij;Bedrag (EUR);Mededelingen",
    "20260305;Rose;NL01;NL02;OV;Bij;2500,00;Factuur 1001",
    "20260306;Huis BV;NL01;NL03;IC;Af;800,00;Huur",
    "20260316;Iris;NL01;NL04;OV;Bij;1250,50;Factuur 1002",
  ],
  "groups of thousands as in India, and the newest rows first": [
    "Txn Date,Description,Ref No,Remitter,Debit,Credit,Balance",
    "16-03-2026,NEFT,R3,Iris,,1250.50,2253750.50",
    '06-03-2026,RENT,R2,House,"1,00,000.00",,"22,52,500.00"',
    "05-03-2026,NEFT,R1,Rose,,2500.00,2352500.00",
  ],
};

describe("sniff(path) of a statement of an account", () => {
  it.each(Object.keys(layouts))("proposes what came in as payments: %s", async (name) => {
    const { rows, files, questions } = await load(layouts[name] ?? []);
    expect(rows).toEqual([
      ["2026-03-05", "statement:Rose", "2500.0000"],
      ["2026-03-16", "statement:Iris", "1250.5000"],
    ]);
    expect(files).toMatchObject([{ state: "committed", file: { rows_rejected: 0 } }]);
    expect(questions).toContainEqual(expect.stringContaining("Did clients pay all that came in"));
  });

  it("leaves totals and balances below the rows out of what columns look like", async () => {
    const json = (row: Readonly<Record<string, string>>) => JSON.stringify(row);
    const row = (day: string, who: string, went: string, came: string) =>
      json({
        "Дата операции": day,
        "№ док.": who === "" ? "" : day.slice(0, 2),
        Корреспондент: who,
        "Списание/Дебет": went,
        "Пополнение/Кредит": came,
      });
    const { entity, evidence, matches } = await look(
      [
        row("05.03.2026", "Роза", "", "3 600,00"),
        row("16.03.2026", "Дом", "96,50", ""),
        row("Итого оборотов", "", "96,50", ""),
        row("Исходящий остаток", "", "", "3 503,50"),
      ],
      "bank.ndjson",
    );
    expect(entity).toBe("payments");
    expect(Object.fromEntries(matches)).toMatchObject({ "Пополнение/Кредит": "amount", "Дата операции": "paid_date" });
    expect(evidence).toContain('below the rows: "Итого оборотов", "Исходящий остаток"');
  });

  const sided = (...rows: readonly string[]) => [
    "Дата;Номер документа;Контрагент;Призначення платежу;Дебет;Кредит",
    ...rows,
  ];
  const turnover = {
    ru: ["Входящий остаток на 01.03.2026", "Итого оборотов", "Исходящий остаток"],
    uk: ["Вхідний залишок", "Усього обороти за період", "Вихідний залишок на 31.03.2026"],
    kk: ["Бастапқы қалдық", "Барлығы айналым", "Соңғы қалдық"],
    uz: ["Boshlang'ich qoldiq", "Jami aylanma", "Oxirgi qoldiq"],
    fa: ["مانده اول دوره", "جمع کل", "مانده پایان دوره"],
    en: ["Opening balance", "Total turnover", "Closing balance"],
  };

  it.each(Object.entries(turnover))(
    "holds totals against the rows, and takes no balance for one: %s",
    async (_, [opening, total, closing]) => {
      const lines = (sum: string) =>
        sided(
          `${opening};;;;;1000,00`,
          "05.03.2026;101;Rose;Оплата;;2500,00",
          "06.03.2026;102;Haus;Оренда;1129,45;",
          "16.03.2026;103;Iris;Оплата;;1250,50",
          `${total};;;;1129,45;${sum}`,
          `${closing};;;;;3621,05`,
        );
      const { rows, files, inbox } = await load(lines("3750,50"));
      expect(rows.map(([day, , amount]) => [day, amount])).toEqual([
        ["2026-03-05", "2500.0000"],
        ["2026-03-16", "1250.5000"],
      ]);
      expect(files).toMatchObject([{ state: "committed", file: { rows_rejected: 0, footer_lines: 3 } }]);
      expect(await inbox.rows("select line_from, message from meta.remarks where kind = 'footer' order by 1")).toEqual([
        [2, null],
        [6, "the total of amount is 3750.5, as read"],
        [7, null],
      ]);
      expect((await load(lines("3751,50"))).files).toMatchObject([
        { state: "held", error: expect.stringContaining("the total of amount is 3751.5, read 3750.5, difference 1") },
      ]);
    },
  );

  it("knows the total of what came in alone, where amounts have signs", async () => {
    const { files } = await load([
      "Date,Reference,Counterparty,Amount,Balance",
      "2026-03-05,R1,Rose,2500.00,3500.00",
      "2026-03-06,R2,Haus AG,-1129.45,2370.55",
      "2026-03-16,R3,Iris,1250.50,3621.05",
      "Total received,,,3750.50,",
    ]);
    expect(files).toMatchObject([{ state: "committed", file: { rows_rejected: 0, rows_skipped: 1 } }]);
  });

  it("takes the usual of two decimal marks, and asks", async () => {
    const { yaml, questions } = await look(
      ["Payment ID;Date;Amount", "1;05.03.2026;62 608,69", "2;16.03.2026;9 150,03", "3;17.03.2026;99.99"],
      "payments.csv",
    );
    expect(yaml).toContain('amount: { from: "Amount", decimal: ",", group: " " }');
    expect(questions).toContainEqual(expect.stringContaining("written with two decimal marks?"));
  });

  it("knows who paid by tax number, and tells of them as clients", async () => {
    const { inbox, yaml } = await load([
      "Дата операции;Номер документа;Дебет;Кредит;Контрагент;ИНН контрагента;Назначение платежа;Остаток",
      "05.03.2026;101;;125000,50;ООО Роза;7707083893;Оплата по счёту 12;225000,50",
      "06.03.2026;102;990,00;;АО Банк;7710140679;Комиссия;224010,50",
      "17.03.2026;77;;1000,00;ИП Ива;500100732259;Оплата по договору;225010,50",
    ]);
    expect(yaml).toContain('only: [{ column: "Кредит", sign: positive }]');
    expect(yaml).toContain("# Остаток rises and falls as these rows say");
    expect(await inbox.rows("select name, tax_id from raw.clients order by name")).toEqual([
      ["ИП Ива", "500100732259"],
      ["ООО Роза", "7707083893"],
    ]);
  });

  it("loads a payment once where two statements overlap", async () => {
    const lines = layouts["a column for each side, and a balance"] ?? [];
    const { inbox } = await load(lines);
    await inbox.load("statement.csv", `${[...lines.slice(0, 1), ...lines.slice(3)].join("\n")}\n`);
    expect(await inbox.rows("select count(*) from raw.payments where _closed_at is null")).toEqual([[2]]);
  });

  it("takes a statement of fees, of interest or of nobody's money for no payments, and says why", async () => {
    const header = "Date,Reference,Counterparty,Description,Amount,Balance";
    const fees = await look([
      header,
      "2026-01-31,F1,Bank,Monthly fee,-12.00,88.00",
      "2026-02-28,F2,Bank,Fee,-12.00,76.00",
    ]);
    expect(fees).toMatchObject({ entity: undefined });
    const interest = await look([
      header,
      "2026-01-31,F1,Bank,Interest,2.00,90.00",
      "2026-02-28,F2,Bank,Fee,-12.00,78.00",
    ]);
    expect(interest).toMatchObject({
      entity: undefined,
      questions: [expect.stringContaining("all that came in reads like fees, interest or transfers")],
    });
    const nobody = await look([
      "Transaction Date,Description,Debit,Credit,Balance",
      "01/15/2026,PAYMENT ROSE,,1000.00,5000.00",
      "01/16/2026,SUPPLIES,50.00,,4950.00",
    ]);
    expect(nobody).toMatchObject({
      entity: undefined,
      questions: [expect.stringContaining("no column names who sent")],
    });
  });

  it("asks whose account it is where the balance falls by what came in", async () => {
    const { entity, questions } = await look([
      "Date,Document,Counterparty,Debit,Credit,Balance",
      "2026-03-05,1,Rose,100.00,,1100.00",
      "2026-03-06,2,Haus,,30.00,1070.00",
      "2026-03-07,3,Iris,50.00,,1120.00",
    ]);
    expect(entity).toBeUndefined();
    expect(questions).toEqual([expect.stringContaining("Balance falls by what Credit beside Debit")]);
  });

  it("asks of rows that nothing tells apart, and names what reads like a fee among the money that came in", async () => {
    const row = "2026-03-05,Rose,Invoice,10.00";
    const { questions } = await look([
      "Date,Payer,Details,Amount",
      row,
      row,
      "2026-03-06,Bank,Interest,1.00",
      "2026-03-06,Bank,Fee,-5.00",
    ]);
    expect(questions).toEqual([
      expect.stringContaining('1 rows beside 2 read like fees, interest or transfers: "Interest"'),
      expect.stringContaining("1 of 3 count once"),
    ]);
  });
});
