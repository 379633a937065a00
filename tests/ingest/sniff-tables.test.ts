import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { parseSource } from "../../ingest/source.ts";
import { zip } from "./containers-zip.ts";
import { makeInbox } from "./inbox.ts";
import { book } from "./xlsx-book.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const orders = "Order ID;Order Date;Amount;Customer\n1;31.12.2024;10,50;A\n2;01.01.2025;7;B\n";
const clients = "Client ID,Name,City\n7,Rose,Minsk\n";

/** Loads a file under the source that was proposed for it. */
async function loadProposed(name: string, content: string | Uint8Array) {
  const proposal = await sniff(file(name, content));
  const inbox = makeInbox(proposal.yaml);
  inbox.put(name, content);
  const { files } = await inbox.ingest();
  const states = files.map(({ feed, state, file: loaded }) => [
    feed,
    state,
    loaded?.rows_accepted,
    loaded?.rows_rejected,
  ]);
  return { proposal, inbox, states };
}

describe("sniff(path) of what holds several tables", () => {
  it("looks into a gzip file", async () => {
    const { proposal, states } = await loadProposed("orders.csv.gz", gzipSync(orders));
    expect(proposal).toMatchObject({ format: "csv", file: "orders.csv.gz", entity: "orders", records: 2 });
    expect(states).toEqual([["orders", "committed", 2, 0]]);
  });

  it("proposes a feed for each member of an archive, with its own dialect", async () => {
    const bytes = zip([
      { name: "orders.csv", content: orders },
      { name: "clients.csv", content: clients },
    ]);
    const { proposal, states } = await loadProposed("export.zip", bytes);
    expect(proposal.evidence).toContain("an archive of 2: export.zip/orders.csv, export.zip/clients.csv");
    expect(states).toEqual([
      ["orders", "committed", 2, 0],
      ["clients", "committed", 1, 0],
    ]);
  });

  it("proposes a feed for each sheet, and leaves one as a comment that lacks what it needs", async () => {
    const bytes = book({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["Order ID", "Order Date", "Amount"],
            ["1", "2024-12-31", "5"],
            ["2", "2025-01-01", "6"],
          ],
        },
        {
          name: "Clients",
          rows: [
            ["Client ID", "Name"],
            ["7", "Rose"],
          ],
        },
        {
          name: "Notes",
          rows: [
            ["Author", "Remark"],
            ["I", "done"],
          ],
        },
      ],
    });
    const { proposal, states } = await loadProposed("orders.xlsx", bytes);
    expect(parseSource(proposal.yaml, "x.yaml").feeds.map(({ sheet }) => sheet)).toEqual(["Orders", "Clients"]);
    expect(proposal.yaml).toMatch(/^ *# sheet: "Notes"$/m);
    expect(states.map(([feed, state]) => [feed, state])).toEqual([
      ["orders", "committed"],
      ["clients", "committed"],
    ]);
  });
});

describe("sniff(path) of tables without marks", () => {
  it("names columns by their places where no line is a header", async () => {
    const proposal = await sniff(file("orders.csv", "1;31.12.2024;10,50\n2;01.01.2025;7\n3;02.01.2025;8\n"));
    expect(proposal).toMatchObject({ header: ["column 1", "column 2", "column 3"], isHeadless: true, records: 3 });
    expect(proposal.yaml).toContain("    header: none\n");
    expect(proposal.questions[0]).toBe(
      "No line looks like a header: columns are named by their places. Is there none?",
    );
  });

  it("takes a line of words above numbers for the header, whatever it begins with", async () => {
    const proposal = await sniff(file("orders.csv", "1st;2024;Amount\n1;31.12.2024;10,50\n2;01.01.2025;7\n"));
    expect(proposal).toMatchObject({ header: ["1st", "2024", "Amount"], isHeadless: false, records: 2 });
  });

  it("cuts columns that stand below each other", async () => {
    const lines = [
      "OrderID  OrderDate   Customer           Amount",
      "1        31.12.2024  Rose and Sons      10.50",
      "2        01.01.2025  Lily                7.00",
      "",
    ];
    const { proposal, inbox, states } = await loadProposed("orders.txt", lines.join("\n"));
    expect(proposal).toMatchObject({ format: "fixed", header: ["OrderID", "OrderDate", "Customer", "Amount"] });
    expect(states).toEqual([["orders", "committed", 2, 0]]);
    expect(await inbox.rows("select client_id, amount from raw.orders order by order_id")).toEqual([
      ["orders:Rose and Sons", "10.5000"],
      ["orders:Lily", "7.0000"],
    ]);
  });

  it("refuses values parted by runs of spaces that do not stand below each other, and names the lines", async () => {
    const lines = [
      "Id  Date  Client  Sum",
      "1  31.12.2024  Rose and Sons  10.50",
      "22  01.01.2025  Lily  7",
      "333  02.01.2025  Oak  8.00",
      "",
    ];
    await expect(sniff(file("orders.txt", lines.join("\n")))).rejects.toMatchObject({
      rule: "misaligned",
      message: expect.stringMatching(/do not stand below each other: 3 of 3 lines \(2, 3, 4\)/),
    });
  });

  it("knows contracts and absences by their names in several languages", async () => {
    const files = [
      [
        "Договоры.csv",
        "contracts",
        "Номер договора;Контрагент;Действует с;Действует по;Абонентская плата\n7;Роза;31.12.2024;31.12.2025;10,50\n",
      ],
      [
        "shartnomalar.csv",
        "contracts",
        "Shartnoma raqami;Mijoz;Boshlanish sanasi;Tugash sanasi\n7;Atirgul;31.12.2024;31.12.2025\n",
      ],
      [
        "subscriptions.csv",
        "contracts",
        "Contract Number,Customer,Start Date,End Date,MRR\n7,Rose,2024-12-31,2025-12-31,10.5\n",
      ],
      [
        "Отпуска.csv",
        "absences",
        "Сотрудник;Дата начала;Дата окончания;Вид отпуска\nИванов;31.12.2024;05.01.2025;ежегодный\n",
      ],
      ["morakhasi.csv", "absences", "کارمند;از تاریخ;تا تاریخ;نوع مرخصی\nرضایی;1403/10/13;1403/10/15;استحقاقی\n"],
      ["time-off.csv", "absences", "Employee,From,To,Leave Type\nAnn,2024-12-31,2025-01-05,annual\n"],
    ] as const;
    for (const [name, entity, text] of files) {
      const proposal = await sniff(file(name, text));
      expect([name, proposal.entity, proposal.questions.filter((one) => one.startsWith("Which column"))]).toEqual([
        name,
        entity,
        [],
      ]);
    }
  });

  it("takes rows of an order that only name it and a further product for its lines", async () => {
    const { states, inbox, proposal } = await loadProposed(
      "orders_export.csv",
      [
        "Name,Email,Total,Created at,Lineitem quantity,Lineitem sku,Lineitem price,Discount Code,Id",
        "#1,a@example.com,30.00,2025-02-01 23:30:00 -0500,1,S1,10.00,SALE10,71",
        "#1,a@example.com,,2025-02-01 23:30:00 -0500,2,S2,10.00,,",
        "#2,b@example.com,5.00,2025-02-02 10:00:00 +0200,1,S1,5.00,,72",
        "",
      ].join("\n"),
    );
    expect(proposal.yaml).toContain('only: [{ column: "Total", empty: false }]');
    expect(states).toEqual([
      ["orders", "committed", 2, 0],
      ["order_lines", "committed", 3, 0],
    ]);
    expect(await inbox.rows("select order_id, order_date from raw.orders order by 1")).toEqual([
      ["orders_export:#1", "2025-02-02"],
      ["orders_export:#2", "2025-02-02"],
    ]);
  });

  it("reads stages named won and lost, names in two parts, months by name, days in several ways, and ids in capitals", async () => {
    const deals = await loadProposed(
      "Opportunities.csv",
      [
        "OPPORTUNITYID,Account Id,StageName,Amount,Created Time,Close Date",
        '1,7,Closed Won,"$1,200.50","15 Apr, 2021 00:03:00",2021-05-01',
        '2,7,Closed Lost,"$1,000","16 Apr, 2021 00:03:00",31/05/2021',
        '3,8,Proposal,$7.00,"17 Apr, 2021 00:03:00",2021-06-01',
        "",
      ].join("\n"),
    );
    expect(deals.states).toEqual([["deals", "committed", 3, 0]]);
    expect(deals.proposal.questions).toEqual([
      "Are the days of Close Date written in 2 ways: yyyy-MM-dd, dd/MM/yyyy? Each value fits one of them.",
      "Does StageName tell what became of a deal: Closed Won (won), Closed Lost (lost), Proposal (open)? Rows of other stages will be set aside.",
      "Amount is marked as USD: add currency: { value: USD }, for lines to their orders, unless that is the reporting currency.",
    ]);
    const kept = "select deal_id, status, amount, created_date, expected_close_date from raw.deals order by 1";
    expect(await deals.inbox.rows(kept)).toEqual([
      ["opportunities:1", "won", "1200.5000", "2021-04-15", "2021-05-01"],
      ["opportunities:2", "lost", "1000.0000", "2021-04-16", "2021-05-31"],
      ["opportunities:3", "open", "7.0000", "2021-04-17", "2021-06-01"],
    ]);
    const people = await loadProposed("customers.csv", "CUSTOMERID,First Name,Last Name\n1,Ann,Lee\n2,Bo,Ray\n");
    expect(await people.inbox.rows("select client_id, name from raw.clients order by 1")).toEqual([
      ["customers:1", "Ann Lee"],
      ["customers:2", "Bo Ray"],
    ]);
  });

  it("asks of a key whose rows differ, of days it cannot read, and of gaps", async () => {
    const { questions } = await sniff(
      file("orders.csv", "Order No,Order Date,Sum\n1,early 2021-01,5\n1,early 2021-02,6\n2,,6\n"),
    );
    expect(questions).toEqual([
      expect.stringMatching(/^Is Order No the key of orders\? 1 of 2 values stand in rows that differ, such as "1"/),
      expect.stringMatching(/^How are the days of Order Date \(order_date\) written\?/),
      "Are rows without a value to be set aside? Each row needs Order Date (33 %), empty in so many.",
    ]);
  });

  it("tells fields parted by single spaces", async () => {
    const { proposal, states } = await loadProposed(
      "orders.txt",
      'OrderID OrderDate Amount Customer\n1 2024-12-31 10.5 "Rose and Sons"\n2 2025-01-01 7 Lily\n',
    );
    expect(proposal.dialect).toEqual({ delimiter: " ", quote: '"' });
    expect(states).toEqual([["orders", "committed", 2, 0]]);
  });

  it("takes quotes for letters where no field stands in them", async () => {
    const { inbox, states, proposal } = await loadProposed(
      "orders.csv",
      'OrderID;OrderDate;Customer\n1;2024-12-31;ООО "Роза\n2;2025-01-01;48" pipe\n',
    );
    expect(proposal.yaml).toContain('dialect: { delimiter: ";", quote: "" }');
    expect(states).toEqual([["orders", "committed", 2, 0]]);
    expect(await inbox.rows("select client_id from raw.orders order by order_id")).toEqual([
      ['orders:ООО "Роза'],
      ['orders:48" pipe'],
    ]);
  });
});

describe("sniff(path): days, hours and money", () => {
  it("names marks of currencies", async () => {
    const { proposal, states } = await loadProposed(
      "orders.csv",
      "OrderID;OrderDate;Amount\n1;2024-12-31;$10.50\n2;2025-01-01;7 USD\n",
    );
    expect(proposal.yaml).toContain('amount: { from: "Amount", currencies: ["$","USD"] }');
    expect(states).toEqual([["orders", "committed", 2, 0]]);
  });

  it.each([
    ["1402/12/29", "۱۴۰۳/۰۱/۱۵", 'dates: ["yyyy/MM/dd"], calendar: persian', "2024-03-19"],
    ["12/31/2024 1:05 PM", "1/5/2025 12:00 AM", 'dates: ["M/d/yyyy h:mm a"]', "2024-12-31"],
    ["12/31/2024 01:05:00PM", "01/05/2025 12:00:00AM", 'dates: ["MM/dd/yyyy hh:mm:ssa"]', "2024-12-31"],
    ["2024-12-31 9:05", "2024-12-30 19:05", 'dates: ["yyyy-MM-dd H:mm"]', "2024-12-31"],
    ["31.12.2024 9:05:07", "1.2.2024 9:05:07", 'dates: ["d.M.yyyy H:mm:ss"]', "2024-12-31"],
  ])("reads %s and %s as %s", async (first, second, written, day) => {
    const lines = ["OrderID;OrderDate;Amount", `1;${first};10`, `2;${second};7`, ""];
    const { proposal, inbox, states } = await loadProposed("orders.csv", lines.join("\n"));
    expect(proposal.yaml).toContain(`order_date: { from: "OrderDate", ${written} }`);
    expect(states).toEqual([["orders", "committed", 2, 0]]);
    const [row] = await inbox.rows("select cast(order_date as varchar) from raw.orders order by order_id");
    expect(row).toEqual([day]);
  });

  it.each([
    ["one column, by commas", "Name\nRose\nLily\n", { delimiter: ",", quote: '"' }],
    ["one column with commas in some lines", "Note\nred, blue\ngreen\n", { delimiter: ";", quote: '"' }],
    ["tabs, though commas in the values part as often", "a\t1,2\t3,4\nb\t5,6\t7,8\n", { delimiter: "\t", quote: '"' }],
    [
      "commas, by names, though marks in the values part into more",
      "one,two\n1;2;3,4;5;6\na;b;c,d;e;f\n",
      { delimiter: ",", quote: '"' },
    ],
    [
      "a rarer mark that parts all lines",
      "Almería#Abla, 6#04510\nMálaga#Casares, 1#29690\n",
      { delimiter: "#", quote: '"' },
    ],
    ["commas, though lines begin with a remark's mark", "# 1,x\n# 2,y\n# 3,z\n", { delimiter: ",", quote: '"' }],
    [
      "quotes, though apostrophes stand for nothing",
      "\"size\"\t\"a\"\n1\t''\n2\t''\n",
      { delimiter: "\t", quote: '"' },
    ],
  ])("tells %s", async (_, text, dialect) => {
    expect(await sniff(file("export.csv", text))).toMatchObject({ dialect });
  });
});
