import { describe, expect, it } from "vitest";
import { makeInbox } from "./inbox.ts";
import { encode } from "./samples.ts";

const yaml = (more = "", names = "from: Net value") => `source: sap
title: SAP
encoding: [utf-8, utf-16le, windows-1251]
locale: { decimal: ",", group: ".", dates: [dd.MM.yyyy], empty_dates: ["00.00.0000"], negative: [trailing] }
feeds:
  - entity: orders
    match: "*.txt"
    mode: upsert
${more}    columns:
      order_id: { from: Sales Doc. }
      order_date: { from: Doc. Date }
      client_id: { from: Sold-to }
      amount: { ${names} }
      currency: { from: Crcy }
`;

const rule = "-".repeat(70);
const header = "|Sales Doc.|Doc. Date |Sold-to |Name 1          |     Net value|Crcy |";
const one = "|4500001   |01.02.2025|100001  |Müller | Söhne  |      1.234,50|EUR  |";
const two = "|4500002   |02.02.2025|100002  |Северсталь      |       100,00-|EUR  |";
const three = "|4500003   |03.02.2025|100003  |日本            |        10,00 |EUR  |";
const total = "|*         |          |        |                |      1.144,50|EUR  |";

const page = (title: string, ...rows: readonly string[]) => [title, rule, header, rule, ...rows, rule];
const list = (...lines: readonly string[]) => `${lines.join("\r\n")}\r\n`;

const ordersOf = "select order_id, client_id, amount, _extra, _record from raw.orders order by _record";
const rejectsOf = "select line_from, line_to, rule, message from meta.rejects order by line_from";

describe("readSapList(path, options)", () => {
  it("cuts cells where the header has its borders, on every page", async () => {
    const inbox = makeInbox(yaml());
    const text = list(...page("01.03.2025 Orders 1", one, two), "", ...page("\f01.03.2025 Orders 2", three, total));
    const { file } = await inbox.load("list.txt", text);
    expect(file).toMatchObject({ state: "committed", rows_read: 3, rows_accepted: 3, header_line: 3 });
    expect(await inbox.rows(ordersOf)).toEqual([
      ["sap:4500001", "sap:100001", "1234.5000", '{"Name 1":"Müller | Söhne"}', 1],
      ["sap:4500002", "sap:100002", "-100.0000", '{"Name 1":"Северсталь"}', 2],
      ["sap:4500003", "sap:100003", "10.0000", '{"Name 1":"日本"}', 3],
    ]);
    expect(file?.dialect).toMatch(
      /^SAP list, header in line 3; 1 line of totals; they agree in Net value, encoding utf-8/,
    );
    expect(await inbox.rows("select record, line from meta.lines order by record")).toEqual([
      [1, 5],
      [3, 13],
    ]);
    expect(file?.physical_lines).toBe(15);
  });

  it("reads wide letters that take two columns of a terminal, and drawn borders", async () => {
    const inbox = makeInbox(yaml());
    const wide = "|4500003   |03.02.2025|100003  |日本株式会社    |        10,00 |EUR  |";
    const text = list(...page("Orders", one, wide))
      .replaceAll("|", "│")
      .replaceAll("-----", "─────");
    const { file } = await inbox.load("list.txt", text);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 0 });
    expect((await inbox.rows(ordersOf))[1]).toEqual([
      "sap:4500003",
      "sap:100003",
      "10.0000",
      '{"Name 1":"日本株式会社"}',
      2,
    ]);
  });

  it.each(["utf-16le", "windows-1251"])("reads a list in %s", async (encoding) => {
    const inbox = makeInbox(yaml());
    const text = list(...page("Заказы", two, two.replace("4500002", "4500004").replace("Северсталь", "Ромашка   ")));
    const bytes = encode(encoding === "utf-16le" ? `\ufeff${text}` : text, encoding);
    const { file } = await inbox.load("list.txt", bytes);
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2 });
    expect((await inbox.rows(ordersOf))[1]?.[3]).toBe('{"Name 1":"Ромашка"}');
  });

  interface Broken {
    readonly input: string;
    readonly lines: readonly string[];
    readonly rejects: readonly (readonly [from: number, to: number, rule: string, message: string])[];
    readonly accepted: number;
  }
  const misplaced = "the borders of the line do not stand under those of the header in line 3";
  const rest = "the line stands among the rows and does not begin and end with a border";
  const broken: readonly Broken[] = [
    {
      input: "a letter lost",
      lines: page("t", one, two.replace("Сев", "Се"), three),
      rejects: [[6, 6, "borders", misplaced]],
      accepted: 2,
    },
    {
      input: "a tab for spaces",
      lines: page("t", one, two.replace("      |", "\t|")),
      rejects: [[6, 6, "borders", `${misplaced}: it holds a tab`]],
      accepted: 1,
    },
    {
      input: "a line break in a cell",
      lines: page("t", one, two.slice(0, 40), two.slice(40), three),
      rejects: [
        [6, 6, "borders", rest],
        [7, 7, "borders", rest],
      ],
      accepted: 2,
    },
    {
      input: "words among the rows",
      lines: page("t", one, "see the note", two),
      rejects: [[6, 6, "borders", rest]],
      accepted: 2,
    },
    {
      input: "a row of another table",
      lines: page("t", one, "|4500009|x|"),
      rejects: [[6, 6, "borders", misplaced]],
      accepted: 1,
    },
    {
      input: "a value that is no number",
      lines: page("t", one, two.replace("100,00-", "1oo,00-")),
      rejects: [[6, 6, "number", 'amount (Net value) "1oo,00-" is not a number (expected such as 1.234,50)']],
      accepted: 1,
    },
    {
      input: "a title without a rule between pages",
      lines: [...page("t", one).slice(0, -1), "page 2", rule, header, rule, two, rule, "List contains 2 entries"],
      rejects: [],
      accepted: 2,
    },
    {
      input: "a title in borders on every page",
      lines: [
        ...["|Orders of the month, page 1|", ...page("", one).slice(1)],
        ...["|Orders of the month, page 2|", ...page("", two).slice(1)],
      ],
      rejects: [],
      accepted: 2,
    },
  ];
  it.each(broken)("sets aside lines, and no others: $input", async ({ lines, rejects, accepted }) => {
    const inbox = makeInbox(yaml());
    const { file } = await inbox.load("list.txt", list(...lines));
    expect(await inbox.rows(rejectsOf)).toEqual(rejects);
    expect(file).toMatchObject({ state: "committed", rows_accepted: accepted, physical_lines: lines.length });
  });

  it("reads a list without rules, and one a database client has drawn", async () => {
    const inbox = makeInbox(yaml().replace("locale:", "format: sap_list\nlocale:"));
    expect((await inbox.load("list.txt", list(header, one, two))).file).toMatchObject({ rows_accepted: 2 });
    const drawn = (line: string) => line.replaceAll(/-{70}/g, header.replaceAll(/[^|]/g, "-").replaceAll("|", "+"));
    const other = makeInbox(yaml());
    const text = list(...[rule, header, rule, one, two, rule, "2 rows in set"].map(drawn));
    expect((await other.load("list.txt", text)).file).toMatchObject({ rows_accepted: 2, rows_rejected: 0 });
  });

  it("keeps the line as it stands with a reject", async () => {
    const inbox = makeInbox(yaml());
    const bad = two.replace("100,00-", "1oo,00-");
    await inbox.load("list.txt", list(...page("t", one, bad)));
    expect(await inbox.rows("select raw_text from meta.rejects")).toEqual([[bad]]);
  });

  interface Refused {
    readonly input: string;
    readonly text: string;
    readonly more?: string;
    readonly state: string;
    readonly says: string;
  }
  const refused: readonly Refused[] = [
    {
      input: "a column that is missing",
      text: list(...page("t", one).map((line) => line.replace("Net value", "Value    "))),
      state: "rejected",
      says: 'list.txt, line 3: missing column Net value; not mapped: Name 1, Value; did "Value" replace "Net value"?. Export the columns again, or change `from` of feed orders in the source file of sap.',
    },
    {
      input: "totals that do not agree",
      text: list(...page("t", one, two, total)),
      state: "held",
      says: "list.txt, line 7: the total of Net value is 1144.50, its rows add up to 1134.50, a difference of 10.00. Export it again; if the list is right as it is, set footer: { on_mismatch: warn } for the feed.",
    },
    {
      input: "a last line that was cut off",
      text: list(...page("t", one)).slice(0, -74) + two.slice(0, 30),
      state: "rejected",
      says: "list.txt, line 5: the file ends in the middle of this line. It was cut off while being written or copied; export it again.",
    },
    {
      input: "rows alone",
      text: list(rule, one, two, rule),
      state: "rejected",
      says: "list.txt, line 2: missing column Sales Doc., Sold-to, Doc. Date, Crcy, Net value; not mapped: 4500001",
    },
    {
      input: "a header that two lines may be or two columns",
      text: list(rule, header, header.replaceAll(/[A-Za-z]/g, " "), rule, one, two, rule),
      more: "    record_lines: 3\n",
      state: "rejected",
      says: "list.txt: no line among the first 200 has cells between borders",
    },
  ];
  it.each(refused)("refuses $input", async ({ text, more, state, says }) => {
    const inbox = makeInbox(yaml(more));
    const report = await inbox.load("list.txt", text);
    expect(report.error).toContain(says);
    expect(report.state).toBe(state);
  });

  it("tells of totals that do not agree where lines were set aside, or the source says so", async () => {
    const inbox = makeInbox(yaml());
    const { file } = await inbox.load("list.txt", list(...page("t", one, `${two}x`, total)));
    expect(file?.state).toBe("committed");
    expect(file?.dialect).toContain("the total of Net value is 1144.50, its rows add up to 1234.50");
    const lenient = makeInbox(yaml("    footer: { on_mismatch: warn }\n"));
    expect((await lenient.load("list.txt", list(...page("t", one, total)))).state).toBe("committed");
  });

  it("adds totals of several levels and currencies, and takes no row with a key for one", async () => {
    const inbox = makeInbox(yaml());
    const sub = (stars: string, amount: string) =>
      `|${stars.padEnd(10)}|          |        |                |${amount.padStart(13)} |EUR  |`;
    const lines = page("t", one, sub("*", "1.234,50"), rule, two, sub("*", "100,00-"), rule, sub("**", "1.134,50"));
    const { file } = await inbox.load("list.txt", list(...lines));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2 });
    expect(file?.dialect).toContain("3 lines of totals; they agree in Net value");
    const word = total.replace("*         ", "Итого     ");
    expect((await makeInbox(yaml()).load("word.txt", list(...page("t", one, word)))).error).toContain(
      "is 1144.50, its rows",
    );
    const starred = one.replace("4500001   ", "* 45      ");
    await inbox.load("starred.txt", list(...page("t", starred, two)));
    expect(await inbox.rows("select message from meta.rejects")).toEqual([]);
    expect(await inbox.rows("select order_id from raw.orders where order_id like '%*%'")).toEqual([["sap:* 45"]]);
  });
});

const stackedRule = "-".repeat(36);
const stacked = ["|Sales Doc.|Doc. Date |Sold-to    |", "|Net value        |Crcy |Note     |"];
const recordOne = ["|4500001   |01.02.2025|100001     |", "|         1.234,50|EUR  |fast     |"];
const recordTwo = ["|4500002   |02.02.2025|100002     |", "|          100,00-|EUR  |         |"];

describe("readSapList(path, options): records of two lines", () => {
  it("puts the lines of a record together", async () => {
    const inbox = makeInbox(yaml());
    const lines = [stackedRule, ...stacked, stackedRule, ...recordOne, ...recordTwo, stackedRule];
    const { file } = await inbox.load("list.txt", list(...lines));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, physical_lines: 9 });
    expect(file?.dialect).toMatch(/records of 2 lines/);
    expect(await inbox.rows(ordersOf)).toEqual([
      ["sap:4500001", "sap:100001", "1234.5000", '{"Note":"fast"}', 1],
      ["sap:4500002", "sap:100002", "-100.0000", null, 2],
    ]);
    expect(await inbox.rows("select record, line from meta.lines order by record")).toEqual([
      [1, 5],
      [2, 7],
    ]);
  });

  it("sets aside all lines up to the next rule where one is lost", async () => {
    const inbox = makeInbox(yaml());
    const [first = ""] = recordTwo;
    const lines = [stackedRule, ...stacked, stackedRule, ...recordOne, first, stackedRule, ...recordTwo, stackedRule];
    const { file } = await inbox.load("list.txt", list(...lines));
    expect(file).toMatchObject({ rows_accepted: 1, rows_rejected: 1, physical_lines: 11 });
    expect(await inbox.rows(rejectsOf)).toEqual([
      [
        5,
        7,
        "borders",
        "the 3 lines up to the next rule are not records of 2 lines each, drawn as the header in line 2",
      ],
    ]);
  });

  it("reads a heading that is wrapped as one", async () => {
    const inbox = makeInbox(yaml("", "from: Net value in document currency"));
    const wrapped = [
      "|Sales Doc.|Doc. Date |Sold-to |Name 1          |     Net value|Crcy |",
      "|          |          |        |                |   in document|     |",
      "|          |          |        |                |      currency|     |",
    ];
    const { file } = await inbox.load("list.txt", list(rule, ...wrapped, rule, one, rule, ...wrapped, rule, two, rule));
    expect(file).toMatchObject({ state: "committed", rows_accepted: 2, rows_rejected: 0, physical_lines: 13 });
  });
});
