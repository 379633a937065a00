import type { Feed } from "../source.ts";
import { readCsv } from "./csv.ts";
import { readNdjson } from "./ndjson.ts";
import type { FormatReader } from "./reader.ts";

/** The reader of each format a source may declare. */
export const formatReaders: Readonly<Record<Feed["format"], FormatReader>> = { csv: readCsv, ndjson: readNdjson };
