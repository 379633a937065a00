import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectContent } from "../../ingest/containers/detect.ts";
import { defaultLimits } from "../../ingest/containers/limits.ts";
import { unpack } from "../../ingest/containers/unpack.ts";
import { type Packed, type ZipOptions, zip } from "./containers-zip.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const rows = (...numbers: readonly number[]) =>
  `${header}\n${numbers.map((number) => `${number};01.02.2025;10,50;7\n`).join("")}`;
const signal = new AbortController().signal;

/** Writes the bytes to a folder of their own and unpacks them. */
async function take(bytes: Uint8Array, limits = defaultLimits) {
  const folder = mkdtempSync(join(tmpdir(), "karavan-unpack-"));
  const path = join(folder, "given");
  const work = join(folder, "work");
  writeFileSync(path, bytes);
  try {
    const taken = await unpack(path, { work, signal, limits });
    return taken.map((one) => [one.member, readFileSync(one.path, "utf8")]);
  } catch (error) {
    expect(readdirSync(work)).toEqual([]);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("unpack(path, options)", () => {
  const readable: readonly { input: string; members: readonly Packed[]; options?: ZipOptions; gives: unknown }[] = [
    { input: "a deflated member", members: [{ name: "a.csv", content: "x" }], gives: [["a.csv", "x"]] },
    { input: "a stored member", members: [{ name: "a.csv", content: "x", isStored: true }], gives: [["a.csv", "x"]] },
    { input: "an empty member", members: [{ name: "a.csv", content: "", isStored: true }], gives: [["a.csv", ""]] },
    {
      input: "sizes behind the bytes",
      members: [
        { name: "a.csv", content: "x", hasDescriptor: true },
        { name: "b.csv", content: "y", hasDescriptor: true },
      ],
      gives: [
        ["a.csv", "x"],
        ["b.csv", "y"],
      ],
    },
    {
      input: "zip64",
      members: [{ name: "a.csv", content: "x", isZip64: true }],
      options: { isZip64: true },
      gives: [["a.csv", "x"]],
    },
    {
      input: "a comment at the end",
      members: [{ name: "a.csv", content: "x" }],
      options: { comment: "made by hand PK" },
      gives: [["a.csv", "x"]],
    },
    {
      input: "a name in the code page of DOS",
      members: [{ name: Buffer.from([0x87, 0xa0, 0xaa, 0xa0, 0xa7, 0xeb]), content: "x" }],
      gives: [["Заказы", "x"]],
    },
    { input: "backslashes in a name", members: [{ name: "a\\b.csv", content: "x" }], gives: [["a/b.csv", "x"]] },
    {
      input: "folders and what macOS adds",
      members: [
        { name: "a/", content: "", isStored: true },
        { name: "a/b.csv", content: "x" },
        { name: "__MACOSX/a/._b.csv", content: "y" },
        { name: "a/.DS_Store", content: "y" },
      ],
      gives: [["a/b.csv", "x"]],
    },
  ];

  it.each(readable)("takes $input", async ({ members, options, gives }) => {
    expect(await take(zip(members, options))).toEqual(gives);
  });

  const one = zip([{ name: "orders.csv", content: rows(1, 2, 3) }]);
  const bomb = Buffer.alloc(4 * 1_048_576, 0x61);
  const small = { ...defaultLimits, freeBytes: 1_048_576 };
  const refused: readonly { input: string; bytes: Uint8Array; limits?: typeof defaultLimits; says: RegExp }[] = [
    { input: "an archive cut off", bytes: one.subarray(0, -30), says: /zip archive.*no directory/ },
    { input: "a changed byte", bytes: flip(one, 50), says: /"orders.csv" is not what its checksum says/ },
    { input: "a wrong checksum", bytes: zip([{ name: "a", content: "x", crc: 1 }]), says: /checksum/ },
    { input: "a size that lies", bytes: zip([{ name: "a", content: "xyz", bytes: 1 }]), says: /checksum/ },
    { input: "an encrypted member", bytes: zip([{ name: "a", content: "x", flags: 1 }]), says: /"a" is encrypted/ },
    { input: "an unknown method", bytes: zip([{ name: "a", content: "x", method: 14 }]), says: /method 14/ },
    { input: "a link", bytes: zip([{ name: "a", content: "/etc/passwd", mode: 0o120777 }]), says: /is a link/ },
    { input: "a name that climbs", bytes: zip([{ name: "../a.csv", content: "x" }]), says: /leads out/ },
    {
      input: "a name with a backslash that climbs",
      bytes: zip([{ name: "b\\..\\a", content: "x" }]),
      says: /leads out/,
    },
    { input: "an absolute name", bytes: zip([{ name: "/a.csv", content: "x" }]), says: /leads out/ },
    { input: "a drive", bytes: zip([{ name: "C:\\a.csv", content: "x" }]), says: /leads out/ },
    {
      input: "a name twice",
      bytes: zip([
        { name: "a.csv", content: "x" },
        { name: "A.csv", content: "y" },
      ]),
      says: /stands twice/,
    },
    {
      input: "an archive in an archive",
      bytes: zip([{ name: "a.csv", content: one }]),
      says: /"a.csv" is an archive too/,
    },
    { input: "gzip in an archive", bytes: zip([{ name: "a", content: gzipSync("x") }]), says: /"a" is an archive too/ },
    { input: "gzip in gzip", bytes: gzipSync(gzipSync("x")), says: /packed twice/ },
    { input: "an archive without files", bytes: zip([]), says: /holds no file/ },
    { input: "members that overlap", bytes: overlapped(), says: /lies across another/ },
    {
      input: "too many members",
      bytes: zip([
        { name: "a", content: "x" },
        { name: "b", content: "x" },
      ]),
      limits: { ...defaultLimits, members: 1 },
      says: /holds 2 members, at most 1/,
    },
    { input: "a bomb", bytes: zip([{ name: "a", content: bomb }]), limits: small, says: /more than 200 times/ },
    { input: "a gzip bomb", bytes: gzipSync(bomb), limits: small, says: /more than 200 times/ },
    {
      input: "members that are too large together",
      bytes: zip([
        { name: "a", content: "x".repeat(700) },
        { name: "b", content: "y".repeat(700) },
      ]),
      limits: { ...defaultLimits, bytes: 1000 },
      says: /more than 1000 bytes/,
    },
    { input: "gzip cut off", bytes: gzipSync("x".repeat(10_000)).subarray(0, -9), says: /gzip.*cut off/ },
    { input: "gzip with a wrong checksum", bytes: flip(gzipSync("xyz"), -6), says: /gzip.*data check/ },
    { input: "bytes after gzip", bytes: Buffer.concat([gzipSync("x"), Buffer.from("more")]), says: /gzip.*damaged/ },
  ];

  it.each(refused)("refuses $input and leaves nothing behind", async ({ bytes, limits, says }) => {
    await expect(take(bytes, limits)).rejects.toThrow(says);
  });

  it("takes gzip of several parts, and padding with zeros", async () => {
    const parts = [gzipSync("one "), gzipSync("two"), Buffer.alloc(600_000)];
    expect(await take(Buffer.concat(parts.slice(0, 2)))).toEqual([[undefined, "one two"]]);
    expect(await take(Buffer.concat(parts))).toEqual([[undefined, "one two"]]);
  });

  it("gives back what was packed, or nothing of a damaged archive", async () => {
    const member = fc.record({ content: fc.string(), isStored: fc.boolean(), hasDescriptor: fc.boolean() });
    const damage = fc.option(fc.record({ at: fc.nat(), bit: fc.nat({ max: 7 }) }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.array(member, { minLength: 1, maxLength: 4 }), damage, async (members, hit) => {
        const packed = members.map((one, index) => ({ ...one, name: `m${index}.csv` }));
        const bytes = zip(packed);
        const at = (hit?.at ?? 0) % bytes.length;
        if (hit !== undefined) bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << hit.bit), at);
        const taken = await take(bytes).catch((error) => {
          if (hit === undefined) throw error;
          return [];
        });
        const contents = new Set(members.map(({ content }) => Buffer.from(content).toString()));
        if (hit === undefined)
          expect(taken).toEqual(packed.map(({ name, content }) => [name, Buffer.from(content).toString()]));
        else for (const [, content] of taken) expect(contents).toContain(content);
      }),
      { numRuns: 150 },
    );
  });
});

describe("detectContent(path)", () => {
  const known: readonly { input: string; bytes: Uint8Array | string; says: RegExp | string }[] = [
    { input: "text", bytes: header, says: "text" },
    { input: "nothing", bytes: "", says: "text" },
    { input: "gzip", bytes: gzipSync("x"), says: "gzip" },
    { input: "zip", bytes: zip([{ name: "a.csv", content: "x" }]), says: "zip" },
    {
      input: "a workbook",
      bytes: zip([
        { name: "[Content_Types].xml", content: "" },
        { name: "xl/workbook.xml", content: "" },
      ]),
      says: "xlsx",
    },
    {
      input: "a binary workbook",
      bytes: zip([
        { name: "[Content_Types].xml", content: "" },
        { name: "xl/workbook.bin", content: "" },
      ]),
      says: /xlsb/,
    },
    {
      input: "an OpenDocument sheet",
      bytes: zip([
        { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", isStored: true },
        { name: "content.xml", content: "" },
      ]),
      says: /\.ods/,
    },
    { input: "an old workbook", bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), says: /\(\.xls\)/ },
    {
      input: "a workbook with a password",
      bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      says: /with a password/,
    },
    { input: "Parquet", bytes: Buffer.from("PAR1\u0015"), says: "parquet" },
    { input: "a web archive", bytes: "MIME-Version: 1.0\nContent-Type: multipart/related", says: /web archive/ },
    { input: "7-Zip", bytes: Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), says: /7-Zip/ },
    {
      input: "SpreadsheetML",
      bytes: '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      says: "spreadsheetml",
    },
    {
      input: "an HTML table",
      bytes: "<html><body><table><tr><td>1</td></tr></table>",
      says: "html",
    },
  ];

  it.each(known)("knows $input by its bytes", async ({ bytes, says }) => {
    const path = join(mkdtempSync(join(tmpdir(), "karavan-detect-")), "orders.csv");
    writeFileSync(path, bytes);
    if (typeof says === "string") expect(await detectContent(path)).toBe(says);
    else await expect(detectContent(path)).rejects.toThrow(says);
  });
});

describe("ingest(settings, options, effects): containers", () => {
  const ledger = "select name, state, rows_accepted from meta.files order by file_id";

  it("loads each member as a file of its own, once, and names those no feed matches", async () => {
    const inbox = makeInbox(ordersYaml());
    const members = [
      { name: "2025/orders-1.csv", content: rows(1, 2) },
      { name: "orders-2.csv", content: rows(3) },
      { name: "readme.txt", content: "hello" },
    ];
    inbox.put("january.zip", zip(members));
    const first = await inbox.ingest();
    expect(first.unmatched).toEqual(["erp/january.zip/readme.txt"]);
    expect(await inbox.rows(ledger)).toEqual([
      ["january.zip/2025/orders-1.csv", "committed", 2],
      ["january.zip/orders-2.csv", "committed", 1],
    ]);
    expect(await inbox.rows("select order_id from raw.orders order by 1")).toEqual([["erp:1"], ["erp:2"], ["erp:3"]]);
    expect((await inbox.ingest()).files.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
  });

  it("loads gzip under any name", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders-1.csv.gz", gzipSync(rows(1)));
    inbox.put("orders-2.csv", gzipSync(rows(2)));
    await inbox.ingest();
    expect(await inbox.rows(ledger)).toEqual([
      ["orders-1.csv.gz/orders-1.csv", "committed", 1],
      ["orders-2.csv", "committed", 1],
    ]);
  });

  it("loads the only member of an archive that is itself what a feed waits for", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders.csv", zip([{ name: "report.txt", content: rows(1) }]));
    await inbox.ingest();
    expect(await inbox.rows(ledger)).toEqual([["orders.csv", "committed", 1]]);
  });

  it("keeps a refused archive in the ledger with the reason, and loads nothing of it", async () => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("export.zip", flip(zip([{ name: "orders-1.csv", content: rows(1, 2, 3) }]), 50));
    inbox.put("secret.zip", zip([{ name: "orders-2.csv", content: rows(4), flags: 1 }]));
    inbox.put("orders-3.csv.gz", gzipSync(rows(5)).subarray(0, -5));
    inbox.put("orders-4.csv", rows(6));
    await inbox.ingest();
    expect(await inbox.rows("select name, state, error from meta.files order by name")).toEqual([
      ["export.zip", "rejected", expect.stringMatching(/^export.zip: the file is a zip archive.*checksum/)],
      [
        "orders-3.csv.gz",
        "rejected",
        expect.stringMatching(/^orders-3.csv.gz: the file is gzip-compressed, but cut off/),
      ],
      ["orders-4.csv", "committed", null],
      ["secret.zip", "rejected", expect.stringMatching(/is encrypted. Pack it again without a password/)],
    ]);
    expect(await inbox.rows("select order_id from raw.orders")).toEqual([["erp:6"]]);
  });
});

/** Turns one bit; a negative place counts from the end. */
function flip(bytes: Uint8Array, place: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = place < 0 ? copy.length + place : place;
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

/** Two directory entries over the bytes of one member. */
function overlapped(): Buffer {
  const bytes = zip([
    { name: "a", content: "x" },
    { name: "b", content: "x" },
  ]);
  const second = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
}
