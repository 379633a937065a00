import { statSync } from "node:fs";
import { detectContent } from "../containers/detect.ts";
import { refuseContainer } from "../containers/unpack.ts";
import type { Feed } from "../source.ts";
import { readBankStatement } from "./bank/bank.ts";
import { readCsv } from "./csv.ts";
import { readFixed } from "./fixed/fixed.ts";
import { readHtml } from "./html/html.ts";
import { isDocument } from "./json/detect.ts";
import { readJson } from "./json/json.ts";
import { readNdjson } from "./ndjson.ts";
import { readParquet } from "./parquet/parquet.ts";
import type { FormatReader } from "./reader.ts";
import { readSapList } from "./sap/sap.ts";
import { readSpreadsheetml } from "./spreadsheetml/spreadsheetml.ts";
import { readXlsx } from "./xlsx/xlsx.ts";
import { readXml } from "./xml/xml.ts";

/** The reader of each format a source may declare. */
const formatReaders: Readonly<Record<Feed["format"], FormatReader>> = {
  csv: readCsv,
  ndjson: readNdjson,
  json: readJson,
  xml: readXml,
  xlsx: readXlsx,
  html: readHtml,
  spreadsheetml: readSpreadsheetml,
  sap_list: readSapList,
  fixed: readFixed,
  bank_1c: readBankStatement,
  parquet: readParquet,
};

/** Formats that a text may have which is known by nothing else than its declaration. */
const declarable: ReadonlySet<Feed["format"]> = new Set([
  "csv",
  "ndjson",
  "json",
  "xml",
  "fixed",
  "sap_list",
  "bank_1c",
]);

/** Formats that can be made to cost more than they weigh: they are taken apart in a process of their own. */
const hostile: ReadonlySet<Feed["format"]> = new Set(["json", "xml", "xlsx", "html", "spreadsheetml"]);

/** Text that is read line by line costs in proportion to its bytes: a file of up to so many can do no harm here. */
const harmlessBytes = 4 * 1_048_576;
const lineByLine: ReadonlySet<Feed["format"]> = new Set(["sap_list", "fixed", "bank_1c"]);

/**
 * Reads a file by what it is, and text as the source declares it.
 * @throws FileFault when the file is refused whole.
 */
export const readRecords: FormatReader = async (path, options) => {
  const content = await detectContent(path);
  if (content === "gzip" || content === "zip") return refuseContainer(path, options);
  const { format } = options.feed;
  const declared = declarable.has(format) ? format : "csv";
  const isDeclared = content === "text" || declared === "xml" || (content === "sap_list" && declared === "fixed");
  const chosen = isDeclared ? chooseJson(declared, path, options.feed) : content;
  if (options.sandbox !== undefined && mayHarm(chosen, path)) return options.sandbox.read(chosen, path, options);
  return formatReaders[chosen](path, options);
};

function mayHarm(format: Feed["format"], path: string): boolean {
  return hostile.has(format) || (lineByLine.has(format) && statSync(path).size > harmlessBytes);
}

/** One document of JSON and one object a line are told apart by what the file holds. */
function chooseJson(declared: Feed["format"], path: string, feed: Feed): Feed["format"] {
  if (declared !== "json" && declared !== "ndjson") return declared;
  return isDocument(path, feed) ? "json" : "ndjson";
}
