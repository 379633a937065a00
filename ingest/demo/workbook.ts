import { crc32 } from "node:zlib";

/** A cell: text, a number as decimal text, a day counted from 1970-01-01, or nothing. */
export type Cell = string | { readonly number: string } | { readonly day: number } | undefined;

/** One sheet: rows of cells from the first on, and merged areas such as `A1:H1`. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly string[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Workbooks count days from 1899-12-30. */
const epoch = 25_569;

/** Writes an XLSX workbook of one sheet. Nothing is packed, so that its bytes depend on no library. */
export function writeWorkbook(sheet: Sheet): Buffer {
  return store([
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${types}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    ],
    [
      "xl/styles.xml",
      `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ["xl/worksheets/sheet1.xml", sheetXml(sheet)],
  ]);
}

/** Escapes text for XML. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function sheetXml({ rows, merges }: Sheet): string {
  const written = rows.map((cells, index) => {
    const row = index + 1;
    const inside = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`)).join("");
    return inside === "" ? "" : `<row r="${row}">${inside}</row>`;
  });
  const merged = merges.map((area) => `<mergeCell ref="${area}"/>`).join("");
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${written.join("")}</sheetData><mergeCells count="${merges.length}">${merged}</mergeCells></worksheet>`;
}

function cellXml(cell: Cell, place: string): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  if ("day" in cell) return `<c r="${place}" s="1"><v>${cell.day + epoch}</v></c>`;
  return `<c r="${place}"><v>${cell.number}</v></c>`;
}

function contentTypes(): string {
  const part = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/worksheets/sheet1.xml", "worksheet"],
    ["/xl/styles.xml", "styles"],
  ].map(([name, kind]) => `<Override PartName="${name}" ContentType="${part}.${kind}+xml"/>`);
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function relations(given: readonly (readonly [type: string, target: string])[]): string {
  const listed = given.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join("")}</Relationships>`;
}

/** A zip archive whose members are stored as they are. */
function store(members: readonly (readonly [name: string, text: string])[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of members) {
    const content = Buffer.from(text);
    const facts = describeMember(name, content);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(0x02014b50), version, facts, place, Buffer.from(name));
    const local = Buffer.concat([signature(0x04034b50), facts, Buffer.from(name), content]);
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, entries, signature(0x06054b50), end]);
}

/** Version 2.0 made it. */
const version = Buffer.from([20, 0]);

/** What local header and directory both say: version, flags, method 0, the day 2026-10-31, checksum and sizes. */
function describeMember(name: string, content: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(((2026 - 1980) << 9) | (10 << 5) | 31, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
