import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { landingPath } from "../../ingest/landing.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { formatError, OperatorError } from "../../warehouse/errors.ts";
import { withWriterLock } from "../../warehouse/lock.ts";
import { rebuildOnly } from "../../warehouse/rebuild.ts";
import { ingestOnly } from "../../warehouse/run.ts";
import { type Inbox, makeInbox, ordersYaml } from "./inbox.ts";

const header = "Number;Date;Amount;Client";
const good = `${header}\n1;05.01.2025;1;7\n2;05.01.2025;2;7\n`;

function effects(): Effects {
  return { log: silentLog, now: () => new Date("2026-01-01T00:00:00Z"), signal: new AbortController().signal };
}

function inboxFolder({ settings }: Inbox): string {
  const folder = join(settings.paths.inbox, "erp");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs as an operator would, and gives what is told: exit code and message. */
async function tell(job: () => Promise<unknown>): Promise<readonly [number, string]> {
  try {
    await job();
    return [0, ""];
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    return [error.exitCode, formatError(error)];
  }
}

interface Offered {
  readonly input: string;
  readonly yaml?: string;
  /** Puts the input there; what is loaded before it is loaded by then. */
  readonly arrange: (inbox: Inbox) => unknown;
  readonly name: string;
  readonly state: "committed" | "unchanged" | "rejected" | "held";
  readonly says: RegExp | undefined;
  /** Order ids that stand afterwards. */
  readonly stand: readonly string[];
}

const both = ["erp:1", "erp:2"];
const oddNames = [
  "orders \"1\";'x'.csv",
  "orders\nline.csv",
  "orders..csv",
  "orders 📦.csv",
  `orders-${"n".repeat(244)}.csv`,
];

/** Files of reliability.md §3 that are no matter of their structure. A good file is loaded before. */
const offered: readonly Offered[] = [
  {
    input: "the same file again",
    arrange: () => undefined,
    name: "orders-1.csv",
    state: "unchanged",
    says: undefined,
    stand: both,
  },
  {
    input: "the same bytes under another name",
    arrange: (inbox) => inbox.put("orders-copy.csv", good),
    name: "orders-copy.csv",
    state: "unchanged",
    says: undefined,
    stand: both,
  },
  {
    input: "a link that leads nowhere",
    arrange: (inbox) => symlinkSync("nowhere.csv", join(inboxFolder(inbox), "orders-link.csv")),
    name: "orders-link.csv",
    state: "rejected",
    says: /^orders-link\.csv: the file cannot be read .*Check that it is there and may be read/,
    stand: both,
  },
  {
    input: "fewer rows than expected",
    yaml: ordersYaml("mode: upsert\nexpect: { min_rows: 2 }"),
    arrange: (inbox) => inbox.put("orders-2.csv", `${header}\n3;05.01.2025;3;7\n`),
    name: "orders-2.csv",
    state: "rejected",
    says: /^orders-2\.csv: 1 row, at least 2 expected\. Export it again, or lower expect\.min_rows\./,
    stand: both,
  },
  {
    input: "a snapshot that lacks most rows",
    yaml: ordersYaml("mode: snapshot"),
    arrange: async (inbox) => {
      const rows = Array.from({ length: 60 }, (_, index) => `${index + 1};05.01.2025;1;7`);
      inbox.put("orders-2.csv", `${[header, ...rows].join("\n")}\n`);
      await inbox.ingest();
      inbox.put("orders-3.csv", `${header}\n1;05.01.2025;1;7\n`);
    },
    name: "orders-3.csv",
    state: "held",
    says: /^orders-3\.csv: the snapshot lacks 59 of 60 rows.*raise expect\.max_closed_share of feed orders and run again/,
    stand: Array.from({ length: 60 }, (_, index) => `erp:${index + 1}`).sort(),
  },
  {
    input: "a row gone from a file that is no full state",
    arrange: (inbox) => inbox.put("orders-1.csv", `${header}\n2;05.01.2025;2;7\n`),
    name: "orders-1.csv",
    state: "committed",
    says: undefined,
    stand: both,
  },
  {
    input: "a column named like SQL",
    arrange: (inbox) => inbox.put("orders-2.csv", `${header};"""; drop table raw.orders; --"\n3;05.01.2025;3;7;x\n`),
    name: "orders-2.csv",
    state: "committed",
    says: undefined,
    stand: [...both, "erp:3"],
  },
  {
    input: "a value like SQL",
    arrange: (inbox) => inbox.put("orders-2.csv", `${header}\n3;05.01.2025;3;"'); drop table raw.orders; --"\n`),
    name: "orders-2.csv",
    state: "committed",
    says: undefined,
    stand: [...both, "erp:3"],
  },
  ...oddNames.map(
    (name): Offered => ({
      input: `a file named ${JSON.stringify(name.slice(0, 20))}`,
      arrange: (inbox) => inbox.put(name, `${header}\n3;05.01.2025;3;7\n`),
      name,
      state: "committed",
      says: undefined,
      stand: [...both, "erp:3"],
    }),
  ),
];

describe("ingest(settings, options, effects): the catalogue of bad input", () => {
  it.each(offered)("$input: $state", async ({ yaml, arrange, name, state, says, stand }) => {
    const inbox = makeInbox(yaml ?? ordersYaml());
    inbox.put("orders-1.csv", good);
    await inbox.ingest();
    await arrange(inbox);
    const { files } = await inbox.ingest();
    const file = files.find((one) => one.name === name);
    expect(file?.state).toBe(state);
    if (says === undefined) expect(file?.error).toBeUndefined();
    else expect(file?.error).toMatch(says);
    const rows = await inbox.rows("select order_id from raw.orders where _closed_at is null order by 1");
    expect(rows.map(([id]) => id)).toEqual(stand);
    const landed = readdirSync(inbox.settings.paths.landing, { recursive: true }).map(String);
    expect(landed.every((path) => /^[0-9a-f]{2}(\/[0-9a-f]{64})?$/.test(path))).toBe(true);
  });

  it("leaves a file that may not be read, says so, and loads the others", async () => {
    const inbox = makeInbox(ordersYaml());
    chmodSync(inbox.put("orders-1.csv", good), 0o000);
    inbox.put("orders-2.csv", `${header}\n3;05.01.2025;3;7\n`);
    const { files } = await inbox.ingest();
    // The administrator may read everything.
    const isRoot = process.getuid?.() === 0;
    expect(files.map(({ state }) => state)).toEqual([isRoot ? "committed" : "rejected", "committed"]);
  });
});

interface Refused {
  readonly input: string;
  readonly arrange: (inbox: Inbox) => unknown;
  readonly run?: (inbox: Inbox) => Promise<unknown>;
  readonly code: number;
  readonly says: RegExp;
}

const refusals: readonly Refused[] = [
  {
    input: "an unknown source",
    arrange: () => undefined,
    run: ({ settings }) => ingestOnly(settings, { sources: ["erq"] }, effects()),
    code: 2,
    says: /unknown source erq\n {2}Known sources: erp\./,
  },
  {
    input: "an unknown key in a source file",
    arrange: (inbox) => inbox.describe(ordersYaml("mode: upsert\nmood: good")),
    code: 2,
    says: /erp\.yaml, line \d+, feeds\[?\.?0.*mood/s,
  },
  {
    input: "a source file that is no YAML",
    arrange: (inbox) => inbox.describe("source: [erp"),
    code: 2,
    says: /erp\.yaml, line \d.*not valid YAML/s,
  },
  {
    input: "a source described twice",
    arrange: ({ settings }) => writeFileSync(join(settings.paths.sources, "second.yaml"), ordersYaml()),
    code: 2,
    says: /second\.yaml.*the source erp is also described by.*erp\.yaml/s,
  },
  {
    input: "no folder of sources",
    arrange: ({ settings }) => rmSync(settings.paths.sources, { recursive: true }),
    code: 2,
    says: /sources: the folder of source files does not exist/,
  },
  {
    input: "a database that is none",
    arrange: ({ settings }) => writeFileSync(settings.paths.raw, "no database ".repeat(1000)),
    code: 6,
    says: /raw\.duckdb: the database file cannot be opened.*run `karavan run` again/s,
  },
  {
    input: "a journal that cannot be read",
    arrange: ({ settings }) => writeFileSync(settings.paths.journal, "{}\n"),
    code: 6,
    says: /journal\.ndjson, line 1: this line of the journal cannot be read/,
  },
  {
    input: "a lost database whose bytes are gone too",
    arrange: async (inbox) => {
      const [[sha256] = []] = await inbox.rows("select sha256 from meta.files");
      rmSync(inbox.settings.paths.raw);
      rmSync(landingPath(inbox.settings.paths.landing, String(sha256)));
    },
    code: 6,
    says: /acknowledged file.*missing from the database \(erp\/orders-1\.csv\) and could not be loaded again.*Restore data\/landing/s,
  },
  {
    input: "a rebuild without a database",
    arrange: ({ settings }) => rmSync(settings.paths.raw),
    run: ({ settings }) => rebuildOnly(settings, { contracts: "stored" }, effects()),
    code: 6,
    says: /raw\.duckdb: there is no raw\.duckdb to make anew\n {2}Run `karavan run`/,
  },
];

describe("ingestOnly(settings, options, effects): the catalogue of bad surroundings", () => {
  it.each(refusals)("$input: exit code $code", async ({ arrange, run, code, says }) => {
    const inbox = makeInbox(ordersYaml());
    inbox.put("orders-1.csv", good);
    await ingestOnly(inbox.settings, {}, effects());
    await arrange(inbox);
    const [told, message] = await tell(() => (run ?? (({ settings }) => ingestOnly(settings, {}, effects())))(inbox));
    expect(message).toMatch(says);
    expect(told).toBe(code);
  });

  it("a second run at the same time: exit code 4, the holder is named", async () => {
    const { settings } = makeInbox(ordersYaml());
    const [code, message] = await withWriterLock(settings, { command: "run" }, effects(), () =>
      tell(() => ingestOnly(settings, {}, effects())),
    );
    expect([code, message]).toEqual([
      4,
      expect.stringMatching(/karavan run \(pid \d+ on .*\) has held the lock since/),
    ]);
  });
});
