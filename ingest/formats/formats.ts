import { detectContent } from "../containers/detect.ts";
import { refuseContainer } from "../containers/unpack.ts";
import type { Feed } from "../source.ts";
import { readCsv } from "./csv.ts";
import { readNdjson } from "./ndjson.ts";
import type { FormatReader } from "./reader.ts";

/** The reader of each format a source may declare. */
export const formatReaders: Readonly<Record<Feed["format"], FormatReader>> = { csv: readCsv, ndjson: readNdjson };

/**
 * Reads a file by what it is, and text as the source declares it.
 * @throws FileFault when the file is refused whole.
 */
export const readRecords: FormatReader = async (path, options) => {
  const content = await detectContent(path);
  if (content === "gzip" || content === "zip") return refuseContainer(path, options);
  return formatReaders[options.feed.format](path, options);
};
