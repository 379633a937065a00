import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { encode } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-untaken-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function look(name: string, lines: readonly string[]) {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  const { entity, beside, matches, questions } = await sniff(join(folder, name));
  return { entity, beside: beside.map((fit) => fit.entity), matches: Object.fromEntries(matches), questions };
}

describe("sniff(path): what rows tell and no feed takes", () => {
  it("asks for the day of tickets and calls where one stands under a name not known", async () => {
    const tickets = await look("tickets.csv", [
      "Ticket ID,Type,Opened,Put to rest",
      "T-1,delivery,2026-01-05 10:00:00,2026-01-07 12:00:00",
      "T-2,quality,2026-01-06 11:30:00,",
    ]);
    expect(tickets.questions).toEqual([
      "Which column is complaints.closed_at? When it was closed; empty while open. None is mapped to it, and days stand in Put to rest.",
    ]);
    const calls = await look("calls.csv", [
      "Call ID,Agent,Moment",
      "c1,Anna,2026-01-05 10:00",
      "c2,Boris,2026-01-06 10:00",
    ]);
    expect(calls).toMatchObject({
      entity: "interactions",
      questions: [expect.stringContaining("days stand in Moment")],
    });
  });

  it("names the columns a required day may stand in", async () => {
    const { questions } = await look("orders.csv", [
      "Order ID,Order Total,Checkout,Sent",
      "7,10.50,2026-01-05,2026-01-07",
    ]);
    expect(questions).toContain("Which column is order_date? Day of the order. Days stand in Checkout, Sent.");
  });

  it("asks for the money of sales, and for the orders of lines that stand beside days", async () => {
    const { questions } = await look("lines.csv", [
      "Order ID,Product ID,Quantity,Tariff price,Settled",
      "1,A,2,5.50,2026-01-05",
      "1,B,1,7.50,2026-01-05",
      "2,A,4,5.50,2026-01-06",
    ]);
    expect(questions).toEqual(
      expect.arrayContaining([
        "Which column is the day of the order? Lines name Order ID, no feed of this file tells of orders, and days stand in Settled: add a feed of orders, unless another file tells them.",
        "Which column is order_lines.amount or order_lines.unit_price_amount? None is mapped to it, and money seems to stand in Tariff price.",
      ]),
    );
  });

  it("asks of amounts whose sign stands in a column beside them, or that are mostly below zero", async () => {
    const header = "Payment ID,Date,Amount,Flow";
    const marked = await look("payments.csv", [header, "1,2026-01-05,10.00,CR", "2,2026-01-06,4.00,DR"]);
    expect(marked.questions).toEqual([expect.stringContaining("Does Flow (CR, DR) say whether Amount came or went?")]);
    const signed = await look("payments.csv", [header, "1,2026-01-05,10.00,CR", "2,2026-01-06,-4.00,DR"]);
    expect(signed.questions).toEqual([
      'Are the 1 of 2 amounts of Amount below zero refunds? What was paid to others is no payment of clients: if so, leave such rows out: only: [{ column: "Amount", sign: positive }].',
    ]);
  });

  it("offers no empty list where every row is money that did not come", async () => {
    const { questions } = await look("payments.csv", ["id,Payment date,Amount,Status", "1,2026-01-05,10.00,Pending"]);
    expect(questions).toEqual([expect.stringContaining('only: [{ column: "Status", not_in: [Pending] }]')]);
  });
});

describe("sniff(path): encodings in doubt", () => {
  async function proposed(name: string, bytes: Uint8Array) {
    writeFileSync(join(folder, name), bytes);
    return (await sniff(join(folder, name))).yaml;
  }

  it("proposes the one encoding of several bytes that fits, and none where several do or no text is words", async () => {
    const rows = ",Order ID,Order Date,Total\n";
    const japanese = Buffer.concat([
      Buffer.from("8cda8b7196bc", "hex"),
      Buffer.from(rows),
      Buffer.from("938c8b9e936497cd8a948eae89ef8ed0", "hex"),
      Buffer.from(",7,2026-01-05,9\n"),
    ]);
    expect(await proposed("orders.csv", japanese)).toContain("\nencoding: shift_jis\n");
    const korean = Buffer.concat([Buffer.from("c1d6b9aeb9f8c8a3", "hex"), Buffer.from(`${rows}1,7,2026-01-05,9\n`)]);
    expect(await proposed("orders.csv", korean)).toContain("\nencoding: # ? ");
    const thai = encode("Order ID,Order Date,Client,Total\n7,2026-01-05,บริษัทจำกัด กรุงเทพ,9\n", "windows-874");
    expect(await proposed("orders.csv", thai)).toContain("\nencoding: # ? ");
  });

  it("reads Hebrew as Hebrew", async () => {
    const hebrew = encode("Order ID,Order Date,Client,Total\n7,2026-01-05,חברת החשמל לישראל,9\n", "windows-1255");
    expect(await proposed("orders.csv", hebrew)).toContain("\nencoding: windows-1255\n");
  });
});

describe("sniff(path): names that values contradict", () => {
  it("takes the cost of one unit for that of the product, not of the line", async () => {
    const found = await look("sales.csv", [
      "Order ID,Order Date,Customer ID,Product ID,Quantity,Unit Price,Unit Cost",
      "1001,2026-01-03,C1,P1,10,5.00,3.00",
      "1001,2026-01-03,C1,P2,2,7.50,4.00",
      "1002,2026-01-04,C2,P1,4,5.00,3.00",
    ]);
    expect(found.beside).toEqual(["products", "order_lines"]);
    const { beside } = await sniff(join(folder, "sales.csv"));
    expect(beside.map(({ matches }) => matches.get("Unit Cost"))).toEqual(["cost_amount", undefined]);
  });

  it("asks whether an amount or a cost is that of one unit, where the numbers look so", async () => {
    const header = "Order ID,Order Date,Product ID,Quantity,Price,Amount,Cost";
    const line = (id: number, quantity: number, price: number, amount: number, cost: number) =>
      `${id},2026-01-0${id},P${id},${quantity},${price},${amount},${cost}`;
    const units = await look("sales.csv", [header, line(1, 4, 5, 5, 3), line(2, 3, 7, 7, 4), line(3, 2, 9, 9, 6)]);
    expect(units.questions).toEqual(
      expect.arrayContaining([
        "Is Amount (order_lines.amount) that of the whole line? In 3 of 3 lines of several units it equals Price, so it may be that of one unit.",
        "Is Cost (order_lines.cost_amount) that of the whole line? In 3 of 3 lines of several units it is below Price, so it may be that of one unit.",
      ]),
    );
    const lines = await look("sales.csv", [
      header,
      line(1, 4, 5, 20, 12),
      line(2, 3, 7, 21, 12),
      line(3, 2, 9, 18, 12),
    ]);
    expect(lines.questions.filter((question) => question.includes("one unit"))).toEqual([]);
  });

  it("takes a count of calls for no call, yes and no for nobody, and users for no orders", async () => {
    const counts = await look("calls.csv", ["date,page,calls", "2026-01-05,/,1", "2026-01-06,/a,2", "2026-01-06,/b,1"]);
    expect(counts.matches).not.toHaveProperty("calls");
    const users = await look("users.csv", [
      "id,name,email,restricted_agent,created_at",
      "11,Anna,anna@example.com,false,2026-01-05 10:00:00",
      "12,Boris,boris@example.com,true,2026-01-06 10:00:00",
    ]);
    expect(users).toMatchObject({ entity: "clients", beside: [], matches: { id: "client_id" } });
    expect(users.matches).not.toHaveProperty("restricted_agent");
  });

  it("takes a statement of an account for no list of products or clients, and who was paid for no order", async () => {
    const bank = ["id,created,amount,currency,category,description", "tx1,2026-01-05,-10.00,GBP,food,Some shop"];
    expect(await look("export.csv", bank)).toMatchObject({ entity: undefined });
    const named = ["Date,Amount,Account,Name", "2026-01-05,-10.00,NL01,SHOP", "2026-01-06,-5.00,NL01,SHOP"];
    expect((await look("statement.csv", named)).matches).not.toHaveProperty("Name");
  });

  it("asks of a key whose rows differ in nothing that is mapped", async () => {
    const { questions } = await look("complaints.csv", [
      "Ticket ID,Type,Opened,Step",
      "T-1,delivery,2026-01-05 10:00:00,seen",
      "T-1,delivery,2026-01-05 10:00:00,solved",
    ]);
    expect(questions).toContain(
      "Is Ticket ID the key of complaints? Rows of one key count once, and some (1) differ in columns that are not mapped.",
    );
  });
});

describe("sniff(path): marks and codes", () => {
  it("parts fields into numbers and days where decimal commas part as many lines", async () => {
    const titles = ["Report;made 09.12.2025", "", "IBAN;DE02", "Name;Account", "Balance;66.331,90;EUR", ""];
    const rows = [5, 6, 7, 8, 9].map((day) => `0${day}.12.2025;Payment ${day};-${day},50;EUR`);
    writeFileSync(join(folder, "bank.csv"), `${[...titles, "Booked;Text;Amount;Currency", ...rows].join("\n")}\n`);
    const { delimiter, header } = await sniff(join(folder, "bank.csv"));
    expect({ delimiter, header }).toEqual({ delimiter: ";", header: ["Booked", "Text", "Amount", "Currency"] });
  });

  it("says which currencies words and marks mean, and asks of those it does not know", async () => {
    const header = "Номер;Дата;Контрагент;Сумма;Валюта";
    const rows = (currency: string) => [
      header,
      `УТ-1;05.01.2026;Роза;100,50;${currency}`,
      "УТ-2;06.01.2026;Лилия;9,50;USD",
    ];
    writeFileSync(join(folder, "orders.csv"), `${rows("руб.").join("\n")}\n`);
    const known = await sniff(join(folder, "orders.csv"));
    expect(known.yaml).toContain('currency: { from: "Валюта", values: { "руб.": RUB, "USD": USD }, other: reject }');
    expect(known.questions).toEqual([
      "Are the currencies of Валюта руб. (RUB), USD (USD)? Rows of others will be set aside.",
    ]);
    writeFileSync(join(folder, "orders.csv"), `${rows("у. е.").join("\n")}\n`);
    expect((await sniff(join(folder, "orders.csv"))).questions).toEqual([
      "Which currencies are у. е. in Валюта? Say their codes with values.",
    ]);
  });

  it("knows words and marks of currencies behind names", async () => {
    const found = await look("orders.csv", ['Номер,Дата,"Сумма, руб."', "1,2026-04-11,100.50"]);
    expect(found.matches).toMatchObject({ "Сумма, руб.": "amount" });
    expect(found.questions).toEqual([
      "Сумма, руб. is in RUB: add currency: { value: RUB } unless that is the reporting currency.",
    ]);
  });

  it("takes what was put on an order just now for open, and times before days for times", async () => {
    const found = await look("orders.csv", [
      "Номер заказа,Дата заказа,Сумма,Статус",
      "1,06:54:25 11.04.2026,100.50,Новое",
      "2,19:32:35 21.04.2026,10.00,На сборке",
      "3,19:32:35 22.04.2026,10.00,Доставлен",
    ]);
    expect(found.questions).toEqual([
      expect.stringContaining("Доставлен (done), none (cancelled), Новое, На сборке (open)?"),
    ]);
    const { yaml } = await sniff(join(folder, "orders.csv"));
    expect(yaml).toContain('dates: ["HH:mm:ss dd.MM.yyyy"]');
  });
});
