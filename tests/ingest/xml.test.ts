import { describe, expect, it } from "vitest";
import { readXml } from "../../ingest/formats/xml/xml.ts";
import { parseSource } from "../../ingest/source.ts";
import { makeInbox } from "./inbox.ts";
import { readAs, refusalOf, valuesOf } from "./reading.ts";

const yaml = `source: shop
title: Shop
format: xml
feeds:
  - entity: orders
    match: "*.xml"
    mode: upsert
    rows: shop/order
    columns:
      order_id: { from: "@id" }
      order_date: { from: day }
      client_id: { from: "party[role=buyer]/id", optional: true }
      channel: { from: note, optional: true }
`;
const order = (id: number | string, inside = "") => `<order id="${id}"><day>2025-02-01</day>${inside}</order>`;
const shop = (...orders: readonly string[]) => `<shop>\n${orders.join("\n")}\n</shop>\n`;
const cyrillic = (text: string) =>
  Buffer.from(
    [...text].map((letter) =>
      letter >= "А" && letter <= "я" ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
    ),
  );

describe("readXml(path, options): values", () => {
  it.each([
    { input: "text", inside: "<note>a</note>", note: "a" },
    { input: "an empty element", inside: "<note/>", note: null },
    { input: "entities and references", inside: "<note>a &lt; b &amp;&#49;&#x416;</note>", note: "a < b &1Ж" },
    { input: "CDATA", inside: "<note>1<![CDATA[ <b>&amp; ]]>2</note>", note: "1 <b>&amp; 2" },
    { input: "text beside elements, in order", inside: "<note>a <b>big<i>!</i></b> c</note>", note: "a big! c" },
    {
      input: "elements alone, as JSON",
      inside: '<note><a k="1">x</a><a>y</a></note>',
      note: '{"a":[{"@k":"1","#text":"x"},"y"]}',
    },
    { input: "comments and instructions in between", inside: "<note>a<!-- <b> --><?x <y> ?>b</note>", note: "ab" },
    { input: "a prefix", inside: '<n:note xmlns:n="urn:n">a</n:note>', note: "a" },
    { input: "line breaks", inside: "<note>a\r\nb</note>", note: "a\nb" },
  ])("takes $input", async ({ inside, note }) => {
    const reading = await readAs(readXml, yaml, shop(order(1, inside), order(2, "<note>z</note>")));
    expect(valuesOf(reading, "note")).toEqual([note, "z"]);
    expect(reading.records.diverted).toEqual([]);
  });

  it("chooses among repeated elements by a value in them, or by place", async () => {
    const party = (role: string, id: string) => `<party><id>${id}</id><role>${role}</role></party>`;
    const text = shop(order(1, party("seller", "s") + party("buyer", "b")), order(2, party("seller", "s")));
    expect(valuesOf(await readAs(readXml, yaml, text), "party[role=buyer]/id")).toEqual(["b", null]);
    const first = yaml.replace("party[role=buyer]/id", "party[1]/id");
    expect(valuesOf(await readAs(readXml, first, text), "party[1]/id")).toEqual(["s", "s"]);
  });

  it("loses no attribute of an element whose text is taken", async () => {
    const reading = await readAs(readXml, yaml, shop(order(1, '<note x="a > b" y=\'"\'>n</note>')));
    expect(valuesOf(reading, "note")).toEqual(["n"]);
    expect(valuesOf(reading, "rest")).toEqual([JSON.stringify({ note: JSON.stringify({ "@x": "a > b", "@y": '"' }) })]);
  });

  it("keeps what no feed maps as JSON of texts", async () => {
    const text = shop(order('1" kind="b', "<tags><tag>x</tag><tag>y</tag></tags><c>1</c><c>2</c><e/>text"));
    const [rest] = valuesOf(await readAs(readXml, yaml, text), "rest");
    expect(JSON.parse(String(rest))).toEqual({
      "@kind": "b",
      tags: '{"tag":["x","y"]}',
      c: '["1","2"]',
      "#text": "text",
    });
  });

  it("reads rows inside rows, with values of the elements around them, wherever these stand", async () => {
    const both = `${yaml}  - entity: order_lines
    match: "*.xml"
    mode: upsert
    rows: shop/order/lines/line
    columns:
      order_line_id: { from: ["../../@id", position()], join: "-" }
      order_id: { from: "../../@id" }
      quantity: { from: qty }
      product_id: { from: "../../mark", optional: true }
`;
    const lines = '<lines kind="x"><line><qty>1</qty></line>\n<line><qty>2</qty></line></lines>';
    const text = shop(order(1, `${lines}<mark>m</mark>`), order(2, `<mark>n</mark>${lines}`), order(3, lines));
    const reading = await readAs(readXml, both, text, 1);
    expect(valuesOf(reading, "../../@id")).toEqual(["1", "1", "2", "2", "3", "3"]);
    expect(valuesOf(reading, "position()")).toEqual(["1", "2", "1", "2", "1", "2"]);
    expect(valuesOf(reading, "../../mark")).toEqual(["m", "m", "n", "n", null, null]);
    const orders = await readAs(readXml, both, text, 0);
    expect(valuesOf(orders, "rest")).toEqual([
      JSON.stringify({ lines: '{"@kind":"x"}', mark: "m" }),
      JSON.stringify({ mark: "n", lines: '{"@kind":"x"}' }),
      JSON.stringify({ lines: '{"@kind":"x"}' }),
    ]);
  });

  it("finds rows anywhere by //", async () => {
    const anywhere = yaml.replace("rows: shop/order", "rows: //order");
    const reading = await readAs(readXml, anywhere, `<a>${shop(order(1))}<b><c>${order(2)}</c></b></a>`);
    expect(valuesOf(reading, "@id")).toEqual(["1", "2"]);
  });
});

describe("readXml(path, options): encodings", () => {
  it.each([
    {
      input: "windows-1251 declared",
      content: cyrillic(`<?xml version="1.0" encoding="windows-1251"?>${shop(order(1, "<note>Вася</note>"))}`),
    },
    { input: "UTF-8 without a word", content: shop(order(1, "<note>Вася</note>")) },
    {
      input: "UTF-8 with a mark",
      content: `\ufeff<?xml version="1.0" encoding="UTF-8"?>${shop(order(1, "<note>Вася</note>"))}`,
    },
    {
      input: "UTF-16 LE with a mark",
      content: Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?>${shop(order(1, "<note>Вася</note>"))}`,
        "utf16le",
      ),
    },
    {
      input: "UTF-16 BE without one",
      content: Buffer.from(
        `<?xml version="1.0" encoding="UTF-16"?>${shop(order(1, "<note>Вася</note>"))}`,
        "utf16le",
      ).swap16(),
    },
  ])("reads $input", async ({ content }) => {
    expect(valuesOf(await readAs(readXml, yaml, content), "note")).toEqual(["Вася"]);
  });

  it("takes the source's word where the file says nothing", async () => {
    const declared = yaml.replace("format: xml", "format: xml\nencoding: windows-1251");
    expect(valuesOf(await readAs(readXml, declared, cyrillic(shop(order(1, "<note>Вася</note>")))), "note")).toEqual([
      "Вася",
    ]);
  });

  it.each([
    {
      input: "bytes that are not what is declared",
      content: cyrillic(`<?xml version="1.0" encoding="UTF-8"?>\n${shop(order(1, "<note>Вася</note>"))}`),
      says: /bytes that are not utf-8 \(known by declaration\)/,
    },
    {
      input: "UTF-8 that is declared as windows-1251",
      content: `<?xml version="1.0" encoding="windows-1251"?>${shop(order(1, "<note>Василий Петрович</note>"))}`,
      says: /looks like UTF-8 read as windows-1251/,
    },
    {
      input: "a mark that contradicts the declaration",
      content: `\ufeff<?xml version="1.0" encoding="windows-1251"?>${shop(order(1))}`,
      says: /line 1: the XML declares windows-1251, and its byte order mark says utf-8/,
    },
    {
      input: "an encoding not known",
      content: `<?xml version="1.0" encoding="x-klingon"?>${shop(order(1))}`,
      says: /x-klingon, which is not known/,
    },
    {
      input: "half a letter of UTF-16",
      content: Buffer.concat([Buffer.from(`\ufeff${shop(order(1))}`, "utf16le"), Buffer.from([0x20])]),
      says: /not utf-16le/,
    },
  ])("refuses $input", async ({ content, says }) => {
    expect(await refusalOf(readAs(readXml, yaml, content))).toMatch(says);
  });
});

const laughs = `<!DOCTYPE shop [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${shop(order(1, "<note>&b;</note>"))}`;

describe("readXml(path, options): hostile and broken", () => {
  it.each([
    { input: "a billion laughs", text: laughs, says: /DOCTYPE/ },
    {
      input: "an outside entity",
      text: `<!DOCTYPE shop SYSTEM "file:///etc/passwd">${shop(order(1))}`,
      says: /DOCTYPE/,
    },
    { input: "a document type after a comment", text: `<!-- x --><!DOCTYPE shop>${shop(order(1))}`, says: /DOCTYPE/ },
    {
      input: "deep nesting",
      text: shop(order(1, "<a>".repeat(200_000))),
      says: /line 2: .*nested too deep, beyond 100/,
    },
    {
      input: "a file cut off in a record",
      text: `<shop>\n${order(1)}\n<order id="2">\n<day>2025-`,
      says: /it ends too early, inside <day> that begins on line 4/,
    },
    {
      input: "a file cut off in a tag",
      text: `<shop>\n${order(1)}\n<order id="2`,
      says: /line 3: .*it ends too early, inside <shop>/,
    },
    {
      input: "a tag that closes another",
      text: shop(order(1), "<order></shop>"),
      says: /line 3: .*<\/shop> closes nothing; <order> of line 3 is open/,
    },
    { input: "two roots", text: shop(order(1)) + shop(order(2)), says: /two roots/ },
    { input: "text outside", text: `${shop(order(1))}x`, says: /ends too early/ },
    {
      input: "an attribute without end",
      text: `<shop><order id="${"x".repeat(1_100_000)}`,
      says: /a piece is too long/,
    },
    { input: "text without end", text: `<shop>${"x".repeat(4_300_000)}`, says: /a piece is too long/ },
    { input: "a comment without end", text: `<shop><!--${"x".repeat(1_100_000)}`, says: /a piece is too long/ },
    {
      input: "elements elsewhere",
      text: "<export><client/><client/><client/></export>",
      says: /no element shop\/order is in the file; elements that stand often: export\/client \(3 times\)/,
    },
    { input: "a web page", text: "<html><body><br></body></html>", says: /closes nothing; <br>/ },
    { input: "a value that no record has", text: shop('<order id="1"/>'), says: /missing column day/ },
  ])("refuses $input", async ({ text, says }) => {
    expect(await refusalOf(readAs(readXml, yaml, text))).toMatch(says);
  });

  it.each([
    {
      input: "an unknown entity",
      record: order(2, "<note>a&nbsp;b</note>"),
      rule: "xml",
      says: /&nbsp; is no entity of XML/,
    },
    { input: "a lone ampersand", record: order(2, "<note>a & b</note>"), rule: "xml", says: /no entity/ },
    { input: "a reference to nothing", record: order(2, "<note>&#0;</note>"), rule: "xml", says: /no entity/ },
    { input: "a control character", record: order(2, "<note>a\u001fb</note>"), rule: "xml", says: /control character/ },
    {
      input: "an attribute twice",
      record: '<order id="2" id="3"><day>2025-02-01</day></order>',
      rule: "xml",
      says: /id stands twice/,
    },
    {
      input: "an attribute without quotes",
      record: "<order id=2><day>2025-02-01</day></order>",
      rule: "xml",
      says: /no attribute/,
    },
    {
      input: "201 attributes",
      record: `<order ${Array.from({ length: 201 }, (_, index) => `a${index}="1"`).join(" ")}/>`,
      rule: "xml",
      says: /more than 200 attributes/,
    },
    {
      input: "a value twice",
      record: order(2, "<note>a</note><note>b</note>"),
      rule: "repeated",
      says: /note has 2 values/,
    },
    {
      input: "a record too long",
      record: order(2, `<x>${"y".repeat(600_000)}</x>`.repeat(2)),
      rule: "too_long",
      says: /the record is longer than 1048576 letters \(limits.record_size\)/,
    },
    {
      input: "an element named __proto__",
      record: order(2, "<__proto__><admin>1</admin></__proto__>"),
      rule: "xml",
      says: /__proto__/,
    },
  ])("sets aside $input, and reads on", async ({ record, rule, says }) => {
    const { records, ...reading } = await readAs(readXml, yaml, shop(order(1), record, order(3)));
    expect(valuesOf({ records, ...reading }, "@id")).toEqual(["1", "3"]);
    const [reject] = records.diverted;
    expect([reject?.line, reject?.rule]).toEqual([3, rule]);
    expect(reject?.message).toMatch(says);
    expect(records.lineMap).toEqual({ records: [1, 2], lines: [2, 4] });
  });

  it("refuses rows that swell by what stands around them", async () => {
    const swelling = yaml.replace("{ from: note, optional: true }", '{ from: "../@note", optional: true }');
    const text = `<shop note="${"x".repeat(900_000)}">${order(1).repeat(200)}</shop>`;
    expect(await refusalOf(readAs(readXml, swelling, text))).toMatch(/more than 20 times its size/);
  });

  it("takes long runs of character references in its stride", async () => {
    const reading = await readAs(readXml, yaml, shop(order(1, `<x>${"&#65;".repeat(200_000)}</x>`), order(2)));
    expect(valuesOf(reading, "@id")).toEqual(["1", "2"]);
  });

  it("puts every line into one bucket, whatever the records share", async () => {
    const { records } = await readAs(
      readXml,
      yaml,
      `<shop>${order(1)}${order(2)}\n${order(3, "<note>&x;</note>")}\n\n${order(4).replace(">", ">\n")}</shop>`,
    );
    const { physicalLines, recordLines, divertedLines, otherLines } = records;
    expect({ physicalLines, recordLines, divertedLines, otherLines }).toEqual({
      physicalLines: 5,
      recordLines: 3,
      divertedLines: 1,
      otherLines: 1,
    });
  });
});

describe("ingest(settings, options, effects): XML", () => {
  it("names the line of what a value sets aside", async () => {
    const inbox = makeInbox(yaml);
    const report = await inbox.load("o.xml", shop(order(1), "<order id='2'>\n<day>31.02.2025</day></order>", order(3)));
    expect(report.file).toMatchObject({ rows_read: 3, rows_rejected: 1, physical_lines: 6 });
    expect(await inbox.rows("select line_from, rule, raw_text from meta.rejects")).toEqual([
      [3, "date", "2\t\t31.02.2025\t\t"],
    ]);
  });

  it.each([
    { change: ["rows: shop/order", ""], says: /XML needs `rows`/ },
    { change: ["rows: shop/order", 'rows: "shop/order[1]"'], says: /is no path of elements/ },
    { change: ["day }", '"a[b" }'], says: /is no name of an element/ },
    { change: ["day }", '"@a/b" }'], says: /nothing can follow an attribute/ },
    { change: ["day }", '"a[b]" }'], says: /neither a place .* nor a choice/ },
    { change: ["format: xml", "format: csv"], says: /`rows` is for XML and JSON/ },
  ] as const)("refuses a source with $change", ({ change: [from, to], says }) => {
    expect(() => parseSource(yaml.replace(from, to), "shop.yaml")).toThrow(says);
  });
});
