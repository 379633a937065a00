import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-shops-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function look(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const { entity, beside, matches, questions } = await sniff(join(folder, name));
  const fits = [{ entity, matches }, ...beside];
  const of = (wanted: string) => Object.fromEntries(fits.find((fit) => fit.entity === wanted)?.matches ?? []);
  return { entity, of, questions };
}

/** Layouts of shops, tills and books, with the columns of orders and of their lines that are found in them. */
const layouts: readonly (readonly [
  name: string,
  text: string,
  orders: Readonly<Record<string, string>>,
  lines: Readonly<Record<string, string>>,
])[] = [
  [
    "Ozon",
    "Номер заказа;Номер отправления;Принят в обработку;Статус;Сумма отправления;Наименование товара;Артикул;Количество\n24-1;24-1-1;2026-03-05 10:11:12;Доставлен;1500.00;Кружка;KR-1;2\n24-2;24-2-1;2026-03-06 11:11:12;Отменен;990.00;Ложка;LO-1;1\n",
    { "Номер заказа": "order_id", "Принят в обработку": "order_date", "Сумма отправления": "amount" },
    { Артикул: "product_id", Количество: "quantity" },
  ],
  [
    "Yandex Market",
    "Номер заказа;Дата оформления;Ваш SKU;Название товара;Количество;Ваша цена, ₽;Статус заказа\n1001;05.03.2026;KR-1;Кружка;2;750;Доставлен\n1002;16.03.2026;LO-1;Ложка;1;990;Отменён\n",
    { "Номер заказа": "order_id", "Дата оформления": "order_date" },
    { "Ваш SKU": "product_id", Количество: "quantity", "Ваша цена, ₽": "unit_price_amount" },
  ],
  [
    "iiko",
    "Учетный день;Номер чека;Блюдо;Количество блюд;Сумма без скидки;Сумма со скидкой;Официант\n05.03.2026;1001;Суп;2;500,00;450,00;Анна\n05.03.2026;1001;Чай;1;100,00;90,00;Анна\n16.03.2026;1002;Чай;3;300,00;300,00;Борис\n",
    { "Номер чека": "order_id", "Учетный день": "order_date", Официант: "manager_id" },
    { Блюдо: "product_id", "Количество блюд": "quantity", "Сумма со скидкой": "amount" },
  ],
  [
    "SAP Business One",
    "DocNum,DocDate,CardCode,CardName,DocTotal,ItemCode,Dscription,Quantity,Price,LineTotal\n1001,05.03.2026,C001,Rose,300.00,A1,Cup,2,100.00,200.00\n1001,05.03.2026,C001,Rose,300.00,A2,Spoon,1,100.00,100.00\n1002,16.03.2026,C002,Iris,50.00,A2,Spoon,1,50.00,50.00\n",
    { DocNum: "order_id", DocDate: "order_date", CardCode: "client_id", DocTotal: "amount" },
    { ItemCode: "product_id", Quantity: "quantity", Price: "unit_price_amount", LineTotal: "amount" },
  ],
  [
    "Portuguese",
    "id_venda,data,produto,vendedor,regiao,quantidade,preco_unitario,valor_total\nV1,2026-03-05,Copo,Ana,Norte,5,2.50,12.50\nV2,2026-03-16,Prato,Rui,Sul,1,9.00,9.00\n",
    { id_venda: "order_id", data: "order_date", vendedor: "manager_id", regiao: "region" },
    { produto: "product_id", quantidade: "quantity", preco_unitario: "unit_price_amount", valor_total: "amount" },
  ],
  [
    "Spanish",
    "ID_PEDIDO,CLIENTE,PRODUCTO,CANTIDAD,PRECIO,FECHA_HORA\n1,Rosa,Taza,2,5.00,2026-03-05 10:00\n2,Iris,Plato,1,7.50,2026-03-16 11:00\n",
    { ID_PEDIDO: "order_id", CLIENTE: "client_id", FECHA_HORA: "order_date" },
    { PRODUCTO: "product_id", CANTIDAD: "quantity", PRECIO: "unit_price_amount" },
  ],
  [
    "Turkish",
    "Sipariş ID,Tarih,Müşteri,Malzeme Adı,Adet,Birim Fiyat,Durum\nD1,19.07.2026,Gül,Dişli,2,63.00,Tamamlandı\nD2,20.07.2026,Lale,Manşon,1,34.00,İşlemde\n",
    { "Sipariş ID": "order_id", Tarih: "order_date", Müşteri: "client_id" },
    { "Malzeme Adı": "product_id", Adet: "quantity", "Birim Fiyat": "unit_price_amount" },
  ],
];

describe("sniff(path) of shops, tills and books", () => {
  it.each(layouts)("knows the orders and lines of %s", async (_name, text, orders, lines) => {
    const { of } = await look("export.csv", text);
    expect(of("orders")).toMatchObject(orders);
    expect(of("order_lines")).toMatchObject(lines);
  });

  it("takes a № for the number of an order where it does not count rows, as in Moysklad", async () => {
    const header = "№;Время;Контрагент;Сумма;Статус";
    const row = (number: string, day: string) => `${number};${day}.03.2026 10:11;Роза;1500,00;Новый`;
    const orders = await look("orders.csv", [header, row("00007", "05"), row("00009", "16"), ""].join("\n"));
    expect(orders.of("orders")).toMatchObject({ "№": "order_id", Время: "order_date" });
    const counted = await look("orders.csv", [header, row("1", "05"), row("2", "16"), ""].join("\n"));
    expect(counted.of("orders")).not.toHaveProperty("№");
  });

  it("takes statuses of other languages for what they say", async () => {
    const { questions } = await look("siparisler.csv", layouts[6]?.[1] ?? "");
    expect(questions).toContainEqual(expect.stringContaining("Tamamlandı (done), none (cancelled), İşlemde (open)"));
  });

  it("takes a subtotal beside lines that say what they are for that of the order", async () => {
    const { of } = await look(
      "shopify.csv",
      "Name,Email,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n#7,a@b.example,20.00,25.00,2026-03-05,2,Cup,15.00,\n#8,c@d.example,9.00,9.00,2026-03-16,1,Bowl,9.00,\n",
    );
    expect(of("order_lines")).not.toHaveProperty("Subtotal");
    expect(of("orders")).toMatchObject({ Total: "amount" });
  });

  it("takes the only day of a payment for its day, and asks; and no list whose ids come again and again for cards", async () => {
    const { of, questions } = await look(
      "payments.csv",
      "transaction_id,amount,currency,timestamp\nt1,10.00,EUR,2026-03-05 10:00:00\nt2,12.00,EUR,2026-03-16 10:00:00\n",
    );
    expect(of("payments")).toMatchObject({ timestamp: "paid_date" });
    expect(questions).toEqual([expect.stringContaining("Is timestamp payments.paid_date?")]);
    const rows = Array.from({ length: 12 }, (_, row) => `A${row % 3},Thing ${row},2026-03-0${1 + (row % 9)}`);
    expect((await look("things.csv", ["Code,Name,Moved", ...rows, ""].join("\n"))).entity).toBeUndefined();
  });

  it("takes books of invoices for no statement, and asks of payments among them", async () => {
    const { entity, questions } = await look(
      "transactions.csv",
      'Date,Transaction Type,Num,Customer,Due Date,Amount,Open Balance\n03/05/2026,Invoice,1001,Rose,04/04/2026,"1,250.50",0.00\n03/16/2026,Invoice,1002,Iris,04/15/2026,99.00,99.00\n03/17/2026,Payment,1003,Rose,,"-1,250.50",0.00\n',
    );
    expect(entity).toBe("invoices");
    expect(questions).toContainEqual(expect.stringContaining("Are rows of Transaction Type Payment invoices, too?"));
  });

  it("takes rows that name an invoice for no list of clients", async () => {
    const { entity, of } = await look(
      "lote.csv",
      "Factura,Pedido,Fecha_Venc,Nombre_Cliente,Codigo,Estado\n7,P1,2026-03-05,Rosa,A-1,JAL\n8,P2,2026-03-16,Iris,A-2,MEX\n",
    );
    expect(entity).not.toBe("clients");
    expect(of("clients")).toEqual({});
  });

  it("takes a list of purchases for sales only with a question, and a history of changes for no orders", async () => {
    const bought = await look(
      "orders.csv",
      "order_id,order_date,supplier_name,total_amount\nP1,2026-03-05,Mill,10.00\nP2,2026-03-16,Mine,20.00\n",
    );
    expect(bought.questions).toContainEqual(
      expect.stringContaining("Are these purchases? supplier_name names a supplier"),
    );
    const history = await look(
      "order_status_history.csv",
      "history_id,order_id,previous_status,new_status,changed_date\n1,O1,pending,sent,2026-03-05\n2,O2,sent,done,2026-03-06\n",
    );
    expect(history.of("orders")).not.toHaveProperty("changed_date");
  });

  it("takes an id that no two lines share for that of the line, where another column names the product", async () => {
    const rows = [1, 2, 3, 4, 5, 6].map((row) => `I${row},O${(row + 1) >> 1},P${row % 2},2,5.00`);
    const { of } = await look(
      "order_items.csv",
      ["item_id,order_id,product_code,quantity,unit_price", ...rows, ""].join("\n"),
    );
    expect(of("order_lines")).toMatchObject({ item_id: "order_line_id", product_code: "product_id" });
  });

  it("knows a header without rows by its names, and asks of no gaps", async () => {
    const { of, questions } = await look(
      "orders.csv",
      "order_id,customer_id,order_date,total_amount,sales_representative\n",
    );
    expect(of("orders")).toMatchObject({ order_id: "order_id", order_date: "order_date", total_amount: "amount" });
    expect(questions.join()).not.toContain("empty in so many");
  });

  it("reads days with and without a time in one column", async () => {
    writeFileSync(
      join(folder, "contracts.csv"),
      "contract_id,name,start_date,end_date\n1,A,2026-01-01 00:00:00,2026-12-31\n2,B,2026-02-15,2027-02-14\n",
    );
    const { yaml } = await sniff(join(folder, "contracts.csv"));
    expect(yaml).toContain('start_date: { from: "start_date", dates: ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"] }');
  });

  it("says which days are written otherwise, and which name does not look like one", async () => {
    const days = await look(
      "payments.csv",
      "Payment ID,Date,Amount\n1,2026-03-05,1.00\n2,5/3/2026,2.00\n3,soon,3.00\n",
    );
    expect(days.questions).toContainEqual(
      expect.stringContaining('1 of 3 values are no day as written here, such as "soon"'),
    );
    const header = await look("books.csv", "author;title;rating;1_star\nA;B;4,5;10\nC;D;3,5;20\n");
    expect(header.questions).toContainEqual(expect.stringContaining('though "1_star" does not look like a name'));
  });
});
