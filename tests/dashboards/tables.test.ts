import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../dashboards/components/csv.ts";
import { readRows } from "../../dashboards/data.ts";
import { packTable } from "../../warehouse/publish/columnar.ts";

describe("packTable(table)", () => {
  it("loses no value on its way to the page", async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      fc.boolean(),
      fc.constant(null),
    );
    const table = fc.array(fc.tuple(cell, fc.constantFrom("a", "b", "__proto__")), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const packed = packTable({ columns: ["value", "name"], types: ["", ""], rows });
        const text = JSON.stringify(packed);
        const read = await readRows<{ value: unknown; name: string }>({ json: async () => JSON.parse(text) });
        const expected = rows.map(([value, name]) => [Object.is(value, -0) ? 0 : value, name]);
        expect(read.filter((row) => "constructor" in row || "toString" in row)).toEqual([]);
        expect(read.map((row) => [row.value, row.name])).toEqual(expected);
      }),
    );
  });
});

describe("toCsv(download, locale)", () => {
  const download = {
    name: "x",
    columns: ["Имя", "n"],
    rows: [
      ["=1+1", 1.5],
      ['a;"b"\n', null],
      ["-5", -5],
      ["plain", true],
    ],
  };

  it("writes what Excel opens in Russian", () => {
    expect(toCsv(download, "ru")).toBe('\uFEFFИмя;n\r\n\'=1+1;1,5\r\n"a;""b""\n";\r\n\'-5;-5\r\nplain;1\r\n');
  });

  it("writes what Excel opens in English", () => {
    expect(toCsv(download, "en")).toBe('\uFEFFИмя,n\r\n\'=1+1,1.5\r\n"a;""b""\n",\r\n\'-5,-5\r\nplain,1\r\n');
  });

  it("never leaves a formula", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const field = toCsv({ name: "x", columns: [], rows: [[text]] }, "en")
          .slice(3)
          .replace(/^"/, "");
        expect(field).not.toMatch(/^[=+\-@\t\r](?!\n$)/);
      }),
    );
  });
});
