import { inspectJsonLines } from "../json-line.ts";
import { FileFault } from "../reader.ts";
import { parseJsonRows } from "../row-paths.ts";
import { JsonSplitter } from "./split.ts";

const sampleRecords = 500;
const mostColumns = 200;

/** The rows of the head of a JSON document. */
export interface JsonSample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Path of the array taken for rows. */
  readonly rowPath: string;
  readonly questions: readonly string[];
}

interface Place {
  readonly path: string;
  records: number;
  letters: number;
}

/**
 * Reads the head of a JSON document: the array of objects that holds most of it is taken for rows. Objects inside are taken
 * apart by dotted paths.
 * @throws FileFault for a document without an object, or broken before the first one ends.
 */
export function sampleJsonDocument(text: string, isWhole: boolean): JsonSample {
  const places = findArrays(text);
  const [best, ...others] = places.toSorted((one, other) => other.letters - one.letters);
  const rowPath = best?.path ?? "$";
  const records = takeRecords(text, rowPath, isWhole).map((record) => new Map(flatten(record, "")));
  const header = [...new Set(records.flatMap((record) => [...record.keys()]))].slice(0, mostColumns);
  if (header.length === 0)
    throw new FileFault("empty", "the JSON holds no object that could be a row", "Export it again.");
  const shown = others.slice(0, 5).map(({ path, records: times }) => `${path} (${times})`);
  return {
    header,
    rows: records.map((record) => header.map((name) => record.get(name) ?? "")),
    rowPath,
    questions:
      shown.length === 0
        ? []
        : [`Are the rows ${rowPath} (${best?.records} in the head)? Others: ${shown.join(", ")}.`],
  };
}

/** Finds arrays of objects by the path of keys that leads to them. */
function findArrays(text: string): readonly Place[] {
  const places = new Map<string, Place>();
  const open: { readonly isArray: boolean; readonly path: string; readonly from: number; key: string }[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token] = found;
    const parent = open.at(-1);
    if (token === "[" || token === "{") {
      const path = parent === undefined ? "$" : parent.isArray ? parent.path : `${parent.path}.${parent.key}`;
      if (token === "{" && parent?.isArray) {
        const place = places.get(path) ?? { path, records: 0, letters: 0 };
        place.records += 1;
        places.set(path, place);
      }
      open.push({ isArray: token === "[", path, from: found.index, key: "" });
    } else if (token === "]" || token === "}") {
      const closed = open.pop();
      const place = closed?.isArray === false && open.at(-1)?.isArray ? places.get(closed.path) : undefined;
      if (place !== undefined && closed !== undefined) place.letters += found.index - closed.from;
    } else if (parent?.isArray === false && /^\s*:/.test(text.slice(tokens.lastIndex, tokens.lastIndex + 20))) {
      parent.key = token.slice(1, -1);
    }
  }
  return [...places.values()];
}

function takeRecords(text: string, rowPath: string, isWhole: boolean): readonly unknown[] {
  const records: unknown[] = [];
  const limits = { recordSize: 1_048_576, depth: 100 };
  const plan = { rows: parseJsonRows(rowPath) ?? [], around: [], hasPosition: false, limits };
  const splitter = new JsonSplitter(plan, inspectJsonLines(limits.depth, 100_000), {
    claim() {},
    record(_, line) {
      if (records.length < sampleRecords) records.push(...parse(line.toString()));
    },
    divert() {},
  });
  splitter.push(Buffer.from(text));
  if (isWhole) splitter.finish();
  return records;
}

function parse(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function flatten(value: unknown, prefix: string): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, member]): readonly (readonly [string, string])[] => {
    const inner = flatten(member, `${prefix}${key}.`);
    return inner.length > 0 ? inner : [[`${prefix}${key}`, show(member)]];
  });
}

function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
