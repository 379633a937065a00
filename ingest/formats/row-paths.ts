import { parseRowPath, parseValuePath, positionName } from "./xml/paths.ts";

/** What of a feed names places in nested files. */
interface PathText {
  readonly mode: string;
  readonly rows?: string | undefined;
  readonly changes_only?: { readonly from: string } | undefined;
  readonly deletes?: { readonly column: string } | undefined;
  readonly version?: string | undefined;
  readonly only: readonly { readonly column: string }[];
  readonly columns: Readonly<Record<string, { readonly from?: string | readonly string[] | undefined }>>;
}

interface PathFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Finds what is wrong with the paths of a feed in this format. */
export function findPathFaults(format: string, feed: PathText): readonly PathFault[] {
  return [...rowsFaults(format, feed), ...optionFaults(format, feed), ...(format === "xml" ? valueFaults(feed) : [])];
}

/** Splits `$.data.orders` into its keys; undefined when it is no such path. */
export function parseJsonRows(rows: string): readonly string[] | undefined {
  if (rows === "$") return [];
  const keys = /^\$\.(.+)$/.exec(rows)?.[1]?.split(".") ?? [""];
  return keys.some((key) => key === "" || /[[\]*]/.test(key)) ? undefined : keys;
}

function rowsFaults(format: string, { rows }: PathText): readonly PathFault[] {
  const fault = (message: string) => [{ path: ["rows"], message }];
  if (format === "xml") {
    if (rows === undefined)
      return fault("XML needs `rows`, the path of the element that is a row; karavan sniff lists some");
    return caught(() => parseRowPath(rows)).flatMap(fault);
  }
  if (rows === undefined) return [];
  if (format !== "json") return fault("`rows` is for XML and JSON");
  return parseJsonRows(rows) === undefined ? fault(`${rows} is no path such as $.data.orders`) : [];
}

function optionFaults(format: string, { changes_only, deletes, mode }: PathText): readonly PathFault[] {
  const faults: PathFault[] = [];
  if (deletes !== undefined && mode === "append")
    faults.push({ path: ["deletes"], message: "events are not deleted: `deletes` is for upsert and snapshot" });
  if (changes_only === undefined) return faults;
  if (format !== "xml") faults.push({ path: ["changes_only"], message: "`changes_only` is for XML" });
  if (mode !== "snapshot") faults.push({ path: ["changes_only"], message: "`changes_only` is for `mode: snapshot`" });
  if (!/^[^@[\]]+\/@[^@[\]/]+$/.test(changes_only.from))
    faults.push({ path: ["changes_only", "from"], message: "give the path of an attribute from the root: a/b/@c" });
  return faults;
}

function valueFaults(feed: PathText): readonly PathFault[] {
  const columns = Object.entries(feed.columns).flatMap(([name, { from }]) =>
    [from ?? []].flat().map((text) => ({ text, path: ["columns", name, "from"] })),
  );
  const conditions = feed.only.map(({ column }, index) => ({ text: column, path: ["only", index, "column"] }));
  const others = [
    ...(feed.version === undefined ? [] : [{ text: feed.version, path: ["version"] }]),
    ...(feed.deletes === undefined ? [] : [{ text: feed.deletes.column, path: ["deletes", "column"] }]),
  ];
  return [...columns, ...conditions, ...others]
    .filter(({ text }) => text !== positionName && !text.startsWith("$"))
    .flatMap(({ text, path }) => caught(() => parseValuePath(text)).map((message) => ({ path, message })));
}

function caught(job: () => unknown): readonly string[] {
  try {
    job();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
