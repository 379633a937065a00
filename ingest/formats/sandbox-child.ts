import { FileFault, type FormatReader, type Records } from "./reader.ts";
import type { Answer, Task } from "./sandbox.ts";

/** Readers by format, each loaded when it is needed. */
const readers: Readonly<Record<string, () => Promise<FormatReader>>> = {
  json: async () => (await import("./json/json.ts")).readJson,
  xml: async () => (await import("./xml/xml.ts")).readXml,
  xlsx: async () => (await import("./xlsx/xlsx.ts")).readXlsx,
  html: async () => (await import("./html/html.ts")).readHtml,
  sap_list: async () => (await import("./sap/sap.ts")).readSapList,
  fixed: async () => (await import("./fixed/fixed.ts")).readFixed,
  bank_1c: async () => (await import("./bank/bank.ts")).readBankStatement,
  spreadsheetml: async () => (await import("./spreadsheetml/spreadsheetml.ts")).readSpreadsheetml,
};

const { signal } = new AbortController();

process.on("message", (task: Task) => {
  void perform(task).then(
    (result) => send({ kind: "done", result }),
    (error: unknown) => send(explain(error)),
  );
});
process.on("disconnect", () => process.exit(0));

async function perform(task: Task): Promise<unknown> {
  if (task.kind === "unpack") {
    const { unpack } = await import("../containers/unpack.ts");
    const { path, work, limits } = task;
    return unpack(path, { work, signal, ...(limits === undefined ? {} : { limits }) });
  }
  const { format, path, feed, siblings, together, work } = task;
  const reader = await readers[format]?.();
  if (reader === undefined) throw new Error(`no reader of ${format} runs in a process of its own`);
  const records = await reader(path, {
    feed,
    work,
    signal,
    ...(siblings === undefined ? {} : { siblings }),
    ...(together === undefined ? {} : { together }),
  });
  const beside = records.beside?.map((other) => ({ feed: other.feed, records: withoutClose(other.records) }));
  return { ...withoutClose(records), ...(beside === undefined ? {} : { beside }) };
}

/** A function cannot be sent; the folder the copies stand in is removed by who asked. */
function withoutClose({ close, ...records }: Records): Omit<Records, "close"> {
  return records;
}

function explain(error: unknown): Answer {
  if (error instanceof FileFault) {
    const { rule, message, remedy, line } = error;
    return { kind: "fault", rule, message, remedy, line };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  return { kind: "error", message: error instanceof Error ? (error.stack ?? error.message) : String(error), code };
}

function send(answer: Answer): void {
  process.send?.(answer);
}
