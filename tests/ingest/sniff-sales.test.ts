import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff, sniffSystem, type TableProposal } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-sales-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
}

/** Loads files under the source proposed for them; tells the rows that count now. */
async function load(yaml: string, files: Readonly<Record<string, readonly string[]>>) {
  const inbox = makeInbox(yaml);
  for (const [name, lines] of Object.entries(files)) inbox.put(name, `${lines.join("\n")}\n`);
  const report = await inbox.ingest();
  const rejected = report.files.reduce((sum, one) => sum + (one.file?.rows_rejected ?? 0), 0);
  const now = (sql: string) => inbox.rows(sql.replaceAll(/(raw\.\w+)/g, "(select * from $1 where _closed_at is null)"));
  return { rejected, now };
}

function entitiesOf({ entity, beside }: TableProposal): readonly (string | undefined)[] {
  return [entity, ...beside.map((fit) => fit.entity)];
}

describe("sniff(path) of sales under other papers", () => {
  const retail = [
    "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
    "536365,85123A,WHITE HANGING HEART,6,12/13/2010 8:26,2.55,17850,United Kingdom",
    "536365,71053,WHITE METAL LANTERN,6,12/13/2010 8:27,3.39,17850,United Kingdom",
    "C536379,D,Discount,-1,12/13/2010 9:41,27.5,14527,United Kingdom",
    "536414,22139,,56,12/14/2010 11:52,0,,United Kingdom",
    "536370,71053,WHITE MOROCCAN LANTERN,24,12/14/2010 8:45,3.75,12583,France",
  ];

  it("takes an invoice told line by line for an order, and loads every line of it", async () => {
    const proposal = await sniff(file("retail.csv", retail));
    expect(entitiesOf(proposal)).toEqual(["orders", "clients", "products", "order_lines"]);
    expect(proposal.evidence).toEqual(
      expect.arrayContaining([
        "InvoiceNo is taken for the number of an order",
        "Country is taken for the region of an order",
      ]),
    );
    expect(proposal.questions).toEqual([
      "Can StockCode stand twice in one InvoiceNo? It does not in the sample, so both together name a line.",
    ]);
    const { rejected, now } = await load(proposal.yaml, { "retail.csv": retail });
    expect(rejected).toBe(0);
    expect(await now("select sum(quantity * unit_price_amount)::decimal(18, 2)::varchar from raw.order_lines")).toEqual(
      [["98.14"]],
    );
    expect(await now("select client_id, name, country from raw.clients order by 1")).toEqual([
      ["retail:12583", "12583", "France"],
      ["retail:14527", "14527", "United Kingdom"],
      ["retail:17850", "17850", "United Kingdom"],
    ]);
    expect(await now("select name from raw.products where product_id = 'retail:71053'")).toEqual([
      ["WHITE MOROCCAN LANTERN"],
    ]);
    expect(await now("select count(*), count(client_id), count(distinct region) from raw.orders")).toEqual([[4, 3, 2]]);
  });

  it("knows receipts and waybills in the languages of our readers", async () => {
    const papers = {
      "чеки.csv": [
        "Номер чека;Дата;Артикул;Наименование;Кол-во;Цена;Сумма;Клиент",
        "10001;13.01.2024 10:15:00;A-1;Чай;2;100,50;201,00;777",
        "10001;13.01.2024 10:15:00;A-2;Кофе;1;300,00;300,00;777",
      ],
      "накладні.csv": [
        "Видаткова накладна;Дата накладної;Контрагент;Номенклатура;Кількість;Ціна",
        "РН-1;13.01.2024;ТОВ Ромашка;Чай;2;100,50",
        "РН-1;13.01.2024;ТОВ Ромашка;Кава;1;300,00",
      ],
      "cheklar.csv": ["Chek raqami;Sana;Mahsulot;Soni;Narxi", "1;13.01.2024;Choy;2;100,5", "2;14.01.2024;Non;1;3,5"],
      "فاکتور.csv": [
        "شماره فاکتور;تاریخ;مشتری;کالا;تعداد;قیمت",
        "۱;1402/10/23;رضایی;چای;۲;۱۰۰",
        "۲;1402/10/24;نوری;قند;۱;۳۰۰",
      ],
      "сату.csv": ["Чек нөмірі;Күні;Тауар;Саны;Бағасы", "1;13.01.2024;Шай;2;100,5", "2;14.01.2024;Нан;1;3,5"],
    };
    for (const [name, lines] of Object.entries(papers)) {
      const proposal = await sniff(file(name, lines));
      expect([name, ...entitiesOf(proposal)]).toEqual(expect.arrayContaining([name, "orders", "order_lines"]));
      expect([name, proposal.questions.filter((one) => one.startsWith("Which"))]).toEqual([name, []]);
    }
  });

  it("takes no price of a sale for a list price, and nothing told of a client for its id", async () => {
    const proposal = await sniff(
      file("market.csv", [
        "Transaction ID,Date,Customer type,Gender,Product Category,Quantity,Price per Unit,Tax,Total Amount",
        "1,2023-11-24,Member,Male,Beauty,3,50,7.5,150",
        "2,2023-02-27,Normal,Female,Clothing,2,500,50.5,1000",
      ]),
    );
    expect(entitiesOf(proposal)).toEqual(["orders", "order_lines"]);
    expect([...proposal.matches.values()].sort()).toEqual(["amount", "order_date", "order_id"]);
  });

  it("leaves lists of invoices, returns and campaigns what they are", async () => {
    const lists = {
      "invoices.csv": ["Invoice No,Invoice Date,Customer,Total", "1,2024-01-13,Rose,5", "2,2024-01-14,Lily,6"],
      "returns.csv": [
        "Return No,Return Date,Product,Quantity,Refund Amount",
        "1,2024-01-13,P,5,9",
        "2,2024-01-14,Q,1,6",
      ],
    };
    for (const [name, lines] of Object.entries(lists))
      expect(entitiesOf(await sniff(file(name, lines)))).toEqual([name.replace(".csv", "")]);
    const ads = ["campaign_name,date,spend,clicks", "Spring,2024-01-13,10.5,50", "Summer,2024-06-13,20.5,60"];
    expect((await sniff(file("ads.csv", ads))).entity).toBeUndefined();
  });
});

describe("sniff(path) of invoices with their payments", () => {
  it("proposes a feed for the payment of each row that tells its day", async () => {
    const lines = [
      "Invoice No,Invoice Date,Due Date,Customer,Invoice Amount,Settled Date",
      "1,2024-01-13,2024-02-13,Rose,5.5,2024-02-20",
      "2,2024-01-14,2024-02-14,Lily,6,",
    ];
    const proposal = await sniff(file("receivables.csv", lines));
    expect(entitiesOf(proposal)).toEqual(["invoices", "payments"]);
    const { rejected, now } = await load(proposal.yaml, { "receivables.csv": lines });
    expect(rejected).toBe(0);
    expect(await now("select invoice_id, amount::varchar, paid_date::varchar from raw.payments")).toEqual([
      ["receivables:1", "5.5000", "2024-02-20"],
    ]);
    expect(await now("select count(*) from raw.invoices")).toEqual([[2]]);
  });
});

describe("sniffSystem(paths, source) of invoices and their lines", () => {
  it("takes invoices for orders too, where lines name them and nothing else names orders", async () => {
    const files = {
      "Invoice.csv": ["InvoiceId,CustomerId,InvoiceDate,Total", "1,2,2009-01-13,1.98", "2,4,2009-01-14,3.96"],
      "InvoiceLine.csv": [
        "InvoiceLineId,InvoiceId,ProductId,UnitPrice,Quantity",
        "1,1,2,0.99,2",
        "2,2,4,0.99,3",
        "3,2,2,0.99,1",
      ],
    };
    const paths = Object.entries(files).map(([name, lines]) => file(name, lines));
    const { yaml, questions } = await sniffSystem(paths, "shop");
    expect(questions).toEqual([]);
    const { rejected, now } = await load(yaml, files);
    expect(rejected).toBe(0);
    const joined =
      "select orders.order_id, count(*) from raw.orders as orders inner join raw.order_lines as lines using (order_id) inner join raw.invoices as invoices using (order_id) group by 1 order by 1";
    expect(await now(joined)).toEqual([
      ["shop:1", 1],
      ["shop:2", 2],
    ]);
  });
});

describe("sniffSystem(paths, source) of tables that explain each other", () => {
  it("takes the table that lines name for the products, and reads words for no value, noise and shipping days", async () => {
    const files = {
      "orders.csv": [
        "order_id,order_date,order_customer_id,shipped_date",
        "1,2024-01-13,7,2024-01-15",
        "2,2024-01-14,8,NULL",
      ],
      "order_items.csv": [
        "order_item_id,order_item_order_id,order_item_pizza_id,order_item_quantity,order_item_subtotal",
        "1,1,22,3,11.879999999999999",
        "2,1,23,1,5.5",
        "3,2,22,1,3.96",
      ],
      "pizza.csv": ["pizza_id,pizza_name,Size", "22,Margherita,S", "23,Farmhouse,M"],
      "categories.csv": ["category_id,category_name", "1,Veg", "2,Meat"],
      "customers.csv": ["customer_id,customer_fname,customer_lname,customer_city", "7,Ann,Ray,Oslo", "8,Bob,None,Rome"],
    };
    const { yaml, tables } = await sniffSystem(
      Object.entries(files).map(([name, lines]) => file(name, lines)),
      "shop",
    );
    expect(Object.fromEntries(tables.map((table) => [table.file, entitiesOf(table)]))).toEqual({
      "orders.csv": ["orders", "shipments"],
      "order_items.csv": ["order_lines"],
      "pizza.csv": ["products"],
      "categories.csv": [undefined],
      "customers.csv": ["clients"],
    });
    const { rejected, now } = await load(yaml, files);
    expect(rejected).toBe(0);
    expect(
      await now("select order_id, product_id, amount::varchar from raw.order_lines order by order_line_id"),
    ).toEqual([
      ["shop:1", "shop:22", "11.8800"],
      ["shop:1", "shop:23", "5.5000"],
      ["shop:2", "shop:22", "3.9600"],
    ]);
    expect(await now("select order_id, shipped_date::varchar from raw.shipments")).toEqual([["shop:1", "2024-01-15"]]);
    expect(await now("select name from raw.products order by 1")).toEqual([["Farmhouse"], ["Margherita"]]);
    expect(await now("select name from raw.clients order by 1")).toEqual([["Ann Ray"], ["Bob"]]);
  });
});

describe("sniffSystem(paths, source) of sales with lists of their own beside", () => {
  it("reads no card from rows of sales that a list tells better, and none that is an id alone", async () => {
    const files = {
      "sales.csv": [
        "Order Number,Line Item,Order Date,CustomerKey,ProductKey,Quantity,Currency Code",
        "1,1,2024-01-13,7,5,2,USD",
        "1,2,2024-01-13,7,6,1,USD",
        "2,1,2024-01-14,8,5,1,EUR",
      ],
      "products.csv": ["ProductKey,Product Name", "5,Pad", "6,Pen"],
    };
    const { tables } = await sniffSystem(
      Object.entries(files).map(([name, lines]) => file(name, lines)),
      "shop",
    );
    expect(tables.map((table) => [table.file, ...entitiesOf(table)])).toEqual([
      ["sales.csv", "orders", "order_lines"],
      ["products.csv", "products"],
    ]);
  });

  it("takes no state of a payment for that of an order", async () => {
    const { matches, told } = await sniff(
      file("sales2.csv", ["Order ID,Order Date,Payment Status", "1,2024-01-13,Pending", "2,2024-01-14,Overdue"]),
    );
    expect([[...matches.values()].sort(), told.size]).toEqual([["order_date", "order_id"], 0]);
  });
});

describe("sniff(path) of complaints", () => {
  it("knows the columns of help desks", async () => {
    const desks = {
      "tickets.csv": [
        "Ticket ID,Customer Email,Ticket Type,Ticket Priority,Opened,First Response Time,Resolved At,Assignee",
        "1,a@example.com,Refund,High,2024-01-13 10:00:00,2024-01-13 11:00:00,2024-01-14 10:00:00,Ann",
      ],
      "претензии.csv": [
        "Номер обращения;Клиент;Тип обращения;Дата обращения;Дата закрытия;Ответственный;Описание",
        "1;ООО Ромашка;Качество;13.01.2024 10:00:00;14.01.2024 10:00:00;Иванов;Сломано",
      ],
    };
    for (const [name, lines] of Object.entries(desks)) {
      const { entity, matches, questions } = await sniff(file(name, lines));
      expect([name, entity, questions]).toEqual([name, "complaints", []]);
      expect([...matches.values()]).toEqual(
        expect.arrayContaining([
          "complaint_id",
          "client_id",
          "complaint_type",
          "opened_at",
          "closed_at",
          "responsible_manager_id",
        ]),
      );
    }
  });
});

describe("sniff(path) of statuses", () => {
  it("says what statuses of orders mean and asks, so that a cancelled order is no sale", async () => {
    const lines = [
      "Order ID,Order Date,Customer,Status,Total",
      "1,2024-01-13,Rose,Canceled,5",
      "2,2024-01-14,Lily,Shipped - Delivered,6",
      "3,2024-01-15,Lily,Pending,7",
      "4,2024-01-16,Lily,Отменён,8",
    ];
    const { yaml, questions } = await sniff(file("orders.csv", lines));
    expect(questions).toEqual([
      "Does Status tell what became of an order: Shipped - Delivered (done), Canceled, Отменён (cancelled), Pending (open)? Rows of other statuses will be set aside.",
    ]);
    const { rejected, now } = await load(yaml, { "orders.csv": [...lines, "5,2024-01-17,Rose,Lost in space,9"] });
    expect(rejected).toBe(1);
    expect(await now("select order_id, status from raw.orders order by 1")).toEqual([
      ["orders:1", "cancelled"],
      ["orders:2", "done"],
      ["orders:3", "open"],
      ["orders:4", "cancelled"],
    ]);
  });

  it("takes our own words as they are, and asks what words that tell nothing mean", async () => {
    const own = ["Order ID,Order Date,Customer,Status", "1,2024-01-13,Rose,done", "2,2024-01-14,Lily,cancelled"];
    expect((await sniff(file("own.csv", own))).questions).toEqual([]);
    const deals = [
      "Deal ID,Deal Name,Stage,Status,Created Date",
      "1,One,Demo,Active,2024-01-13",
      "2,Two,Offer,Archived,2024-01-14",
    ];
    expect((await sniff(file("deals.csv", deals))).questions).toEqual([
      "Which values of Status mean won, lost, open? Say so with values: nothing in them tells.",
    ]);
  });
});
