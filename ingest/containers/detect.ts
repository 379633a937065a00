import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { FileFault } from "../formats/reader.ts";
import { findTextFormat, type TextFormat } from "./detect-text.ts";
import { readZipDirectory, type ZipMember } from "./zip-directory.ts";

/** What a file is, by its bytes; its name does not count. */
export type Content = "text" | "gzip" | "zip" | "xlsx" | "parquet" | TextFormat;

const headBytes = 65_536;

/**
 * Tells what a file is.
 * @throws FileFault for contents that are known and not read: old workbooks, other archives.
 */
export async function detectContent(path: string): Promise<Content> {
  const head = readHead(path);
  const starts = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts([0x1f, 0x8b])) return "gzip";
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return detectZip(await readZipDirectory(path));
  const refusal = refusals.find((one) => one.starts.some(starts));
  if (refusal !== undefined) throw refusal.fault(head);
  if (starts([0x50, 0x41, 0x52]) && isParquet(path, head)) return "parquet";
  return findTextFormat(head, head.length < headBytes) ?? "text";
}

/** Tells by its members what a zip archive is: an archive, or a workbook. @throws FileFault for other documents. */
function detectZip(members: readonly ZipMember[]): "zip" | "xlsx" {
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
    starts: [[...Buffer.from("MIME-Version:")]],
    fault: () =>
      new FileFault(
        "format",
        "the file is a web archive (MHTML, often named .xls), which is not read",
        "Open it in Excel and save it as .xlsx.",
      ),
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

/** Parquet has its mark at both ends; what begins like it and was cut off has a page header behind the mark. */
function isParquet(path: string, head: Buffer): boolean {
  const mark = head.toString("latin1", 0, 4);
  if (mark === "PARE") return true;
  return mark === "PAR1" && (head[4] === 0x15 || readEnd(path) === mark);
}

function readEnd(path: string): string {
  const descriptor = openSync(path, "r");
  try {
    const end = Buffer.alloc(4);
    readSync(descriptor, end, 0, 4, Math.max(0, fstatSync(descriptor).size - 4));
    return end.toString("latin1");
  } finally {
    closeSync(descriptor);
  }
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
