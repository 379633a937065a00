import { findEncoding } from "../../encoding/codec.ts";
import { knownNames, requireColumns } from "../../header.ts";
import type { Feed } from "../../source.ts";
import { FileFault, type FormatReader, type Records } from "../reader.ts";
import { convertXml, type XmlJob, type XmlTable } from "./convert.ts";
import { parseValuePath, positionName } from "./paths.ts";

const defaultLimits = { recordSize: 1_048_576, valueSize: 1_048_576, depth: 100 };

/**
 * Reads the elements that a feed calls its rows, with values by path. What no feed maps is kept as JSON. A file that says it
 * holds changes only is read as upsert, where the feed tells how it says so.
 * @throws FileFault when the file is refused whole.
 */
export const readXml: FormatReader = async (path, options) => {
  const { feed, siblings = [feed], together = [], work, signal } = options;
  const others = together.filter((other) => isAlike(feed, other));
  const plan = (one: Feed) => planXml(path, one, siblings, work);
  const job = plan(feed);
  const jobs = others.map(plan);
  const { table, beside } = await convertXml(job, jobs, signal);
  const done = others.flatMap((other, index) => {
    const records = tryFinish(other, jobs[index], beside[index]);
    return records === undefined ? [] : [{ feed: other.name, records }];
  });
  try {
    return { ...finishTable(feed, job, table), beside: done };
  } catch (error) {
    for (const { records } of done) records.close();
    throw error;
  }
};

/** Feeds whose files are taken apart alike, whatever they make of them. */
function isAlike(feed: Feed, other: Feed): boolean {
  const howOf = ({ encoding, format, limits }: Feed) => JSON.stringify([encoding, format, limits?.depth]);
  return howOf(feed) === howOf(other);
}

/** @throws FileFault where the records are not what the feed needs; their copy is gone then. */
function finishTable(feed: Feed, job: XmlJob, table: XmlTable): Records {
  const { records, extra, isChangesOnly } = table;
  try {
    requireFound(feed, job, table);
  } catch (error) {
    records.close();
    throw error;
  }
  return {
    ...records,
    feed: isChangesOnly ? { ...feed, mode: "upsert" } : feed,
    extra,
    dialect: `${records.dialect}, rows ${job.rows}${isChangesOnly ? ", changes only" : ""}`,
  };
}

/** Faults of a feed whose turn has not come are told when it has. */
function tryFinish(feed: Feed, job: XmlJob | undefined, table: XmlTable | undefined): Records | undefined {
  if (job === undefined || table === undefined) return undefined;
  try {
    return finishTable(feed, job, table);
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

/** Plans the conversion of a file for a feed. */
function planXml(path: string, feed: Feed, siblings: readonly Feed[], work: string): XmlJob {
  const rows = feed.rows ?? "";
  const names = [...new Set(knownNames(feed).filter((name) => !name.startsWith("$")))];
  const same = siblings.filter((sibling) => sibling.rows === rows);
  const kept = new Set(
    same.flatMap(({ mappings }) =>
      mappings.flatMap(({ keepsText, origin }) => (keepsText && origin.kind !== "value" ? origin.names : [])),
    ),
  );
  const mapped = [...same.flatMap(knownNames), ...names].filter((name) => !kept.has(name)).map(nameOfChild);
  const inside = siblings.flatMap((sibling) => sibling.rows ?? []).filter((other) => other.startsWith(`${rows}/`));
  const encoding = typeof feed.encoding === "string" ? findEncoding(feed.encoding) : undefined;
  return {
    path,
    work,
    rows,
    names,
    mapped: mapped.flatMap((name) => name ?? []),
    foreign: [...new Set(inside)],
    encoding,
    changesOnly: feed.changesOnly === undefined ? undefined : { path: feed.changesOnly.from, in: feed.changesOnly.in },
    limits:
      feed.limits === undefined
        ? defaultLimits
        : { recordSize: feed.limits.record_size, valueSize: feed.limits.value_size, depth: feed.limits.depth },
  };
}

/** The name of a child or attribute that a path takes whole; undefined for a path that goes deeper or chooses. */
function nameOfChild(name: string): string | undefined {
  if (name === positionName || name.startsWith("$")) return undefined;
  const { up, steps } = parseValuePath(name);
  const [only] = steps;
  if (up > 0 || steps.length > 1) return undefined;
  if (only === undefined) return ".";
  if (only.place !== undefined || only.where !== undefined) return undefined;
  return only.kind === "attribute" ? `@${only.name}` : only.name;
}

/** Values that no record has are missing columns; a file without records says where records may be. */
function requireFound(feed: Feed, { rows }: XmlJob, { records, seen, repeated }: XmlTable): void {
  if (records.count > 0) requireColumns(feed, seen, undefined);
  if (records.count > 0 || records.diverted.length > 0 || feed.expect.empty || feed.expect.min_rows === 0) return;
  const hint = repeated.length === 0 ? "" : `; elements that stand often: ${repeated.join(", ")}`;
  throw new FileFault(
    "empty",
    `no element ${rows} is in the file${hint}`,
    `Check \`rows\` of feed ${feed.name}; if a file without rows is fine, set expect: { empty: true }.`,
  );
}
