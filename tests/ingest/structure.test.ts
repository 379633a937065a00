import { describe, expect, it } from "vitest";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const auto = ordersYaml().replace('dialect: { delimiter: ";" }\n', "");
const twoRows = ["1;01.02.2025;10,50;a", "2;02.02.2025;4;b"];

interface Laid {
  readonly input: string;
  readonly content: string;
  readonly yaml?: string;
  readonly clients?: readonly string[];
  readonly lines: Readonly<Record<string, number>>;
}

const kinds = ["record", "diverted", "preamble", "header", "repeated_header", "blank", "footer"] as const;

const laid: readonly Laid[] = [
  {
    input: "a title, a period and a blank line above the header",
    content: ["Отчёт о продажах", 'ООО "Ромашка', "Период: 01.02.2025 - 28.02.2025", "", header, ...twoRows, ""].join(
      "\n",
    ),
    lines: { preamble: 3, blank: 1, header: 1, record: 2 },
  },
  {
    input: "a title padded to the width of the table",
    content: ["Отчёт;;;", ";;;", header, ...twoRows, ""].join("\r\n"),
    lines: { preamble: 1, blank: 1, header: 1, record: 2 },
  },
  {
    input: "a header of two rows, the upper one merged",
    content: ["Order;;Money;Client", "Number;Date;Amount;", ...twoRows, ""].join("\n"),
    yaml: ordersYaml().replace("from: Number", "from: Order Number").replace("from: Amount", "from: Money Amount"),
    lines: { header: 2, record: 2 },
    clients: ["erp:a", "erp:b"],
  },
  {
    input: "names with line breaks, no-break spaces and ё",
    content: `"Num\nber";Date;"Сумма \u00a0учёта";Client\n${twoRows.join("\n")}\n`,
    yaml: ordersYaml().replace("from: Number", "from: num ber").replace("from: Amount", "from: сумма учета"),
    lines: { header: 2, record: 2 },
  },
  {
    input: "the header again on each page, with a title and a page number",
    content: ["Отчёт;;;", header, twoRows[0], "Отчёт;;;", "Страница 2;;;", header, twoRows[1], "Лист 3", ""].join("\n"),
    lines: { preamble: 1, header: 1, repeated_header: 4, record: 2 },
  },
  {
    input: "a header with a quote too many",
    content: ['Number;"Date;Amount;"Client"', ...twoRows, ""].join("\n"),
    lines: { header: 1, record: 2 },
    clients: ["erp:a", "erp:b"],
  },
  {
    input: "a header with an empty cell that no record has",
    content: ["Number;;Date;Amount;Client", ...twoRows, ""].join("\n"),
    lines: { header: 1, record: 2 },
    clients: ["erp:a", "erp:b"],
  },
  {
    input: "drawn lines",
    content: [header, "------;-----;-----;----", ...twoRows, "==========", ""].join("\n"),
    lines: { header: 1, blank: 2, record: 2 },
  },
  {
    input: "totals by group and in all, and who signs",
    content: [
      header,
      twoRows[0],
      "Итого по группе:;;10,50;",
      twoRows[1],
      "Итого;;4;",
      "ВСЕГО;;14,50;",
      "",
      "Главный бухгалтер ______ Иванова",
      "",
    ].join("\n"),
    lines: { header: 1, record: 2, footer: 4, blank: 1 },
  },
  {
    input: "totals in other languages",
    content: [
      header,
      ...twoRows,
      "Jami;;14,5;",
      "Барлығы;;14,5;",
      "جمع;;14,5;",
      "Grand total;;14,50;",
      "Разом;;14,50;",
      "",
    ].join("\n"),
    lines: { header: 1, record: 2, footer: 5 },
  },
  {
    input: "a count of rows below",
    content: [header, ...twoRows, "Всего строк: 2;;;", "(2 rows)", ""].join("\n"),
    lines: { header: 1, record: 2, footer: 2 },
  },
  {
    input: "a delimiter behind every row, and none in the header",
    content: [header, ...twoRows.map((row) => `${row};`), ""].join("\n"),
    lines: { header: 1, record: 2 },
  },
  {
    input: "a delimiter behind the header alone",
    content: [`${header};`, ...twoRows, ""].join("\n"),
    lines: { header: 1, record: 2 },
  },
  {
    input: "a mark at the beginning of every part of a joined file, and an end-of-file character",
    content: `\ufeff${header}\n1;01.02.2025;10,50;a\n\ufeff${header}\n\ufeff"2";02.02.2025;4;b\n\u001a`,
    lines: { header: 1, repeated_header: 1, record: 2, blank: 1 },
  },
  {
    input: "an end-of-file character right behind the last row",
    content: [header, ...twoRows].join("\r\n").concat("\u001a\u001a"),
    lines: { header: 1, record: 2 },
  },
  {
    input: "spaces around quotes",
    content: [header, '1; "01.02.2025" ;10,50;a', '2;02.02.2025;4; "b" ', ""].join("\n"),
    lines: { header: 1, record: 2 },
  },
  {
    input: "apostrophes around fields",
    content: ["Number,Date,Amount,Client", "1,01.02.2025,'10,50','it''s'", "2,02.02.2025,4,b", ""].join("\n"),
    yaml: auto,
    clients: ["erp:it's", "erp:b"],
    lines: { header: 1, record: 2 },
  },
  {
    input: "quotes behind a backslash",
    content: [header, '1;01.02.2025;10,50;"a \\"x\\"; y"', '2;02.02.2025;4;"b"', ""].join("\n"),
    yaml: auto,
    clients: ['erp:a "x"; y', "erp:b"],
    lines: { header: 1, record: 2 },
  },
  {
    input: "a sep= line and tabs",
    content: ["sep=\t", header, ...twoRows, ""].join("\r\n").replaceAll(";", "\t"),
    yaml: auto,
    lines: { preamble: 1, header: 1, record: 2 },
  },
  {
    input: "another delimiter by contract",
    content: [header, ...twoRows, ""].join("\n").replaceAll(";", "^"),
    yaml: ordersYaml().replace('delimiter: ";"', 'delimiter: "^"'),
    lines: { header: 1, record: 2 },
  },
  {
    input: "no header, by contract",
    content: [...twoRows, ""].join("\n"),
    yaml: ordersYaml("mode: upsert\nheader: none")
      .replace("from: Number", "from: column 1")
      .replace("from: Date", "from: column 2")
      .replace("from: Amount", "from: column 3")
      .replace("from: Client", "from: column 4"),
    lines: { record: 2 },
  },
];

describe("ingest(settings, options, effects): what a file holds beside its rows", () => {
  it.each(laid)("reads $input", async ({ content, yaml, lines, clients }) => {
    const inbox = makeInbox(yaml ?? ordersYaml());
    const { state, error, file } = await inbox.load("orders.csv", content);
    expect([state, error]).toEqual(["committed", undefined]);
    expect(await inbox.rows("select message from meta.rejects")).toEqual([]);
    const columns = kinds.map((kind) => `${kind}_lines`).join(", ");
    const [found] = await inbox.rows(`select ${columns} from meta.files`);
    expect(Object.fromEntries(kinds.map((kind, index) => [kind, found?.[index]]))).toEqual({
      ...Object.fromEntries(kinds.map((kind) => [kind, 0])),
      ...lines,
    });
    expect(file?.warning).toBeNull();
    expect(await inbox.rows("select order_id, amount, client_id from raw.orders order by 1")).toEqual([
      ["erp:1", "10.5000", clients?.[0] ?? "erp:a"],
      ["erp:2", "4.0000", clients?.[1] ?? "erp:b"],
    ]);
  });

  it("keeps every line without data, with its words and its line", async () => {
    const inbox = makeInbox(ordersYaml());
    await inbox.load("orders.csv", ["Отчёт", "", header, ...twoRows, "Итого;;14,50;", ""].join("\n"));
    expect(
      await inbox.rows("select kind, line_from, line_count, message, raw_text from meta.remarks order by 2, 1"),
    ).toEqual([
      ["preamble", 1, 1, null, "Отчёт"],
      ["blank", 2, 1, null, ""],
      ["header", 3, 1, null, header],
      ["footer", 6, 1, "the total of amount is 14.5, as read", "Итого;;14,50;"],
    ]);
  });

  it("takes clients and documents that are called like totals for what they are", async () => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load(
      "orders.csv",
      [header, "Total;01.02.2025;1;Итого", "Итого 5;02.02.2025;2;x", ""].join("\n"),
    );
    expect(file).toMatchObject({ rows_accepted: 2, other_lines: 1 });
  });
});

describe("ingest(settings, options, effects): totals of a file", () => {
  const total = (sum: string) => [header, ...twoRows, `Итого;;${sum};`, ""].join("\n");

  it("holds a file whose total is not the sum of its rows", async () => {
    const inbox = makeInbox(ordersYaml());
    const { state, error } = await inbox.load("orders.csv", total("16,50"));
    expect(state).toBe("held");
    expect(error).toBe(
      "orders.csv, line 4: the total of amount is 16.5, read 14.5, difference 2, and no line was set aside. The file may be cut or its rows misread: export it again. If its totals mean something else, set footer: { on_mismatch: warn } for the feed.",
    );
    expect(await inbox.rows("select * from raw.orders")).toEqual([]);
  });

  it("loads it with a warning where the feed says so", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nfooter: { on_mismatch: warn }"));
    const { state, file } = await inbox.load("orders.csv", total("16,50"));
    expect(state).toBe("committed");
    expect(file?.warning).toBe("line 4: the total of amount is 16.5, read 14.5, difference 2");
  });

  it("warns where lines that were set aside may be what is missing", async () => {
    const inbox = makeInbox(ordersYaml());
    const { state, file } = await inbox.load("orders.csv", [header, ...twoRows, "3;x", "Итого;;16,50;", ""].join("\n"));
    expect(state).toBe("committed");
    expect(file?.warning).toBe("line 5: the total of amount is 16.5, read 14.5, difference 2; set aside: line 4");
  });

  it("counts rows that were rejected for other values as read", async () => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load(
      "orders.csv",
      [header, ...twoRows, "3;31.02.2025;2;c", "Итого;;16,50;", ""].join("\n"),
    );
    expect(file).toMatchObject({ warning: null, rows_rejected: 1 });
  });

  it("holds a file that counts other rows", async () => {
    const inbox = makeInbox(ordersYaml());
    const { state, error } = await inbox.load("orders.csv", [header, ...twoRows, "Всего записей: 3;;;", ""].join("\n"));
    expect(state).toBe("held");
    expect(error).toMatch(/line 4: the total of rows is 3, read 2, difference 1/);
  });

  it("rounds to what the total shows", async () => {
    const inbox = makeInbox(ordersYaml());
    const { state } = await inbox.load(
      "orders.csv",
      [header, "1;01.02.2025;1,111;a", "2;01.02.2025;1,111;b", "Итого;;2,22;", ""].join("\n"),
    );
    expect(state).toBe("committed");
  });
});

describe("ingest(settings, options, effects): two tables in one file", () => {
  const second: readonly (readonly [input: string, lines: readonly string[], line: number])[] = [
    ["more columns behind a gap", ["", "Код;Имя;Город;Телефон;Почта", "7;a;b;c;d", "8;a;b;c;d"], 5],
    ["fewer columns behind a gap", ["", "Код;Имя", "7;a", "8;b"], 5],
    ["as many columns behind a gap", ["", "Код;Имя;Город;Телефон", "7;a;b;c"], 5],
    ["the same columns in another order", ["Date;Number;Client;Amount", "01.02.2025;7;a;5"], 4],
  ];

  it.each(second)("holds a file with %s", async (_input, lines, line) => {
    const inbox = makeInbox(ordersYaml());
    const { state, error } = await inbox.load("orders.csv", [header, ...twoRows, ...lines, ""].join("\n"));
    expect(state).toBe("held");
    expect(error).toMatch(new RegExp(`^orders\\.csv, line ${line}: another table begins here`));
    expect(await inbox.rows("select * from raw.orders")).toEqual([]);
  });
});

describe("ingest(settings, options, effects): lines that are mended", () => {
  const mended: readonly (readonly [rule: string, line: string, client: string])[] = [
    ["inner_quote", '3;03.02.2025;5;"ООО "Ромашка""', 'erp:ООО "Ромашка"'],
    ["inner_quote", '3;"03.02.2025";5;"a "b" c"', 'erp:a "b" c'],
    ["plain_quote", '3;03.02.2025;5;ООО "Ромашка"', 'erp:ООО "Ромашка"'],
    ["plain_quote", '3;"03.02.2025";5;"Ромашка" ООО', 'erp:"Ромашка" ООО'],
    ["plain_quote", '3;03.02.2025;5;ООО "Торговый дом "Альфа""', 'erp:ООО "Торговый дом "Альфа""'],
    ["empty_tail", "3;03.02.2025;5;c;;", "erp:c"],
  ];

  it.each(mended)("mends %s and says so: %s", async (rule, line, client) => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load("orders.csv", [header, twoRows[0], line, twoRows[1], ""].join("\n"));
    expect(file).toMatchObject({ rows_accepted: 3, rows_rejected: 0 });
    expect(await inbox.rows("select client_id from raw.orders where order_id = 'erp:3'")).toEqual([[client]]);
    expect(
      await inbox.rows("select kind, record, line_from, raw_text from meta.remarks where record is not null"),
    ).toEqual([[rule, 2, 3, line]]);
  });

  it("takes lines that end early where the source says so, and tells of each", async () => {
    const short = ["3;03.02.2025;5", "4;03.02.2025", "5;03.02.2025;c", "6", "7;;5"];
    const inbox = makeInbox(ordersYaml("mode: upsert\npad_missing_trailing: true"));
    const { file } = await inbox.load("orders.csv", [header, ...short, twoRows[1], ""].join("\n"));
    expect(file).toMatchObject({ rows_accepted: 3, rows_rejected: 3 });
    expect(await inbox.rows("select order_id, amount, client_id from raw.orders order by order_id")).toEqual([
      ["erp:2", "4.0000", "erp:b"],
      ["erp:3", "5.0000", null],
      ["erp:4", null, null],
    ]);
    expect(await inbox.rows("select kind, line_from from meta.remarks where record is not null")).toEqual([
      ["padded", 2],
      ["padded", 3],
    ]);
    const torn = makeInbox(ordersYaml("mode: upsert\npad_missing_trailing: true"));
    expect((await torn.load("orders.csv", [header, ...twoRows, "3;03.02.2025;5"].join("\n"))).state).toBe("rejected");
    const strict = makeInbox(ordersYaml());
    const { file: whole } = await strict.load("orders.csv", [header, ...short, twoRows[1], ""].join("\n"));
    expect(whole).toMatchObject({ rows_accepted: 1, rows_rejected: 5 });
  });

  it("does not guess which column records lack below a header with an empty cell", async () => {
    const inbox = makeInbox(ordersYaml());
    const lines = ["Number;Date;Amount;;Client", "1;01.02.2025;5;a", "2;01.02.2025;5;b", ""];
    const { file } = await inbox.load("orders.csv", lines.join("\n"));
    expect(file).toMatchObject({ rows_accepted: 0, rows_rejected: 2 });
  });

  const left: readonly (readonly [why: string, line: string])[] = [
    ["could be read two ways", "3;03.02.2025;5;a;b;"],
    ["has no value of a typed column", '3;-;-;"a "b" c"'],
    ["has a date where the amount stands", '3;"a "b" c";03.02.2025;5'],
    ["has a quote beside a delimiter inside quotes", '3;03.02.2025;5;"a;"b c"'],
    ["has a quote without its twin in a plain field", '3;03.02.2025;5;48" table'],
    ["lost the delimiter before a quoted field", '3;03.02.2025"5;a"'],
    ["has text after a closing quote", '3;03.02.2025;5;"b"c'],
    ["has backslashes before its quotes", '3;03.02.2025;5;"a \\"b\\" c"'],
  ];

  it.each(left)("leaves a line aside that %s", async (_why, line) => {
    const inbox = makeInbox(ordersYaml());
    const { file } = await inbox.load("orders.csv", [header, twoRows[0], line, twoRows[1], ""].join("\n"));
    expect(file).toMatchObject({ rows_accepted: 2, rows_rejected: 1, diverted_lines: 1 });
    expect(await inbox.rows("select line_from, raw_text from meta.rejects")).toEqual([[3, line]]);
  });
});
