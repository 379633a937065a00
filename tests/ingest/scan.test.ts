import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { longestRecord, type ScanOptions, scanRecords } from "../../ingest/formats/scan.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-scan-"));
const options: ScanOptions = {
  delimiter: 59,
  quote: 34,
  fields: 3,
  from: { offset: 0, line: 1 },
  signal: new AbortController().signal,
};

function file(text: string | Uint8Array): string {
  const path = join(folder, "scan.csv");
  writeFileSync(path, text);
  return path;
}

async function scanAll(path: string, more: Partial<ScanOptions> = {}) {
  const runs: string[] = [];
  const scan = await scanRecords(path, { ...options, ...more }, (run) => runs.push(run.toString("latin1")));
  return { scan, regular: runs.join("") };
}

const nasty = [
  'a;"б""б";в\r\n',
  '"line\r\nbreak";2;3\n',
  "\r\n",
  "😀;é;x\r",
  ';";";""\n',
  'stray;"open;3\n',
  "1;2\n",
  '"""";2;"\n\n"\r\n',
  '1;2;3"\n',
  "last;2;3",
].join("");

describe("scanRecords(path, options, sink)", () => {
  it("finds the same wherever chunks end", async () => {
    const path = file(nasty);
    const whole = await scanAll(path);
    expect(whole.scan).toMatchObject({ records: 6, blankLines: 1, recordLines: 9, lines: 13, hasQuotedNewline: true });
    expect(whole.scan.diverted.map(({ line, rule }) => [line, rule])).toEqual([
      [7, "field_count"],
      [8, "field_count"],
      [12, "quote"],
    ]);
    for (let chunkBytes = 1; chunkBytes <= Buffer.byteLength(nasty) + 1; chunkBytes += 1) {
      expect(await scanAll(path, { chunkBytes })).toEqual(whole);
    }
  });

  it("doubts a record whose text goes on in a line that cannot be read, wherever chunks end, and no other", async () => {
    const texts: readonly (readonly [text: string, doubted: readonly number[]])[] = [
      ['1;2;3\n4;"a"; b\nc";d\n5;6;7\n', [2]],
      ['4;5;"a"\nb ""b"" c"\n5;6;7\n', [1]],
      ['4;"a"; b\n\nc ""c""\nd" ;e\n5;6;7\n', [1]],
      ['4;"a";b\n5;c;48"\n', []],
      ['4;"a";b\n5;"c"d;6\n', []],
      ['4;"a";b\n5;6;7\nc";d\n', []],
      ['4;a;b\nc";d\n', []],
    ];
    for (const [text, doubted] of texts)
      for (let chunkBytes = 1; chunkBytes <= text.length + 1; chunkBytes += 1) {
        const { scan } = await scanAll(file(text), { chunkBytes });
        expect([text, scan.doubted]).toEqual([text, doubted]);
      }
  });

  it("tells marks, totals, mended lines and the end of file apart wherever chunks end", async () => {
    const told = [
      "я;2;3\r\n",
      "\ufeff4;5;6\r\n",
      '\ufeff"7"; "8" ;9\n',
      "Итого;;15\r\n",
      'a;"b\\"c";d\r',
      "x;y;z;;\n",
      'bad\\";1;2\n',
      "n\u0000;1;2\n",
      "1;2;3\n",
      "\u001a",
    ].join("");
    const more: Partial<ScanOptions> = {
      escape: 92,
      tell: (bytes, start, end) => (bytes.toString("utf8", start, end).startsWith("Итого") ? "footer" : undefined),
      mend: (line) =>
        line.toString().endsWith(";;") ? { rule: "empty_tail", bytes: Buffer.from("x;y;z\n") } : undefined,
    };
    const path = file(told);
    const whole = await scanAll(path, more);
    expect(whole.scan).toMatchObject({ records: 6, recordLines: 6, lines: 10, hasStrayBytes: true });
    expect(whole.scan.others.map(({ kind, line, afterRecord }) => [kind, line, afterRecord])).toEqual([
      ["footer", 4, 3],
      ["end_mark", 10, 6],
    ]);
    expect(whole.scan.mended.map(({ record, line }) => [record, line])).toEqual([[5, 6]]);
    expect(whole.scan.diverted.map(({ line, rule }) => [line, rule])).toEqual([
      [7, "escape"],
      [8, "nul"],
    ]);
    for (let chunkBytes = 1; chunkBytes <= Buffer.byteLength(told) + 1; chunkBytes += 1) {
      expect(await scanAll(path, { ...more, chunkBytes })).toEqual(whole);
    }
  });

  it("maps records to lines sparsely", async () => {
    const { scan } = await scanAll(file('1;2;3\n4;"\n\n";6\n7;8;9\n\n0;0;0\n'));
    expect(scan.lineMap).toEqual({ records: [1, 3, 4], lines: [1, 5, 7] });
  });

  it("sets aside one line for a quote that is never closed, however long the file goes on", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `${index};b;c`);
    const { scan } = await scanAll(file(['x;"b;c', ...rows, ""].join("\n")));
    expect(scan.diverted.map(({ line }) => line)).toEqual([1]);
    expect(scan.records).toBe(3000);
  });

  it("sets aside a line that is too long, and only that", async () => {
    const { scan } = await scanAll(file(`1;2;3\n4;${"x".repeat(longestRecord.bytes)};6\n7;8;9\n`), {
      chunkBytes: 65_536,
    });
    expect(scan.diverted.map(({ line, rule }) => [line, rule])).toEqual([[2, "too_long"]]);
    expect(scan.records).toBe(2);
  });

  it("refuses a line without end instead of holding it in memory, and names it", async () => {
    const path = file(`1;2;3\n4;"${"x".repeat(65 * 1_048_576)}`);
    await expect(scanAll(path)).rejects.toMatchObject({ rule: "too_long", line: 2 });
    rmSync(path);
  });

  it("names the line of bytes that are not UTF-8, wherever chunks end", async () => {
    const bad = Buffer.concat([Buffer.from("я;я;я\nя;я;я\nя;"), Buffer.from([0xd0]), Buffer.from(";я\n1;2;3\n")]);
    for (let chunkBytes = 1; chunkBytes <= bad.length; chunkBytes += 1) {
      await expect(scanAll(file(bad), { chunkBytes })).rejects.toMatchObject({ rule: "encoding", line: 3 });
    }
  });

  it("knows which fields have outer spaces", async () => {
    const { scan } = await scanAll(file('а; b;c\nа;b;"c "\nР;b;c\n'));
    expect(scan.padded).toEqual([false, true, true]);
  });
});
