import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff, sniffSystem } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-lists-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const orders = [
  "order_id,client_id,order_date,order_status_id,total_amount",
  "1,7,2026-03-05,4,20.50",
  "2,7,2026-03-16,5,10.00",
  "3,8,2026-03-17,1,30.00",
];

describe("sniffSystem(paths, source) of tables that list words for others", () => {
  it("reads what became of an order by the words of the table of statuses, and loads it so", async () => {
    const statuses = ["order_status_id,name", "1,Pendiente", "4,Entregado", "5,Cancelado"];
    const { questions, yaml } = await sniffSystem(
      [file("orders.csv", orders), file("order_statuses.csv", statuses)],
      "shop",
    );
    expect(yaml).toContain('values: { "1": open, "4": done, "5": cancelled }');
    expect(questions).toEqual([
      "orders.csv: Does order_status_id tell what became of an order: 4 Entregado (done), 5 Cancelado (cancelled), 1 Pendiente (open)? Rows of other statuses will be set aside.",
    ]);
    const inbox = makeInbox(yaml);
    inbox.put("orders.csv", `${orders.join("\n")}\n`);
    await inbox.ingest();
    expect(await inbox.rows("select order_id, status from raw.orders order by 1")).toEqual([
      ["shop:1", "done"],
      ["shop:2", "cancelled"],
      ["shop:3", "open"],
    ]);
  });

  it("leaves statuses as they are where the table lacks one of them", async () => {
    const { questions } = await sniffSystem(
      [file("orders.csv", orders), file("order_statuses.csv", ["order_status_id,name", "1,Pendiente", "4,Entregado"])],
      "shop",
    );
    expect(questions[0]).toContain("none (cancelled)");
  });

  it("asks what lines are worth where neither lines nor orders tell", async () => {
    const lines = ["order_line_id,order_id,product_id,quantity", "1,1,a,2", "2,2,b,1"];
    const products = ["product_id,product_name,price", "a,Cup,5.50", "b,Bowl,9.00"];
    const bare = ["order_id,order_date", "1,2026-03-05", "2,2026-03-16"];
    const paths = [file("order_lines.csv", lines), file("products.csv", products)];
    const { questions } = await sniffSystem([...paths, file("orders.csv", bare)], "shop");
    expect(questions).toEqual([
      "order_lines.csv: What is a line worth? No column of lines or orders tells a price or an amount: sales would not be known. The prices of products.csv are those of today's list: write the price paid into each line of the export.",
    ]);
    const alone = await sniffSystem(
      [file("orders.csv", ["order_id,client_id,order_date", "1,7,2026-03-05", "2,8,2026-03-16"])],
      "shop",
    );
    expect(alone.questions).toEqual([expect.stringContaining("What is an order worth?")]);
    const priced = ["order_line_id,order_id,product_id,quantity,unit_price", "1,1,a,2,5.50", "2,2,b,1,9.00"];
    const paid = [file("order_lines.csv", priced), file("products.csv", products), file("orders.csv", bare)];
    expect((await sniffSystem(paid, "shop")).questions).toEqual([]);
  });

  it("takes the table that lines name by an id for the products, though it has no names", async () => {
    const { yaml } = await sniffSystem(
      [
        file("order_details.csv", ["order_details_id,order_id,pizza_id,quantity", "1,1,hawaiian_m,1", "2,2,big_l,2"]),
        file("pizzas.csv", ["pizza_id,pizza_type_id,size,price", "hawaiian_m,hawaiian,M,12.75", "big_l,big,L,20.75"]),
      ],
      "pizza",
    );
    expect(yaml).toContain('product_id: { from: "pizza_id" }\n      name: { from: "pizza_id" }');
  });
});

describe("sniffSystem(paths, source) of users", () => {
  const users = ["id,first_name,last_name", "1,Ana,Ruiz", "2,Luis,Gil"];

  it("takes users of orders for clients where the list of clients holds them all", async () => {
    const bought = ["id,user_id,order_date,status", "1,1,2026-03-05,completed", "2,2,2026-03-16,completed"];
    const paths = [file("raw_customers.csv", users), file("raw_orders.csv", bought)];
    expect((await sniffSystem(paths, "shop")).yaml).toContain('client_id: { from: "user_id" }');
    const strangers = file("raw_orders.csv", [...bought, "3,7,2026-03-17,completed"]);
    const { yaml } = await sniffSystem([file("raw_customers.csv", users), strangers], "shop");
    expect(yaml).not.toContain('client_id: { from: "user_id" }');
  });

  it("asks whether users beside a list of clients are employees", async () => {
    const accounts = ["id,account_name,city", "1,Rose,Lima", "2,Iris,Sucre"];
    const paths = [
      file("user_data.csv", ["id,name,city", "1,Ana,Lima", "2,Luis,Sucre"]),
      file("accounts.csv", accounts),
    ];
    const { questions } = await sniffSystem(paths, "crm");
    expect(questions).toContainEqual(expect.stringMatching(/^user_data.csv: Are users clients, or employees/));
    expect((await sniffSystem(paths.slice(0, 1), "crm")).questions).toEqual([]);
  });
});

describe("sniff(path) of a list of something else", () => {
  it.each([
    ["countries.csv", ["country_id,code,name,continent", "1,AR,Argentina,America", "2,BO,Bolivia,America"]],
    ["locations.csv", ["location_id,name,city,address", "1,Shop,Lima,Larco 845", "2,Other,Sucre,Plaza 1"]],
    ["client_types.csv", ["client_type_id,name,description", "1,Retail,Buys little", "2,Wholesale,Buys much"]],
    ["order_statuses.csv", ["order_status_id,name,description", "1,Open,Not sent", "2,Sent,On its way"]],
  ])("takes %s neither for cards nor for documents", async (name, lines) => {
    expect((await sniff(file(name, lines))).entity).toBeUndefined();
  });

  it.each([
    "Date,Campaign ID,Campaign,Impressions,Clicks,Cost\n2026-03-05,7,Spring,166,49,36.15\n2026-03-06,7,Spring,170,35,24.57",
    "Дата;№ Кампании;Показы;Клики;Расход (руб.)\n05.03.2026;7;166;49;36,15\n06.03.2026;7;170;35;24,57",
    "date,customer_id,id,base_campaign,clicks,cost_micros,impressions\n2021-02-01,21,99,c/99,49,36150000,166\n2021-02-03,21,99,c/99,35,24570000,170",
  ])(
    "takes costs of advertising by day neither for orders nor for campaigns, and says what to export",
    async (lines) => {
      const { entity, questions } = await sniff(file("campaign_stats.csv", [lines]));
      expect(entity).toBeUndefined();
      expect(questions).toEqual([expect.stringContaining("map its cost to campaigns.fixed_cost_amount")]);
    },
  );

  it("takes rows with an id of their own beside that of an order for no orders, and lines for no cards", async () => {
    const moves = ["id,order_id,amount,created_at,gateway", "7,1,41.50,2026-03-05,card", "8,1,10.00,2026-03-06,card"];
    expect((await sniff(file("shop_transaction_data.csv", moves))).entity).toBeUndefined();
    const items = ["id,opportunity_id,name,list_price", "a,1,Cup,2.50", "b,1,Bowl,3.50"];
    expect((await sniff(file("opportunity_line_item.csv", items))).entity).not.toBe("products");
  });

  it("takes no flag for a day, and tasks for contacts with clients", async () => {
    const tasks = [
      "id,account_id,type,created_date,is_closed,priority,subject,activity_date",
      "1,7,Call,2026-03-05,true,High,Offer,2026-03-06",
      "2,8,Email,2026-03-06,false,Low,Thanks,2026-03-07",
    ];
    const { entity, matches } = await sniff(file("sf_task_data.csv", tasks));
    expect(entity).toBe("interactions");
    expect(matches.has("is_closed")).toBe(false);
  });

  it("takes a state beside a city for a place, and that of an account for none", async () => {
    const sales = [
      "Row ID,Order ID,Order Date,Customer ID,Country,City,State,Sales,Quantity,Product ID",
      "1,A-1,2026-03-05,C1,US,Henderson,Kentucky,261.96,2,P1",
      "2,A-2,2026-03-06,C2,US,Houston,Texas,14.62,3,P2",
    ];
    const { matches, told } = await sniff(file("superstore.csv", sales));
    expect([...matches.values(), ...told.keys()]).not.toContain("status");
    const people = [
      "id,first_name,last_name,email,state",
      "1,Ana,Ruiz,a@b.example,enabled",
      "2,Al,Gil,c@d.example,disabled",
    ];
    expect((await sniff(file("customers.csv", people))).matches.has("state")).toBe(false);
  });

  it("names who bought by an id rather than by the mailbox before it", async () => {
    const orders = [
      "id,email,total_price,created_at,customer_id",
      "1,a@b.example,2.80,2026-03-05,7",
      "2,c@d.example,3.10,2026-03-06,8",
    ];
    expect((await sniff(file("shop_order_data.csv", orders))).matches.get("customer_id")).toBe("client_id");
  });

  it("takes nothing told of a client or a product for the id of one, and the value of an order for its amount", async () => {
    const people = [
      "ContactId,FullName,Email,CustomerSatisfaction,CustomerLoyaltyTier,Product_Interest",
      "C_1,Ana Ruiz,a@b.example,high,low,Cup",
      "C_2,Al Gil,c@d.example,low,low,Bowl",
    ];
    expect([...(await sniff(file("contacts_meta.csv", people))).matches.values()]).not.toContain("client_id");
    const orders = ["order_id,customer_id,order_date,order_value", "1,7,2026-03-05,2.80", "2,8,2026-03-06,3.10"];
    expect((await sniff(file("orders_all.csv", orders))).matches.get("order_value")).toBe("amount");
    const paid = ["payment_id,payment_date,order_id,amount_paid", "p,2026-03-05,1,5.50", "q,2026-03-06,2,6.50"];
    expect((await sniff(file("payments.csv", paid))).matches.get("amount_paid")).toBe("amount");
  });

  it("asks which of two columns of one name is meant where they differ, and of days that are counted", async () => {
    const twice = [
      "Order ID,Order Date,Customer,Amount,Amount",
      "1,2026-03-05,Rose,10.5,11",
      "2,2026-03-06,Iris,11.5,12",
    ];
    expect((await sniff(file("orders_twice.csv", twice))).questions).toEqual([
      'Which of the columns called Amount is amount? They differ, and the first is taken; the second is "Amount#2".',
    ]);
    expect((await sniff(file("orders_same.csv", [twice[0] ?? "", "1,2026-03-05,Rose,9,9"]))).questions).toEqual([]);
    const counted = ["Order ID,Order Date,Customer,Amount", "1,46086,Rose,10.5", "2,46097,Iris,11.5"];
    expect((await sniff(file("orders_counted.csv", counted))).questions).toEqual([
      "Which column is order_date? Day of the order. Order Date holds days as spreadsheets count them (46086): export it as days, or as a workbook.",
    ]);
  });

  it("knows lists of ours by their ids as before", async () => {
    const lists = {
      "accounts.csv": ["account_id,account_name,city", "1,Rose,Lima", "2,Iris,Sucre"],
      "employees.csv": ["employee_id,name", "1,Ann", "2,Bob"],
      "items.csv": ["item_id,item_name,price", "1,Cup,2.5", "2,Bowl,3"],
    };
    const found = await Promise.all(Object.entries(lists).map(([name, lines]) => sniff(file(name, lines))));
    expect(found.map(({ entity }) => entity)).toEqual(["clients", "managers", "products"]);
  });

  it("takes the name of a product for its name, and its description for none", async () => {
    const lines = ["product_id,description,product_name", "1,Made of clay,Cup", "2,Made of wood,Bowl"];
    expect((await sniff(file("products.csv", lines))).matches.get("product_name")).toBe("name");
    const alone = ["product_id,description", "1,Cup", "2,Bowl"];
    expect((await sniff(file("products.csv", alone))).matches.get("description")).toBe("name");
  });

  it("joins a name with the family name beside it, unless it holds that", async () => {
    const parted = ["client_id,name,last_name,email", "1,Ana,Ruiz,a@b.example", "2,Luis,Gil,c@d.example"];
    expect((await sniff(file("clients.csv", parted))).yaml).toContain(
      'name: { from: ["name", "last_name"], join: " " }',
    );
    const whole = ["client_id,name,last_name,email", "1,Ana Ruiz,Ruiz,a@b.example", "2,Luis Gil,Gil,c@d.example"];
    expect((await sniff(file("clients.csv", whole))).yaml).toContain('name: { from: "name" }');
  });
});
