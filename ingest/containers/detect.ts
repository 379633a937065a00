import { closeSync, openSync, readSync } from "node:fs";
import { FileFault } from "../formats/reader.ts";
import { readZipDirectory, type ZipMember } from "./zip-directory.ts";

/** What a file is, by its bytes; its name does not count. */
export type Content = "text" | "gzip" | "zip" | "xlsx";

const headBytes = 65_536;

/**
 * Tells what a file is.
 * @throws FileFault for contents that are known and not read: old workbooks, Parquet, other archives, HTML tables.
 */
export async function detectContent(path: string): Promise<Content> {
  const head = readHead(path);
  const starts = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts([0x1f, 0x8b])) return "gzip";
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return detectZip(await readZipDirectory(path));
  const refusal = refusals.find((one) => one.starts.some(starts));
  if (refusal !== undefined) throw refusal.fault(head);
  refuseMarkup(head);
  return "text";
}

/** Tells by its members what a zip archive is: an archive, or a workbook. @throws FileFault for other documents. */
export function detectZip(members: readonly ZipMember[]): "zip" | "xlsx" {
  const names = new Set(members.map(({ name }) => name.toLowerCase()));
  const has = (name: string) => names.has(name);
  if (!has("[content_types].xml") && !has("mimetype")) return "zip";
  if (has("xl/workbook.bin")) throw document("a binary Excel workbook (.xlsb)");
  if (has("mimetype") && has("content.xml")) throw document("an OpenDocument file (.ods)");
  if (has("word/document.xml")) throw document("a Word document");
  if (has("ppt/presentation.xml")) throw document("a PowerPoint presentation");
  return has("_rels/.rels") || has("xl/workbook.xml") ? "xlsx" : "zip";
}

function document(what: string): FileFault {
  return new FileFault("format", `the file is ${what}`, "Save the sheet as .xlsx or CSV.");
}

interface Refusal {
  readonly starts: readonly (readonly number[])[];
  readonly fault: (head: Buffer) => FileFault;
}

const refusals: readonly Refusal[] = [
  {
    starts: [[0xd0, 0xcf, 0x11, 0xe0]],
    fault: (head) =>
      head.includes(Buffer.from("EncryptedPackage", "utf16le"))
        ? new FileFault("encrypted", "the file is a workbook with a password", "Save it without a password.")
        : new FileFault("format", "the file is an old binary Excel workbook (.xls)", "Save it as .xlsx or CSV."),
  },
  {
    starts: [[0x50, 0x41, 0x52, 0x31, 0x15]],
    fault: () =>
      new FileFault("format", "the file is a Parquet file, which is not read yet", "Export it as CSV or .xlsx."),
  },
  {
    starts: [
      [0x37, 0x7a, 0xbc, 0xaf],
      [0x52, 0x61, 0x72, 0x21, 0x1a, 7],
      [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
      [0x28, 0xb5, 0x2f, 0xfd],
      [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59],
    ],
    fault: () =>
      new FileFault(
        "format",
        "the file is packed by 7-Zip, RAR, xz, zstd or bzip2, which is not read",
        "Pack it as zip or gzip, or not at all.",
      ),
  },
];

/** Excel opens web pages and XML named .xls without a word; here they are told apart. Other markup is the reader's. */
function refuseMarkup(head: Buffer): void {
  const isWide = head[0] === 0xff && head[1] === 0xfe;
  const text = head.toString(isWide ? "utf16le" : "utf8");
  if (!/^\ufeff?\s*</.test(text)) return;
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text) && /<\?xml/.test(text)) {
    throw new FileFault(
      "format",
      "the file is XML Spreadsheet 2003 (SpreadsheetML, often named .xls), which is not read yet",
      "Open it in Excel or LibreOffice and save it as .xlsx or CSV.",
    );
  }
  const opening = /<(?:!doctype\s+html|html|head|body|table|meta)\b/i.exec(text)?.[0];
  if (opening === undefined || !/<table\b/i.test(text)) return;
  throw new FileFault(
    "format",
    `the file begins with ${opening}: it is an HTML table (often named .xls), which is not read yet`,
    "Open it in Excel or LibreOffice and save it as .xlsx or CSV.",
  );
}

function readHead(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(headBytes);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, headBytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
