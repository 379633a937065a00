import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-exports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function look(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return sniff(path);
}

/** Shapes that public exports have, with values of ours. */
describe("sniff(path) of exports as other systems write them", () => {
  it("knows the properties of HubSpot, and what became of a deal by its stage", async () => {
    const found = await look(
      "deals.csv",
      `amount,closedate,createdate,dealname,dealstage,hs_object_id
120,2025-02-01T10:00:00Z,2025-01-01T10:00:00Z,One,closedwon,101
80,2025-02-02T10:00:00Z,2025-01-02T10:00:00Z,Two,closedlost,102
70,,2025-01-03T10:00:00Z,Three,qualifiedtobuy,103
`,
    );
    expect([found.matches.get("hs_object_id"), found.matches.get("dealstage")]).toEqual(["deal_id", "stage"]);
    expect(Object.fromEntries(found.told.get("status")?.values ?? [])).toEqual({
      closedwon: "won",
      closedlost: "lost",
      qualifiedtobuy: "open",
    });
  });

  it("proposes a sign before the mark of a currency, and parentheses, and they are read as they stand", async () => {
    const content = `Payment number,Customer,Payment date,Amount
1,Ann,2025-01-01,- $220.00
2,Ann,2025-01-02,"+ $1,420.50"
3,Bob,2025-01-03,($20.25)
4,Bob,2025-01-04,$-3.00
`;
    const { yaml, questions } = await look("payments.csv", content);
    expect(questions).toEqual([
      expect.stringContaining("Are the 3 of 4 amounts of Amount below zero refunds?"),
      "Amount is marked as USD: add currency: { value: USD }, for lines to their orders, unless that is the reporting currency.",
    ]);
    const inbox = makeInbox(yaml.replace(/^source: .*$/m, "source: test"));
    expect((await inbox.load("payments.csv", content)).file).toMatchObject({ rows_accepted: 4, rows_rejected: 0 });
    expect(await inbox.rows("select cast(sum(amount) as varchar) from raw.payments")).toEqual([["1177.2500"]]);
  });

  it("takes a line alone that holds numbers for a row, and addresses for no names of columns", async () => {
    const alone = await look("card.csv", "DEBIT,20251231,Some shop,-123.45\n");
    expect([alone.isHeadless, alone.records]).toEqual([true, 1]);
    const addresses = await look("mails.csv", "ann@example.com,Ann\nbob@example.com,Bob\n");
    expect(addresses.questions).toContainEqual(expect.stringContaining("No line looks like a header"));
  });

  it("takes a rate of no currency for a price, and a text for no day", async () => {
    const sales = await look(
      "list.csv",
      "index,DATE,CUSTOMER,SKU,PCS,RATE,GROSS AMT\n0,06-05-21,ANN,MEN5004-XL,1,616.56,617\n1,06-15-21,BOB,MEN5004-L,2,616.56,1233\n",
    );
    expect(sales.entity).not.toBe("exchange_rates");
    const payments = await look(
      "payments.csv",
      "id,posting_date,paid_from,amount\n1,2025-01-01,4191 - 4191 Advances,5\n2,2025-01-02,4111 - Clients,6\n",
    );
    expect(payments.matches.get("posting_date")).toBe("paid_date");
    expect(payments.matches.has("paid_from")).toBe(false);
  });

  it("takes the total of an order for no line of it, and an amount of discount for no share", async () => {
    const repeated = await look(
      "orders.csv",
      `ORDER_ID,ORDER_DATE,CUSTOMER_ID,ORDER_TOTAL,LINE_ITEM_ID,PRODUCT_ID,UNIT_PRICE,QUANTITY,DISCOUNT_AMOUNT,DISCOUNT_PCT
1,2025-01-05,7,50,1,A,10,2,0,0
1,2025-01-05,7,50,2,B,15,2,0,12.5
2,2025-01-06,8,9,1,A,9,1,1,10
`,
    );
    const lines = repeated.beside.find(({ entity }) => entity === "order_lines");
    expect(repeated.matches.get("ORDER_TOTAL")).toBe("amount");
    expect([...(lines?.matches ?? [])].filter(([, to]) => to === "amount")).toEqual([]);
    expect(repeated.evidence).toContain("ORDER_TOTAL is no order_lines.amount: it tells of whole orders");
    expect([...(lines?.matches ?? [])].find(([, to]) => to === "discount_share")).toEqual([
      "DISCOUNT_PCT",
      "discount_share",
    ]);
    expect(repeated.yaml).toContain('discount_share: { from: "DISCOUNT_PCT", percent: true }');
    expect(repeated.questions).toContainEqual(expect.stringContaining("Is DISCOUNT_PCT (discount_share) per cent?"));
    const first = await look(
      "shop.csv",
      `Name,Created at,Email,Subtotal,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
#1,2025-01-05,a@x.org,40,45,2,Cup,10,C
#1,,,,,1,Pot,20,P
#2,2025-01-06,b@x.org,10,10,1,Cup,10,C
`,
    );
    expect([...(first.beside[0]?.matches ?? [])].filter(([, to]) => to === "amount")).toEqual([]);
  });

  it("takes names apart that are written together, and writes names of several lines into one", async () => {
    const glued = await look(
      "sales.csv",
      `ORDERNUMBER,QUANTITYORDERED,PRICEEACH,ORDERLINENUMBER,SALES,ORDERDATE,STATUS
10107,30,95.7,2,2871,2/24/2003 0:00,Shipped
10107,34,81.35,5,2765.9,2/24/2003 0:00,Shipped
10121,41,94.74,2,3884.34,7/1/2003 0:00,Shipped
`,
    );
    expect([glued.entity, glued.matches.get("ORDERNUMBER")]).toEqual(["orders", "order_id"]);
    expect(glued.beside[0]?.joined.get("order_line_id")).toEqual(["ORDERNUMBER", "ORDERLINENUMBER"]);
    expect(glued.beside[0]?.matches.get("PRICEEACH")).toBe("unit_price_amount");
    const spoken = await look("Заказы.csv", "КодЗаказа,КодКлиента,ДатаРазмещения\n1,A,2025-01-05\n2,B,2025-01-06\n");
    expect([...spoken.matches.values()].sort()).toEqual(["client_id", "order_date", "order_id"]);
    const tall = await look("prices.csv", 'Код,Наименование,"РРЦ 2024,\nтенге"\n1,Чашка,много\n');
    expect(tall.yaml).toContain("# not mapped: РРЦ 2024, тенге (text: много)");
  });

  it.each([
    [
      "Kommo",
      "ID,Lead name,Company,Responsible user,Lead stage,Budget,Created at,Closed at",
      ["Closed - won", "Closed - lost"],
    ],
    [
      "Pipedrive",
      "Deal - ID,Deal - Title,Deal - Organization,Deal - Owner,Deal - Stage,Deal - Value,Deal - Deal created,Deal - Won time",
      ["Won", "Lost"],
    ],
    [
      "Bitrix24 in Ukrainian",
      "ID,Назва угоди,Компанія,Відповідальний,Стадія угоди,Сума,Дата створення,Дата закриття",
      ["Угоду виграно", "Угоду програно"],
    ],
    [
      "HubSpot in German",
      "Datensatz-ID,Deal Name,Unternehmen,Zuständiger Mitarbeiter,Deal-Phase,Betrag,Erstellungsdatum,Abschlussdatum",
      ["Gewonnen", "Verloren"],
    ],
    [
      "HubSpot in Spanish",
      "ID de registro,Nombre del negocio,Empresa,Propietario del negocio,Etapa del negocio,Importe,Fecha de creación,Fecha de cierre",
      ["Cierre ganado", "Cierre perdido"],
    ],
  ])("knows the columns of deals as %s names them", async (_, header, [won, lost]) => {
    const found = await look(
      "deals.csv",
      `${header}\n7,One,Ann,Bob,${won},5,2025-01-05,2025-02-05\n8,Two,Cid,Bob,${lost},6,2025-01-06,2025-02-06\n`,
    );
    expect([...found.matches.values()]).toHaveLength(8);
    expect([...found.matches.values()].sort()).toEqual([
      "amount",
      "client_id",
      "closed_date",
      "created_date",
      "deal_id",
      "manager_id",
      "name",
      "stage",
    ]);
    expect([...(found.told.get("status")?.values ?? [])]).toEqual([
      [won, "won"],
      [lost, "lost"],
    ]);
  });

  it("asks where lines end with a field more than the header, or few lines are alike, and finds rows below a title", async () => {
    const tailed = await look("tail.csv", "DATE,TIMEQty,PRODUCT\n2025-01-01,10:00,2,\n2025-01-02,11:00,3,\n");
    expect(tailed.questions).toContainEqual(expect.stringContaining("Lines end with one empty field more"));
    const spread = await look("spread.csv", "a,b,c\n1,2\n3,4,5,6\n7,8,9,1,2\n1,2,3\n4,5\n1,2,3,4,5,6\n3,4,5,6\n");
    expect(spread.questions).toContainEqual(expect.stringMatching(/^Only \d+ % of lines have as many fields/));
    const titled = await look("title.csv", "DATE TIME QTY\n2025-01-01,10:00,2,x\n2025-01-02,11:00,3,y\n");
    expect([titled.isHeadless, titled.records]).toEqual([true, 2]);
  });
});
