import { type Packed, zip } from "./containers-zip.ts";

/** A cell: text (shared), a number, a flag, nothing, or XML as it stands. */
export type Given = string | number | boolean | null | { readonly xml: string };

export interface GivenSheet {
  readonly name?: string;
  readonly state?: string;
  readonly rows?: readonly (readonly Given[])[];
  /** The inside of `sheetData` instead of rows. */
  readonly data?: string;
  /** XML before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
  /** All of the part instead. */
  readonly xml?: string | Uint8Array;
}

export interface GivenBook {
  readonly sheets?: readonly GivenSheet[];
  /** Number format of each cell style: an id, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Items of the shared strings, as XML; texts of cells come after them. */
  readonly strings?: readonly string[];
  /** Parts to add or to replace; undefined takes one away. */
  readonly parts?: Readonly<Record<string, string | undefined>>;
  readonly hasDescriptors?: boolean;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes an XLSX workbook. */
export function book(given: GivenBook): Buffer {
  const strings = [...(given.strings ?? [])];
  const sheets = given.sheets ?? [];
  const parts = new Map<string, string | Uint8Array>([
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ],
    ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook(given, sheets)],
    ["xl/styles.xml", styles(given.formats ?? [])],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, strings)] as const),
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...sheets.map((_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const),
        ["rIdT", "styles", "styles.xml"],
        ["rIdS", "sharedStrings", "/xl/sharedStrings.xml"],
      ]),
    ],
  ]);
  parts.set("xl/sharedStrings.xml", `${declaration}<sst xmlns="${main}">${strings.join("")}</sst>`);
  for (const [name, text] of Object.entries(given.parts ?? {})) {
    if (text === undefined) parts.delete(name);
    else parts.set(name, text);
  }
  const members = [...parts].map(([name, content]): Packed => {
    return { name, content, ...(given.hasDescriptors ? { hasDescriptor: true } : {}) };
  });
  return zip(members);
}

/** Escapes text for XML, and characters XML has none for the way workbooks do. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "_x000D_")
    .replaceAll('"', "&quot;");
}

/** A shared string of one run. */
export function item(text: string): string {
  return `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`;
}

/** Writes a column as letters: 0 is A. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest === 0 ? "" : letters(rest - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

function sheetXml(sheet: GivenSheet, strings: string[]): string | Uint8Array {
  if (sheet.xml !== undefined) return sheet.xml;
  const data = sheet.data ?? (sheet.rows ?? []).map((cells, index) => rowXml(cells, index + 1, strings)).join("");
  return `${declaration}<worksheet xmlns="${main}">${sheet.before ?? ""}<sheetData>${data}</sheetData>${sheet.after ?? ""}</worksheet>`;
}

function rowXml(cells: readonly Given[], row: number, strings: string[]): string {
  const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`, strings));
  return cells.length === 0 ? "" : `<row r="${row}">${written.join("")}</row>`;
}

function cellXml(cell: Given, place: string, strings: string[]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "object") return cell.xml.replace("<c", `<c r="${place}"`);
  strings.push(item(cell));
  return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
}

function workbook({ is1904 }: GivenBook, sheets: readonly GivenSheet[]): string {
  const listed = sheets.map(({ name, state }, index) => {
    const hidden = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${escapeXml(name ?? `Sheet${index + 1}`)}" sheetId="${index + 10}"${hidden} r:id="rId${index + 1}"/>`;
  });
  const epoch = is1904 ? '<workbookPr date1904="1"/>' : "<workbookPr/>";
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${types}">${epoch}<sheets>${listed.join("")}</sheets></workbook>`;
}

function styles(formats: readonly (number | string)[]): string {
  const codes = formats.flatMap((format, index) =>
    typeof format === "string" ? [`<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const cells = formats.map((format, index) => `<xf numFmtId="${typeof format === "number" ? format : 200 + index}"/>`);
  return `${declaration}<styleSheet xmlns="${main}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join("")}</cellXfs></styleSheet>`;
}

function relations(given: readonly (readonly [id: string, type: string, target: string])[]): string {
  const listed = given.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join("")}</Relationships>`;
}
