import { detectContent } from "../containers/detect.ts";
import { refuseContainer } from "../containers/unpack.ts";
import type { Feed } from "../source.ts";
import { readCsv } from "./csv.ts";
import { readNdjson } from "./ndjson.ts";
import type { FormatReader } from "./reader.ts";
import { readXlsx } from "./xlsx/xlsx.ts";

/** The reader of each format a source may declare. */
export const formatReaders: Readonly<Record<Feed["format"], FormatReader>> = {
  csv: readCsv,
  ndjson: readNdjson,
  xlsx: readXlsx,
};

/**
 * Reads a file by what it is, and text as the source declares it.
 * @throws FileFault when the file is refused whole.
 */
export const readRecords: FormatReader = async (path, options) => {
  const content = await detectContent(path);
  if (content === "gzip" || content === "zip") return refuseContainer(path, options);
  const declared = options.feed.format === "xlsx" ? "csv" : options.feed.format;
  return formatReaders[content === "xlsx" ? "xlsx" : declared](path, options);
};
