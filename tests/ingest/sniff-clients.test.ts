import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff, sniffSystem } from "../../ingest/sniff.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-clients-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

describe("askOfClients(fits, table)", () => {
  it("asks whose orders these are, where people stand in columns that nothing takes", async () => {
    const { matches, questions } = await sniff(
      file("orders.csv", [
        "Order No,Order Date,Amount,Bill To Email Address,Phone",
        "A1,2026-03-05,10.50,ann@example.com,+77012345678",
        "A2,2026-03-16,20.00,bob@example.com,+77012345679",
      ]),
    );
    expect([...matches.values()]).not.toContain("client_id");
    expect(questions.join()).toContain("Which column is orders.client_id? None is mapped to it");
  });

  it("asks of an id under which many people stand, as 0 is the guests of a shop", async () => {
    const guests = ["ann", "bob", "cid", "dan", "eva"].map(
      (name, row) => `${row},2026-03-0${row + 1},10.00,0,${name}@example.com`,
    );
    const header = "Order ID,Order Date,Amount,Customer ID,Email";
    const known = ["7,2026-03-07,5.00,41,fay@example.com", "8,2026-03-08,5.00,42,gus@example.com"];
    const { questions } = await sniff(file("guests.csv", [header, ...guests, ...known]));
    expect(questions).toEqual([
      'Does "0" in Customer ID (orders.client_id) mean nobody, such as guests of a shop? 5 different Email stand under it: if so, add nulls: ["0"] to client_id, or map Email to it.',
    ]);
    expect((await sniff(file("known.csv", [header, ...known]))).questions).toEqual([]);
  });

  it("asks of a client whom many rows leave out, though they tell of people", async () => {
    const { questions } = await sniff(
      file("companies.csv", [
        "Order No,Order Date,Amount,Company (Billing),Email (Billing)",
        "1,2026-03-05,10.00,,ann@example.com",
        "2,2026-03-06,10.00,,bob@example.com",
        "3,2026-03-16,10.00,Rose,rose@example.com",
        "4,2026-03-17,10.00,Iris,iris@example.com",
      ]),
    );
    expect(questions).toContain(
      "Is Company (Billing) (orders.client_id) the client? 50 % of the rows leave it empty, and Email (Billing) tell of people in them.",
    );
  });

  it("asks nothing of users whom the list of clients holds", async () => {
    const orders = ["order_id,order_date,amount,user_id", "1,2026-03-05,10.00,41", "2,2026-03-16,5.00,42"];
    expect((await sniff(file("by-users.csv", orders))).questions.join()).toContain("seem to stand in user_id");
    const clients = file("customers.csv", ["customer_id,name", "41,Rose", "42,Iris"]);
    const { questions } = await sniffSystem([file("by-users.csv", orders), clients], "shop");
    expect(questions).toEqual([]);
  });
});

describe("isContradicted(entity, guess, column, plain)", () => {
  it("names a product by its own name, not by that of the client beside it", async () => {
    const { beside } = await sniff(
      file("lines.csv", [
        "Order ID,Order Date,Customer ID,Name,Product ID,Product Name,Quantity,Price",
        "1,2026-03-05,7,Rose,P1,Cup,2,5.50",
        "1,2026-03-05,7,Rose,P2,Spoon,1,2.50",
        "2,2026-03-16,8,Iris,P2,Spoon,3,2.50",
      ]),
    );
    const names = beside.flatMap(({ entity, matches }) =>
      [...matches].flatMap(([from, to]) => (to === "name" ? [[entity, from]] : [])),
    );
    expect(names).toEqual([
      ["clients", "Name"],
      ["products", "Product Name"],
    ]);
  });

  it.each([
    [
      "a line of an order is no product",
      "return_id,order_id,order_item_id,return_date,quantity",
      "1,9,77,2026-03-05,1",
    ],
    [
      "the condition of goods is no product",
      "return_id,order_id,item_condition,return_date,quantity",
      "1,9,new,2026-03-05,1",
    ],
  ])("%s", async (_, header, row) => {
    const { entity, matches } = await sniff(file("returns.csv", [header, row]));
    expect(entity).toBe("returns");
    expect([...matches.values()]).not.toContain("product_id");
  });

  it.each([
    ["yes and no are no telephone", "PhoneService", "Yes", "phone"],
    ["a word is no e-mail", "Email", "subscribed", "email"],
    ["beside a street, a number is that of a house", "Street,Number", "High Street,12", "client_id"],
  ])("%s", async (_, names, values, to) => {
    const { matches } = await sniff(file("clients.csv", [`Customer Name,City,${names}`, `Rose,Leeds,${values}`]));
    expect([...matches.values()]).not.toContain(to);
  });

  it("takes a list of what is in stock for products, though its names have digits", async () => {
    const { entity, beside } = await sniff(
      file("catalogue.csv", [
        "product_id,name,category,price_current,monthly_sales,inventory_qty,status,created_at",
        "p1,Cup 200 ml white,Cups,10.00,40,7,AVAILABLE,2026-03-05 10:00:00",
        "p2,Spoon 18 cm steel,Spoons,2.50,90,11,AVAILABLE,2026-03-16 10:00:00",
      ]),
    );
    expect([entity, beside]).toEqual(["products", []]);
  });

  it("takes what became of an order for no region, though both are called so", async () => {
    const rows = ["1;2026-03-05;Rosa;10.50;Abierta", "2;2026-03-16;Iris;7.25;Cancelada"];
    const { matches } = await sniff(
      file("ventas.csv", ["Número de orden;Fecha;Cliente;Total;Estado de la orden", ...rows]),
    );
    expect(matches.get("Estado de la orden")).not.toBe("region");
    const cards = await sniff(file("clientes.csv", ["ID Cliente;Nombre;Estado", "1;Rosa;Jalisco", "2;Iris;Sonora"]));
    expect(cards.matches.get("Estado")).toBe("region");
  });

  it("takes the total of an order for none of its lines", async () => {
    const { beside } = await sniff(
      file("totals.csv", [
        "Order Number,Order Date,Client,Order Total Amount,SKU,Quantity",
        "1,2026-03-05,Rose,30.00,C1,2",
        "2,2026-03-16,Iris,20.00,C2,1",
      ]),
    );
    expect([...(beside.find(({ entity }) => entity === "order_lines")?.matches.values() ?? [])]).not.toContain(
      "amount",
    );
  });
});

describe("askOfUntaken(fits, table)", () => {
  it("asks of money under a name that no list knows, where orders tell none", async () => {
    const { questions } = await sniff(
      file("utarg.csv", ["Order No,Order Date,Client,Zzz", "1,2026-03-05,Rose,10.50", "2,2026-03-16,Iris,7.25"]),
    );
    expect(questions).toEqual([
      "Which column is orders.amount? None is mapped to it, and money seems to stand in Zzz.",
    ]);
  });

  it("asks what lines are worth where they tell nothing but a cost, which shops write for a price", async () => {
    const { questions } = await sniff(
      file("items.csv", ["Order ID,Item ID,SKU,Quantity,Item Cost", "1,11,C1,2,10.50", "1,12,C2,1,7.25"]),
    );
    expect(questions.join()).toContain("money seems to stand in Item Cost");
  });
});
