import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-kinds-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function look(name: string, lines: readonly string[]) {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return sniff(join(folder, name));
}

/** Loads a file under the source proposed for it, and tells what rows of its entity hold. */
async function load(name: string, lines: readonly string[], sql: string) {
  const { yaml, entity, questions } = await look(name, lines);
  const inbox = makeInbox(yaml.replace(/^source: .*$/m, "source: test"));
  const { file } = await inbox.load(name, `${lines.join("\n")}\n`);
  return { entity, questions, rejected: file?.rows_rejected, rows: await inbox.rows(sql) };
}

describe("sniff(path) of what companies keep beside their orders", () => {
  it("names rows without a number by what they tell, and the channel of a list of calls by its name", async () => {
    const calls = await load(
      "звонки.csv",
      [
        "Дата звонка;Клиент;Менеджер;Результат",
        "13.01.2024 10:15;ООО Ромашка;Иванов;договорились",
        "14.01.2024 11:15;АО Лилия;Петров;не ответил",
      ],
      "select interaction_id, channel, result from raw.interactions order by 1",
    );
    expect(calls).toEqual({
      entity: "interactions",
      questions: [],
      rejected: 0,
      rows: [
        ["test:13.01.2024 10:15-ООО Ромашка-Иванов", "call", "договорились"],
        ["test:14.01.2024 11:15-АО Лилия-Петров", "call", "не ответил"],
      ],
    });
  });

  it.each([
    ["Номер счета;Банк;БИК;Валюта;Остаток", "40702810500000012345;Сбер;044525225;RUB;1250000,50"],
    ["Account Number,Account Name,Bank,Currency,Balance", "1234567890,Operating,First Bank,USD,10250.50"],
    ["Наименование;Расчетный счет;Банк;Валюта;Баланс", "Основной;KZ12345678901234567890;Kaspi;KZT;1250000,50"],
    ["IBAN;Kontobezeichnung;Bank;Währung;Saldo", "DE02120300000000202051;Giro;DKB;EUR;1.250,50"],
  ])("proposes nothing for a list of accounts at banks, and asks: %s", async (...lines) => {
    const { entity, questions } = await look("accounts.csv", lines);
    expect(entity).toBeUndefined();
    expect(questions).toContainEqual(expect.stringContaining("Are these accounts at banks"));
  });

  it("takes accounts with a telephone, or the balance of clients without a bank, for clients", async () => {
    const lines = ["Account Number,Account Name,Phone,Balance", "A1,Rose Ltd,+44 20 7946 0000,10.50"];
    expect((await look("accounts.csv", lines)).entity).toBe("clients");
    expect((await look("customers.csv", ["Customer ID,Customer Name,Balance", "1,Rose,10.50"])).entity).toBe("clients");
  });

  it("asks where what names a row is the same in several rows", async () => {
    const { questions } = await look("calls.csv", [
      "Call Date,Customer,Agent",
      "2024-01-13,Rose,Ann",
      "2024-01-13,Rose,Ann",
    ]);
    expect(questions).toEqual([
      "Which columns tell rows apart? Call Date, Customer, Agent are the same in several rows.",
    ]);
  });

  it("takes a plan by month, region and manager, whose only version is the first", async () => {
    const plan = await load(
      "план.csv",
      ["Месяц;Регион;Менеджер;План продаж", "01.2024;Москва;Иванов;1000000", "02.2024;Казань;Петров;500000"],
      "select plan_month::varchar, region, version, amount::varchar from raw.sales_plans order by 1",
    );
    expect(plan).toEqual({
      entity: "sales_plans",
      questions: [],
      rejected: 0,
      rows: [
        ["2024-01-01", "Москва", "1", "1000000.0000"],
        ["2024-02-01", "Казань", "1", "500000.0000"],
      ],
    });
  });

  it("takes who was held out from a column of the control group", async () => {
    const members = await load(
      "campaign_responses.csv",
      ["Campaign ID,Customer ID,Sent Date,Control Group", "C1,1,2024-03-13,0", "C1,2,,1"],
      "select client_id, arm from raw.campaign_members order by 1",
    );
    expect(members).toEqual({
      entity: "campaign_members",
      questions: [],
      rejected: 0,
      rows: [
        ["test:1", "treated"],
        ["test:2", "control"],
      ],
    });
  });

  it("takes the name of a campaign for its id, and asks for the wave of a survey alone", async () => {
    const campaigns = await load(
      "кампании.csv",
      ["Кампания;Канал;Дата начала;Дата окончания;Бюджет;Затраты", "Весна;e-mail;13.03.2024;31.03.2024;100000;95000"],
      "select campaign_id, name, fixed_cost_amount::varchar from raw.campaigns",
    );
    expect(campaigns).toMatchObject({
      entity: "campaigns",
      questions: [],
      rows: [["test:Весна", "Весна", "95000.0000"]],
    });
    const survey = await look("nps.csv", [
      "Response ID,Customer ID,Date,NPS Score,Comment",
      "1,10,2024-01-13,9,Great",
      "2,11,2024-01-14,3,Late",
    ]);
    expect([survey.entity, survey.questions]).toEqual([
      "surveys",
      ["Which column is wave? Survey wave, such as `2026-Q1`."],
    ]);
    expect(survey.yaml).toContain('question: { value: "nps" }');
  });

  it("tells invoices from orders by their due day, a delivery from its plan, and staff from contacts", async () => {
    const lists = {
      "долги.csv": [
        "invoices",
        "Контрагент;Документ;Дата документа;Срок оплаты;Сумма",
        "Роза;РТ-1;13.01.2024;13.02.2024;10",
      ],
      "shipments.csv": [
        "shipments",
        "Shipment ID,Order ID,Ship Date,Delivery Date,Planned Delivery",
        "S1,1,2024-01-15,2024-01-20,2024-01-18",
      ],
      "employees.csv": [
        "managers",
        "ID,Full Name,Position,Region,Hire Date",
        "1,Ann Ray,Sales manager,North,2015-05-13",
      ],
      "contacts.csv": ["contacts", "Contact ID,First Name,Last Name,Company,Email", "1,Ann,Ray,Rose Ltd,a@example.com"],
    } as const;
    for (const [name, [entity, ...lines]] of Object.entries(lists)) {
      const found = await look(name, lines);
      expect([name, found.entity, found.questions]).toEqual([name, entity, []]);
    }
  });

  it("takes no amount for a share of a discount, and asks of amounts that only a mark tells the currency of", async () => {
    const { matches, questions } = await look("lines.csv", [
      "Order Line ID,Order ID,Quantity,Unit Price,Line Discount",
      "1,1,2,$7.79,235.40",
      "2,1,1,$5.00,12.00",
    ]);
    expect([...matches.values()]).not.toContain("discount_share");
    expect(questions).toEqual([
      "Unit Price is marked as USD: add currency: { value: USD }, for lines to their orders, unless that is the reporting currency.",
    ]);
  });

  it("takes prices with as many digits as a month and a year for prices", async () => {
    const { columns } = await look("prices.csv", ["Product ID,Name,Price", "1,Pad,12.4056", "2,Pen,11.7012"]);
    expect(columns.map(({ type }) => type)).toEqual(["number", "text", "number"]);
  });
});
