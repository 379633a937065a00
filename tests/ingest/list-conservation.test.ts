import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readFixed } from "../../ingest/formats/fixed/fixed.ts";
import { TableBuilder } from "../../ingest/formats/html/tables.ts";
import { HtmlScanner } from "../../ingest/formats/html/tokens.ts";
import { FileFault, type FormatReader, type Records } from "../../ingest/formats/reader.ts";
import { readSapList } from "../../ingest/formats/sap/sap.ts";
import { parseSource } from "../../ingest/source.ts";
import { type Connection, withConnection } from "../../warehouse/connection.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const feedOf = (more: string) => {
  const [feed] = parseSource(
    `source: test
title: Test
feeds:
  - entity: managers
    match: "*.txt"
    mode: upsert
${more}    columns: { manager_id: { from: A }, name: { from: B }, team: { from: C }, region: { from: D } }
`,
    "test.yaml",
  ).feeds;
  if (feed === undefined) throw new Error("the source has a feed");
  return feed;
};

const widths = [6, 8, 5, 9] as const;
/** Letters of a cell; a cell begins and ends with the number of its column, so that a shifted one shows. */
const letters = fc.constantFrom("a", "ж", "é", " ", "|", "*", "-", "日", "😀", "'", '"');
const row = fc.tuple(
  ...widths.map((width) => fc.array(letters, { maxLength: width - 2 }).map((parts) => parts.join(""))),
);

type Damage = "none" | "letter lost" | "letter more" | "cut off" | "break" | "border lost" | "tab" | "doubled";
const damage = fc.constantFrom<Damage>(
  "none",
  "none",
  "none",
  "letter lost",
  "letter more",
  "cut off",
  "break",
  "border lost",
  "tab",
  "doubled",
);
const damaged = fc.record({ cells: row, damage, at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }) });
const pages = fc.array(fc.array(damaged, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });

function harm(line: string, kind: Damage, where: number): string {
  const text = [...line];
  const at = Math.floor(where * text.length);
  if (kind === "letter lost") text.splice(at, 1);
  else if (kind === "letter more") text.splice(at, 0, "x");
  else if (kind === "cut off") text.splice(at);
  else if (kind === "break") text.splice(at, 0, "\n");
  else if (kind === "border lost") text.splice(Math.max(0, text.indexOf("|")), 1, " ");
  else if (kind === "tab") text.splice(at, 2, "\t");
  else if (kind === "doubled") text.push(...text);
  return text.join("");
}

const marked = (cells: readonly string[]) => cells.map((text, index) => `${index}${text}${index}`);
const padded = (cells: readonly string[]) =>
  marked(cells).map((text, index) => text + " ".repeat((widths[index] ?? 0) - [...text].length));

/** Reads a text, and gives its account and its records; undefined for a file that is refused. */
async function read(connection: Connection, reader: FormatReader, text: string, feed: ReturnType<typeof feedOf>) {
  const path = join(folder, "case.txt");
  writeFileSync(path, text);
  let records: Records;
  try {
    records = await reader(path, { feed, work: folder, signal: new AbortController().signal });
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
  const list = records.columns.map(({ sql }) => sql).join(", ");
  const { rows } = await connection.table(`select ${list} from ${records.relation}`);
  records.close();
  return { records, rows: rows.map((cells) => cells.map((value) => String(value ?? ""))) };
}

function holdsAccount({ records, rows }: NonNullable<Awaited<ReturnType<typeof read>>>, text: string): void {
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  expect(records.physicalLines).toBe(lines);
  expect(records.recordLines + records.otherLines + (records.divertedLines ?? 0)).toBe(lines);
  expect(rows.length).toBe(records.count);
}

describe("readSapList(path, options), readFixed(path, options)", () => {
  it("put every physical line of a damaged list into one bucket, and shift no cell", async () => {
    const feed = feedOf("");
    const rule = "-".repeat(widths.reduce((sum, width) => sum + width + 1, 1));
    const header = `|${["A", "B", "C", "D"].map((name, index) => name.padEnd(widths[index] ?? 0)).join("|")}|`;
    await withConnection({ attach: [] }, (connection) =>
      fc.assert(
        fc.asyncProperty(pages, fc.boolean(), async (given, isOpen) => {
          const drawn = given.map((page) =>
            page.map((one) => harm(`|${padded(one.cells).join("|")}|`, one.damage, one.at)),
          );
          const text = drawn
            .map((page, index) => [`Page ${index}`, rule, header, rule, ...page, rule].join("\n"))
            .join("\n");
          const found = await read(connection, readSapList, isOpen ? text : `${text}\n`, feed);
          expect(found).toBeDefined();
          if (found === undefined) return;
          holdsAccount(found, isOpen ? text : `${text}\n`);
          const all = given.flat();
          const whole = all.filter((one) => one.damage === "none").map((one) => marked(one.cells).join("\n"));
          const accepted = found.rows.map((cells) => cells.join("\n"));
          for (const one of whole) expect(accepted).toContain(one);
          for (const cells of found.rows)
            cells.forEach((cell, index) => {
              expect(cell === "" || cell.includes(String(index)) || /^[^0-9]*$/.test(cell)).toBe(true);
            });
        }),
        { numRuns: 200 },
      ),
    );
  });

  it("put every line of fixed width into one bucket, and give whole lines back exactly", async () => {
    const at = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 1));
    const places = ["A", "B", "C", "D"].map((name, index) => `${name}: { at: ${at[index]}, width: ${widths[index]} }`);
    const feed = feedOf(`    fixed: { touching: true, columns: { ${places.join(", ")} } }\n`);
    await withConnection({ attach: [] }, (connection) =>
      fc.assert(
        fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 12 }), async (given) => {
          const text = given.map((one) => `${harm(padded(one.cells).join(""), one.damage, one.at)}\n`).join("");
          const found = await read(connection, readFixed, text, feed);
          expect(found).toBeDefined();
          if (found === undefined) return;
          holdsAccount(found, text);
          const whole = given.filter((one) => one.damage === "none").map((one) => marked(one.cells).join("\n"));
          const accepted = found.rows.map((cells) => cells.join("\n"));
          for (const one of whole) expect(accepted).toContain(one);
        }),
        { numRuns: 200 },
      ),
    );
  });
});

describe("HtmlScanner", () => {
  const pieces = fc.constantFrom(
    "<table>",
    "<TR>",
    "<td>",
    "<td a='>'>",
    "x",
    " ",
    "\n",
    "&nbsp;",
    "&amp;",
    "<",
    ">",
    "</td>",
    "</table>",
    "<!-- <td> -->",
    "<script>a<b</script>",
    "<br>",
    "<td colspan=2>",
    "<td rowspan=3>",
    '<td b="',
    "1",
  );
  it("tells the same, however the text is cut into chunks", () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 }),
        (parts, cuts) => {
          const text = `<table>${parts.join("")}`;
          const whole = scan([text]);
          const chunks: string[] = [];
          for (let at = 0, turn = 0; at < text.length; turn += 1) {
            const size = 1 + (cuts[turn % cuts.length] ?? 0);
            chunks.push(text.slice(at, at + size));
            at += size;
          }
          expect(scan(chunks)).toEqual(whole);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function scan(chunks: readonly string[]) {
  const builder = new TableBuilder(1);
  const scanner = new HtmlScanner(builder);
  for (const chunk of chunks) scanner.push(chunk);
  scanner.finish();
  builder.close("table");
  return { rows: builder.takeRows(), merges: builder.merges, tables: builder.tables, lines: scanner.lines };
}
