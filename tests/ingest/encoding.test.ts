import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { candidates, findEncoding, openReader, upperHalf } from "../../ingest/encoding/codec.ts";
import { detectEncoding, type EncodingContract, type Verdict } from "../../ingest/encoding/detect.ts";
import { findMojibake } from "../../ingest/encoding/mojibake.ts";
import { openUtf8Writer } from "../../ingest/encoding/to-utf8.ts";
import { FileFault } from "../../ingest/formats/reader.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";
import { encode, encodingsOf, makeTable, type SampleLanguage } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-encoding-"));
const anything: EncodingContract = { encoding: "auto", languages: undefined, names: [] };

function detect(content: Uint8Array, contract: Partial<EncodingContract> = {}): Promise<Verdict> {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(path, content);
  return detectEncoding(path, { ...anything, ...contract }, new AbortController().signal);
}

function readWhole(bytes: Uint8Array, encoding: string): string {
  const reader = openReader(encoding);
  return reader.decode(bytes) + reader.decode();
}

/** Share of texts read right at the least, by size; the rest are held. */
const floors = [
  { size: 200, dense: 0.9, sparse: 0.85 },
  { size: 1_000, dense: 1, sparse: 0.85 },
  { size: 4_000, dense: 1, sparse: 0.98 },
  { size: 65_536, dense: 1, sparse: 1 },
];

describe("detectEncoding(path, contract, signal)", () => {
  it.each(
    floors.flatMap(({ size, dense, sparse }) => [
      { size, kind: "dense", isDense: true, floor: dense },
      { size, kind: "sparse", isDense: false, floor: sparse },
    ]),
  )("reads $kind text of $size bytes right or holds it, by letters alone", async ({ size, kind, isDense, floor }) => {
    const outcomes = { right: 0, held: 0, wrong: [] as string[] };
    for (const language of Object.keys(encodingsOf) as SampleLanguage[]) {
      for (const encoding of ["utf-8", "utf-16le", "utf-16be", ...encodingsOf[language]]) {
        for (let seed = 0; seed < (size > 60_000 ? 1 : 3); seed += 1) {
          const bytes = encode(makeTable(language, size, { isDense, seed }), encoding);
          try {
            const found = await detect(bytes);
            if (readWhole(bytes, found.encoding) === readWhole(bytes, encoding)) outcomes.right += 1;
            else outcomes.wrong.push(`${language} ${encoding} as ${found.encoding}`);
          } catch (error) {
            if (error instanceof FileFault && error.rule === "encoding_ambiguous") outcomes.held += 1;
            else throw error;
          }
        }
      }
    }
    const total = outcomes.right + outcomes.held + outcomes.wrong.length;
    process.stdout.write(
      `encodings, ${kind}, ${size} bytes: ${((100 * outcomes.right) / total).toFixed(1)} % right, ${outcomes.held} of ${total} held, ${outcomes.wrong.length} wrong\n`,
    );
    expect(outcomes.wrong).toEqual([]);
    expect(outcomes.right / total).toBeGreaterThanOrEqual(floor);
  });

  it("takes a name of the contract in the header for the strongest evidence", async () => {
    const bytes = encode("Шт;№\n1;5\n", "iso-8859-5");
    await expect(detect(bytes)).rejects.toMatchObject({ rule: "encoding_ambiguous" });
    expect(await detect(bytes, { names: ["Шт"] })).toMatchObject({ encoding: "iso-8859-5", method: "header" });
  });

  it("knows the hard space that parts thousands, in letters of Western Europe and of Cyrillic DOS", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `2015;F;0${index};ACHATS;60${index};${index + 1}\u00a0${index + 100},50`,
    );
    const french = `Exercice;Section;Fonction;Libellé;Nature;Montant\n${rows.join("\n")}\n`;
    expect(await detect(Buffer.from(french, "latin1"))).toMatchObject({ encoding: "windows-1252" });
    const russian = `Год;Раздел;Сумма\n${rows.map((row) => row.replace(/^2015;F;\d+;ACHATS/, "2015;Закупки")).join("\n")}\n`;
    expect(await detect(encode(russian, "ibm866"))).toMatchObject({ encoding: "ibm866" });
    expect(await detect(encode(russian, "windows-1251"))).toMatchObject({ encoding: "windows-1251" });
  });

  it("knows the letters of Western Europe as DOS writes them", async () => {
    const rows = ["Martín Sommer;Málaga", "Per Bergström;Århus", "Zoë Künzle;Genève", "José Núñez;Cataluña"];
    const bytes = encode(`Cliente;Ciudad\n${rows.join("\n")}\n`, "cp850");
    expect(await detect(bytes)).toMatchObject({ encoding: "cp850" });
    expect(readWhole(bytes, "cp850")).toContain("José Núñez;Cataluña");
    expect(findEncoding("IBM850")).toBe("cp850");
  });

  it("shows both readings of what it holds", async () => {
    const bytes = encode("Номер;Имя\n1;Ия\n", "windows-1251");
    await expect(detect(bytes, { encoding: ["windows-1251", "ibm866"], names: ["Number"] })).resolves.toMatchObject({
      encoding: "windows-1251",
    });
    await expect(detect(encode("a;b\n1;то\n", "windows-1251"))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^windows-1251 and \S+ both fit \(0\.\d\d\/0\.\d\d\); under windows-1251 it reads "1;то"/,
      ),
    });
  });

  it("decides nothing between encodings that read the file alike", async () => {
    const bytes = encode(makeTable("ru", 1000, { isDense: true, seed: 0 }), "koi8-r");
    expect(await detect(bytes, { encoding: ["koi8-r", "koi8-u"] })).toMatchObject({ encoding: "koi8-r" });
  });

  it.each(["Fürstenberg", "Mahler-Köllner", "Straße", "São Paulo", "Muñoz", "Besançon", "Bjørn Åsen", "Jürg Müller"])(
    "takes the Western %s among English names for no Russian word",
    async (name) => {
      const bytes = encode(`CustomerKey,Name,Country\n1,Lilly Harding,Australia\n2,${name},Europe\n`, "windows-1252");
      const found = await detect(bytes).catch((error: unknown) => error);
      if (found instanceof FileFault) expect(found.rule).toBe("encoding_ambiguous");
      else expect(found).toMatchObject({ encoding: "windows-1252" });
    },
  );

  it("reads a customer list with umlauts as windows-1252", async () => {
    const rows = ["Sven Mahler,Fürstenberg", "Marie Werfel,Mannweiler-Cölln", "Lisa Bachmeier,Württemberg"];
    const bytes = encode(`Name,City\n${rows.join("\n")}\n`, "windows-1252");
    expect(await detect(bytes)).toMatchObject({ encoding: "windows-1252", method: "letters" });
  });

  it("tells national letters by the languages of the source", async () => {
    const bytes = encode("a;b\n1;Їжакевич Ганна Євгенівна\n2;Щебінь і ґудзики\n", "cp1125");
    expect(await detect(bytes, { languages: ["uk"], encoding: ["ibm866", "cp1125"] })).toMatchObject({
      encoding: "cp1125",
    });
  });

  it("finds letters that stand far below the first lines", async () => {
    const russian = makeTable("ru", 300_000, { isDense: true, seed: 0 });
    const bytes = encode(`${russian}9;01.02.2025;1;Әбілова Мәриям Өмірқызы, Қоңырау үшін\n`, "rk1048");
    expect(await detect(bytes)).toMatchObject({ encoding: "rk1048" });
  });

  it("names the line of a damaged letter in UTF-8, and takes no code page for it", async () => {
    const bytes = Buffer.concat([Buffer.from("Код;Имя\n1;Роман\n2;"), Buffer.from([0xcf]), Buffer.from("етр\n")]);
    await expect(detect(bytes)).rejects.toMatchObject({ rule: "encoding", line: 3 });
  });

  it("refuses a mark that contradicts the source, and a whole file of another encoding", async () => {
    await expect(detect(Buffer.from("\ufeffa;b\n"), { encoding: "windows-1251" })).rejects.toMatchObject({ line: 1 });
    await expect(detect(Buffer.from("я"), { encoding: ["windows-1251", "ibm866"] })).rejects.toMatchObject({
      message: expect.stringMatching(/valid UTF-8/),
    });
  });
});

describe("openReader(encoding)", () => {
  it.each([
    ["cp1125", [0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfc, 0x80, 0xef], "ҐґЄєІіЇї№Ая"],
    ["rk1048", [0x8d, 0x9d, 0x8e, 0x9e, 0xa1, 0xa2, 0xa3, 0xbc, 0xa5, 0xb4, 0xaa, 0xba], "ҚқҺһҰұӘәӨөҒғ"],
    ["windows-1252", [0x80, 0x96, 0xe9], "€–é"],
    ["ibm866", [0x1a, 0x1c, 0x7f, 0x80], "\x1a\x1c\x7fА"],
    ["rk1048", [0xaf, 0xbf, 0xbd, 0xbe, 0xb2, 0xb3, 0xa8, 0xb8, 0xb9, 0xc0, 0xff], "ҮүҢңІіЁё№Ая"],
  ])("knows the letters of %s", (encoding, bytes, text) => {
    expect(openReader(encoding).decode(Uint8Array.from(bytes))).toBe(text);
  });

  it("agrees with cp866 and windows-1251 but for national letters", () => {
    const differing = (one: string, other: string) => {
      const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
      const [left, right] = [openReader(one).decode(bytes), openReader(other).decode(bytes)];
      return [...left].flatMap((letter, index) => (letter === right[index] ? [] : [index]));
    };
    expect(differing("cp1125", "ibm866")).toEqual([0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9]);
    expect(differing("rk1048", "windows-1251")).toEqual([
      0x8d, 0x8e, 0x9d, 0x9e, 0xa1, 0xa2, 0xa3, 0xa5, 0xaa, 0xaf, 0xb4, 0xba, 0xbc, 0xbd, 0xbe, 0xbf,
    ]);
  });
});

describe("openUtf8Writer(encoding)", () => {
  it.each(candidates.filter((encoding) => encoding !== "utf-8"))(
    "writes what %s reads, however it is cut, or knows neither",
    (encoding) => {
      const bytes = Uint8Array.from({ length: 512 }, (_, index) => (encoding.startsWith("utf-16") ? 65 : index));
      const known = bytes.filter((byte) => byte < 128 || upperHalf(encoding)[byte - 128] !== "\ufffd");
      const reader = openReader(encoding);
      const text = reader.decode(known) + reader.decode();
      const writer = openUtf8Writer(encoding);
      const cuts = [known.subarray(0, 100), known.subarray(100, 101), known.subarray(101), undefined];
      const written = cuts.map((chunk) => Buffer.from(writer.write(chunk)));
      expect(Buffer.concat(written).toString("utf8")).toBe(text);
    },
  );

  it("says where a byte stands that the encoding leaves free", () => {
    const writer = openUtf8Writer("windows-1253");
    expect(() => writer.write(Uint8Array.of(65, 10, 0xff))).toThrow(
      expect.objectContaining({ offset: 2, isExact: true }),
    );
  });
});

describe("findEncoding(name)", () => {
  it.each([
    ["cp1251", "windows-1251"],
    ["CP866", "ibm866"],
    ["KZ-1048", "rk1048"],
    ["cp1125", "cp1125"],
    ["klingon", undefined],
  ])("finds %s as %s", (name, found) => {
    expect(findEncoding(name)).toBe(found);
  });
});

describe("findMojibake(lines)", () => {
  it.each(["windows-1251", "windows-1252"])("turns UTF-8 read as %s back", (as) => {
    const spoiled = new TextDecoder(as).decode(Buffer.from("Поставка труб"));
    expect(findMojibake(["a;b", spoiled])).toMatchObject({ as, index: 1, meant: "Поставка труб" });
  });

  it.each(Object.keys(encodingsOf) as SampleLanguage[])("leaves true text in %s alone", (language) => {
    expect(findMojibake(makeTable(language, 4000, { isDense: true, seed: 1 }).split("\n"))).toBeUndefined();
  });
});

const russian = "Number;Date;Amount;Client\n1;01.02.2025;1 000,50;Поставка труб\n2;02.02.2025;7;Иванова Мария\n";

describe("ingest(settings, options, effects): encodings", () => {
  it.each([
    { name: "UTF-16 LE with a mark", bytes: encode(`\ufeff${russian}`, "utf-16le"), method: "byte order mark" },
    { name: "UTF-16 BE with a mark", bytes: encode(`\ufeff${russian}`, "utf-16be"), method: "byte order mark" },
    { name: "UTF-16 LE without a mark", bytes: encode(russian, "utf-16le"), method: "zero bytes" },
    { name: "UTF-16 BE without a mark", bytes: encode(russian, "utf-16be"), method: "zero bytes" },
    { name: "UTF-8", bytes: encode(russian, "utf-8"), method: "valid UTF-8" },
    { name: "windows-1251", bytes: encode(russian, "windows-1251"), method: "letters" },
    { name: "cp866", bytes: encode(russian, "ibm866"), method: "letters" },
    { name: "koi8-r", bytes: encode(russian, "koi8-r"), method: "letters" },
  ])("loads $name, and writes down how it is known", async ({ bytes, method }) => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nencoding: auto"));
    const report = await inbox.load("orders.csv", bytes);
    expect(report.error).toBeUndefined();
    const rows = await inbox.rows("select order_id, amount, client_id from raw.orders order by _record");
    expect(rows).toEqual([
      ["erp:1", "1000.5000", "erp:Поставка труб"],
      ["erp:2", "7.0000", "erp:Иванова Мария"],
    ]);
    expect(report.file?.dialect).toContain(`(by ${method}, confidence`);
  });

  it("holds a file whose encoding is in doubt, and takes it once the source says which", async () => {
    const inbox = makeInbox(ordersYaml("mode: upsert\nencoding: auto"));
    const bytes = encode("Number;Date;Amount;Client\n1;01.02.2025;5;то\n", "windows-1251");
    const report = await inbox.load("orders.csv", bytes);
    expect(report).toMatchObject({ state: "held", error: expect.stringMatching(/both fit .* Say which one it is/) });
    inbox.describe(ordersYaml("mode: upsert\nencoding: windows-1251"));
    const { files } = await inbox.ingest();
    expect(files.map(({ state }) => state)).toEqual(["committed"]);
    expect(await inbox.rows("select client_id from raw.orders")).toEqual([["erp:то"]]);
  });

  it.each([
    { name: "saved again", encoding: "utf-8", content: new TextDecoder("windows-1251").decode(Buffer.from(russian)) },
    { name: "declared wrongly", encoding: "windows-1251", content: russian },
  ])("refuses text encoded twice: $name", async ({ encoding, content }) => {
    const inbox = makeInbox(ordersYaml(`mode: upsert\nencoding: ${encoding}`));
    const report = await inbox.load("orders.csv", content);
    expect(report).toMatchObject({
      state: "rejected",
      error: expect.stringMatching(/orders.csv, line 2: .*looks like UTF-8 read as windows-1251.*Поставка труб/),
    });
  });
});
