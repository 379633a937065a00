import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../ingest/formats/json/json.ts";
import { FileFault } from "../../ingest/formats/reader.ts";
import { readXml } from "../../ingest/formats/xml/xml.ts";
import { type Reading, readAs, valuesOf } from "./reading.ts";

const json = `source: shop
title: Shop
format: json
feeds:
  - entity: orders
    match: "*"
    mode: upsert
    rows: $.orders
    columns:
      order_id: { from: id }
      order_date: { from: day }
      client_id: { from: who.id, optional: true }
`;
const xml = json
  .replace("format: json", "format: xml")
  .replace("$.orders", "shop/order")
  .replace("from: id", 'from: "@id"')
  .replace("who.id", "who/id");

interface Order {
  readonly id: string;
  readonly day: string;
  readonly who: string | undefined;
}

/** Text without control characters, some of it meaning something in JSON or XML. */
const text = fc.string({
  unit: fc.constantFrom("a", "ж", "😀", '"', "'", "\\", "<", ">", "&", "]]>", "{", "}", "[", ",", ":", "\n", " ", "]"),
  maxLength: 12,
});
const orders = fc.array(fc.record({ id: text, day: text, who: fc.option(text, { nil: undefined }) }), {
  minLength: 1,
  maxLength: 8,
});
const gap = fc.constantFrom("", " ", "\n", "\r\n  ", "\t");

const escapes: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  "\n": "&#10;",
};
const escaped = (value: string) => value.replace(/[<>&"\n]/g, (letter) => escapes[letter] ?? letter);

function writeXml(given: readonly Order[], space: string): string {
  const rows = given.map(({ id, day, who }) => {
    const party = who === undefined ? "" : `<who kind="x"><id>${escaped(who)}</id></who>${space}`;
    return `<order${space === "" ? " " : space} id="${escaped(id)}">${space}<day>${escaped(day)}</day>${space}${party}</order>`;
  });
  return `<shop>${space}${rows.join(space)}${space}</shop>`;
}

function writeJson(given: readonly Order[], space: string): string {
  const rows = given.map(({ id, day, who }) =>
    JSON.stringify({ id, day, ...(who === undefined ? {} : { who: { id: who } }) }, undefined, space === "" ? 0 : 2),
  );
  return `{"n": [1, {"orders": 2}],${space}"orders":${space}[${rows.join(`,${space}`)}]${space}}`;
}

function rowsOf(reading: Reading, names: readonly string[]): readonly string[] {
  const columns = names.map((name) => (reading.names.includes(name) ? valuesOf(reading, name) : []));
  return reading.rows.map((_, row) => JSON.stringify(columns.map((column) => column[row] ?? "")));
}

const formats = [
  { format: "JSON", reader: readJson, yaml: json, write: writeJson, names: ["id", "day", "who.id"] },
  { format: "XML", reader: readXml, yaml: xml, write: writeXml, names: ["@id", "day", "who/id"] },
] as const;

describe.each(formats)("records of $format", ({ reader, yaml, write, names }) => {
  const shown = (given: readonly Order[]) => given.map(({ id, day, who }) => JSON.stringify([id, day, who ?? ""]));

  it("are given back as they were written", async () => {
    await fc.assert(
      fc.asyncProperty(orders, gap, async (given, space) => {
        const reading = await readAs(reader, yaml, write(given, space));
        expect(rowsOf(reading, names)).toEqual(shown(given));
      }),
      { numRuns: 40 },
    );
  });

  it("are whole, set aside or refused, whatever byte is cut out or changed, and every line is accounted for", async () => {
    await fc.assert(
      fc.asyncProperty(
        orders,
        gap,
        fc.nat(),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...'<>&"{}[],:x'),
        async (given, space, at, cut, put) => {
          const bytes = write(given, space);
          const place = at % bytes.length;
          const damaged = bytes.slice(0, place) + put.repeat(cut % 2) + bytes.slice(place + cut);
          try {
            const reading = await readAs(reader, yaml, damaged);
            const found = rowsOf(reading, names);
            const known = new Set(shown(given));
            expect(found.length).toBeLessThanOrEqual(given.length + 1);
            expect(found.filter((row) => !known.has(row)).length).toBeLessThanOrEqual(2);
          } catch (error) {
            if (!(error instanceof FileFault)) throw error;
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});
