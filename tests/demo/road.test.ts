import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoSources, generateDemo } from "../../ingest/demo/demo.ts";
import { type IngestReport, ingest } from "../../ingest/ingest.ts";
import { readSources } from "../../ingest/source.ts";
import { contracts } from "../../transforms/contracts.ts";
import { build } from "../../warehouse/build/build.ts";
import { type Table, withConnection } from "../../warehouse/connection.ts";
import { type Effects, silentLog } from "../../warehouse/effects.ts";
import { createKysely } from "../../warehouse/kysely.ts";
import { everyone } from "../../warehouse/publish/audience.ts";
import { type AnyTables, type Dataset, planQuery } from "../../warehouse/publish/datasets.ts";
import { readModels } from "../../warehouse/publish/models.ts";
import { planScope } from "../../warehouse/publish/scope.ts";
import { datasets } from "../../warehouse/publish/site-datasets.ts";
import { home, readSettings, type Settings } from "../../warehouse/settings.ts";
import { readTruth, type Truth } from "./truth.ts";

const data = mkdtempSync(join(tmpdir(), "karavan-demo-ingest-"));
const effects: Effects = {
  log: silentLog,
  now: () => new Date("2026-11-01T03:00:00Z"),
  signal: new AbortController().signal,
};

let settings: Settings;
let truth: Truth;
let report: IngestReport;

beforeAll(async () => {
  const file = join(data, "karavan.yaml");
  const sources = join(home, "ingest", "sources");
  writeFileSync(
    file,
    `company: { name: Demo }\ncurrency: RUB\ntime_zone: Europe/Moscow\nsources: ${sources}\nclients: { matching: false }\ncross_sell: { min_pair_count: 5 }\n`,
  );
  settings = readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: data });
  const made = await generateDemo({ seed: 5, clients: 450, orders: 6000, folder: settings.paths.inbox }, effects);
  truth = readTruth(made.truth);
  report = await ingest(settings, { sources: demoSources }, effects);
  await build(settings, { asOf: "2026-10-31" }, effects);
}, 300_000);
afterAll(() => rmSync(data, { recursive: true }));

describe("ingest/sources of the demo company", () => {
  it("know every file the demo writes", () => {
    expect(report.unmatched).toEqual([]);
    expect(report.files.filter(({ state }) => state !== "committed")).toEqual([]);
  });

  it("map columns that their files have", async () => {
    for (const source of (await readSources(settings.paths.sources)).filter(({ name }) =>
      demoSources.some((demo) => demo === name),
    )) {
      for (const feed of source.feeds.filter(({ format }) => format === "csv")) {
        if (feed.match.endsWith(".xlsx")) continue;
        const header = headerOf(source.name, feed.match, feed.dialect?.delimiter ?? ",");
        const wanted = feed.mappings.flatMap(({ origin }) => (origin.kind === "columns" ? origin.names : []));
        expect(wanted.filter((name) => !header.includes(name))).toEqual([]);
      }
    }
  });
});

describe("ingest(settings, options, effects) of the demo company", () => {
  it("accepts and rejects in each file exactly what was planted", () => {
    const counted = new Map<string, { accepted: number; rejected: number }>();
    for (const { source, name, file } of report.files) {
      const sum = counted.get(`${source}/${name}`) ?? { accepted: 0, rejected: 0 };
      sum.accepted += Number(file?.rows_accepted ?? 0);
      sum.rejected += Number(file?.rows_rejected ?? 0);
      counted.set(`${source}/${name}`, sum);
    }
    const planted = truth.files.map(({ source, file, rows, broken }) => [
      `${source}/${file}`,
      { accepted: rows, rejected: broken },
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(planted));
  });

  it("names the line of each broken row", async () => {
    const found = await read(
      "select distinct f.source || '/' || f.name || ':' || r.line_from from store.meta.rejects r join store.meta.files f using (file_id)",
    );
    const planted = truth.broken_rows.map(({ source, file, line }) => `${source}/${file}:${line}`);
    expect(found.sort()).toEqual(planted.sort());
  });

  it("finds the lines above the header and the total below the rows, and that it is the sum of the rows", async () => {
    const found = await read(
      "select source || '/' || name, preamble_lines + blank_lines, footer_lines, control_amount::decimal(18, 2) from store.meta.files where footer_lines > 0 and rows_rejected = 0",
    );
    const planted = truth.files.filter(({ total_amount, broken }) => total_amount !== null && broken === 0);
    expect(found.sort()).toEqual(
      planted
        .map(
          ({ source, file, preamble_lines, total_amount }) => `${source}/${file} ${preamble_lines} 1 ${total_amount}`,
        )
        .sort(),
    );
  });

  it("stores as many current rows of each entity as were written", async () => {
    for (const [entity, { accepted }] of Object.entries(truth.rows)) {
      const [count] = await read(`select count(*)::varchar from store.raw.${entity} where _closed_at is null`);
      expect([entity, Number(count)]).toEqual([entity, accepted]);
    }
  });

  it("leads every reference to a row that is there", async () => {
    const references = [
      ["orders", "client_id", "clients"],
      ["orders", "manager_id", "managers"],
      ["orders", "campaign_id", "campaigns"],
      ["order_lines", "order_id", "orders"],
      ["order_lines", "product_id", "products"],
      ["shipments", "order_id", "orders"],
      ["shipments", "order_line_id", "order_lines"],
      ["invoices", "order_id", "orders"],
      ["payments", "invoice_id", "invoices"],
      ["returns", "order_line_id", "order_lines"],
      ["complaints", "order_id", "orders"],
      ["complaints", "responsible_manager_id", "managers"],
      ["interactions", "client_id", "clients"],
      ["campaign_members", "client_id", "clients"],
      ["deals", "client_id", "clients"],
      ["deal_stage_changes", "deal_id", "deals"],
      ["surveys", "client_id", "clients"],
      ["client_owners", "client_id", "clients"],
      ["sales_plans", "manager_id", "managers"],
    ] as const;
    for (const [entity, column, target] of references) {
      const key = column === "responsible_manager_id" ? "manager_id" : column;
      const lost = await read(
        `select distinct ${column} from store.raw.${entity} where ${column} is not null and ${column} not in (select ${key} from store.raw.${target})`,
      );
      expect([entity, column, lost]).toEqual([entity, column, []]);
    }
  });
});

/** Exact, from other code than the models': the generator adds up whole kopecks while it writes. */
describe("build(settings, options, effects) of the demo company", () => {
  it("finds the sales, returns and costs of each month to the last digit", async () => {
    const months = await read(
      "select month, sum(gross_amount), sum(return_amount) from store.metrics.sales_by_month group by 1",
      settings.paths.crm,
    );
    const planted = Object.entries(truth.revenue.by_month).map(
      ([month, row]) => `${month}-01 ${row.gross_amount} ${row.returned_amount_at_order_date}`,
    );
    expect(months.sort()).toEqual(planted.sort());
    const totals = "select sum(cost_amount) - $$::decimal(38, 4) from store.metrics.sales_by_month";
    const [found] = await read(totals.replace("$$", `'${truth.free_samples.cost_amount}'`), settings.paths.crm);
    expect(found).toBe(truth.revenue.total.cost_amount);
  });

  it("finds the sales and returns of each owner on the order date, and what each manager named on orders sold", async () => {
    const owners = await read(
      "select manager_id, sum(gross_amount), sum(return_amount) from store.metrics.sales_by_month group by 1 having sum(gross_amount) <> 0",
      settings.paths.crm,
    );
    const owned = Object.entries(truth.revenue.by_owner_on_order_date).map(
      ([manager, row]) => `${manager} ${row.gross_amount} ${row.returned_amount_at_order_date}`,
    );
    expect(owners.sort()).toEqual(owned.sort());
    const named = await read(
      "select named_manager_id, sum(net_amount) from store.marts.orders where is_valid and named_manager_id is not null group by 1",
      settings.paths.crm,
    );
    const sold = Object.entries(truth.revenue.by_manager_on_order).map(
      ([manager, row]) => `${manager} ${row.gross_amount}`,
    );
    expect(named.sort()).toEqual(sold.sort());
  });

  it("finds the plans in force", async () => {
    const [found] = await read("select sum(plan_amount) from store.metrics.plan_vs_actual", settings.paths.crm);
    expect(Number(found)).toBe(Number(truth.plan_amount));
  });

  it("finds the class of every planted client, and as many of each class as there are", async () => {
    const classes = "from store.metrics.client_classes where is_current";
    const found = await read(`select client_id, class_raw ${classes}`, settings.paths.crm);
    expect(truth.classes.planted.filter((client) => !found.includes(`${client.client_id} ${client.meant}`))).toEqual(
      [],
    );
    const counts = await read(`select class_raw, count(*) ${classes} group by 1`, settings.paths.crm);
    const planted = Object.entries(truth.classes.counts).filter(([, count]) => count > 0);
    expect(counts.sort()).toEqual(planted.map(([name, count]) => `${name} ${count}`).sort());
  });

  it("finds both arms of each campaign, and who ordered in the window", async () => {
    const found = await read(
      "select campaign_id, treated_count, control_count, treated_conversion_count, control_conversion_count from store.metrics.campaign_return where control_count > 0",
      settings.paths.crm,
    );
    const planted = truth.campaigns.filter(({ has_control }) => has_control);
    const counts = planted.map((campaign) => [
      campaign.campaign_id,
      campaign.treated,
      campaign.control,
      campaign.ordered_treated,
      campaign.ordered_control,
    ]);
    expect(found.sort()).toEqual(counts.map((row) => row.join(" ")).sort());
  });

  it("finds the lines due, those delivered on the day and in full, and the late carrier", async () => {
    const { erp, shop } = truth.delivery;
    const sum = (state: string) => (erp[state] ?? 0) + (shop[state] ?? 0);
    const [found] = await read(
      "select sum(lines_due_count), sum(otif_count) from store.metrics.otif_by_month",
      settings.paths.crm,
    );
    expect(found).toBe(`${sum("lines_due")} ${sum("delivered_on_the_day")}`);
    const [worst] = await read(
      "select carrier from store.metrics.late_days_by_carrier where carrier <> 'unknown' order by late_rate desc limit 1",
      settings.paths.crm,
    );
    expect(worst).toBe(truth.carriers.late);
  });

  it("finds the products planted to sell together before all others", async () => {
    const planted = truth.product_pairs.map((pair) => [pair.first_product_id, pair.second_product_id].sort().join(" "));
    const found = await read(
      `select item_a, item_b from store.metrics.product_pairs order by lift_lower desc, 1 limit ${planted.length}`,
      settings.paths.crm,
    );
    expect(found.sort()).toEqual(planted.sort());
  });

  it("finds the contracts lost and held, and every renewal", async () => {
    const { lost, held, renewals } = truth.contracts;
    const states = await read("select state, count(*) from store.marts.contracts group by 1", settings.paths.crm);
    expect(states.sort()).toEqual([`active ${held}`, `ended ${lost}`]);
    const [found] = await read(
      "select sum(renewed_count), sum(lost_count) from store.metrics.contract_renewals where is_total",
      settings.paths.crm,
    );
    expect(found).toBe(`${renewals} ${lost}`);
  });

  it("finds the complaints of each type", async () => {
    const found = await read(
      "select complaint_type, count(*) from store.marts.complaints group by 1",
      settings.paths.crm,
    );
    expect(found.sort()).toEqual(
      Object.entries(truth.complaints_by_type)
        .map((pair) => pair.join(" "))
        .sort(),
    );
  });
});

describe("metrics.churn of the demo company", () => {
  it("finds the leavers planted in it, and not those who buy on", async () => {
    const rows = await read(
      "select client_id, status, last_purchase_date from store.metrics.churn",
      settings.paths.crm,
    );
    const churn = new Map(rows.map((row) => row.split(" ")).map(([client, ...told]) => [client, told.join(" ")]));
    expect(truth.leavers.length).toBeGreaterThanOrEqual(8);
    for (const { client_id, last_order_date } of truth.leavers)
      expect(churn.get(client_id), client_id).toBe(`lapsed ${last_order_date}`);
    const steady = truth.classes.planted.filter(({ meant }) => meant === "key");
    expect(steady.length).toBeGreaterThan(0);
    const lost = steady.filter(({ client_id }) => churn.get(client_id)?.startsWith("lapsed"));
    expect(lost.length / steady.length).toBeLessThan(0.1);
  });
});

describe("rows of audiences of the demo company", { timeout: 120_000 }, () => {
  const all = Object.values(contracts);
  /** One row for each region or manager beside the company's: what is not theirs alone is left out. */
  const ofEntities = (dataset: Dataset) => columnsOf(dataset).includes("dimension") && dataset.recount === undefined;
  const columnsOf = ({ columns }: Dataset): readonly string[] => columns;

  async function withRows(
    job: (rowsOf: (dataset: Dataset, regions: readonly string[] | null) => Promise<Table>) => Promise<void>,
  ) {
    const models = await readModels(home, datasets);
    const attach = [{ path: settings.paths.crm, as: "crm", mode: "read" }] as const;
    await withConnection({ attach }, async (connection) => {
      const kysely = createKysely<AnyTables>(connection);
      await job(async (dataset, regions) => {
        const scope = planScope(dataset, { ...everyone, name: "some", regions }, { contracts: all, models });
        const portion = scope.kind === "rows" ? { from: scope.from } : {};
        return connection.table(planQuery(kysely, dataset, all, portion).sql);
      });
    });
  }

  it("of all regions are those of the company, counted anew or not", async () => {
    const regions = await read("select distinct region from marts.clients", settings.paths.crm);
    expect(regions.length).toBeGreaterThan(3);
    await withRows(async (rowsOf) => {
      for (const dataset of datasets) {
        if (ofEntities(dataset) || ["complaint-rate", "client-events"].includes(dataset.name)) continue;
        const [some, whole] = [await rowsOf(dataset, regions), await rowsOf(dataset, null)];
        expect(rounded(some), dataset.name).toEqual(rounded(whole));
      }
    });
  });

  it("of each region add up to those of the company", async () => {
    const regions = await read("select distinct region from marts.clients", settings.paths.crm);
    const kpi = datasets.filter(({ name }) => name === "kpi");
    await withRows(async (rowsOf) => {
      for (const dataset of kpi) {
        const total = async (among: readonly string[] | null, column: string) => {
          const table = await rowsOf(dataset, among);
          return table.rows.reduce((sum, row) => sum + Number(row[table.columns.indexOf(column)]), 0);
        };
        for (const column of ["net_amount", "plan_amount", "order_count", "active_client_count", "new_client_count"]) {
          let added = 0;
          for (const region of regions) added += await total([region], column);
          expect(added, column).toBeCloseTo(await total(null, column), 2);
        }
      }
    });
    expect(kpi).toHaveLength(1);
  });
});

/** Rows with numbers of nine figures: the order of additions does not count. */
function rounded({ rows }: Table): readonly unknown[] {
  return rows.map((row) => row.map((value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)));
}

function headerOf(source: string, match: string, delimiter: string): string[] {
  const pattern = new RegExp(`^${match.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  const file = truth.files.find((one) => one.source === source && pattern.test(one.file));
  if (file === undefined) throw new Error(`no file of ${source} fits ${match}`);
  const text = new TextDecoder(file.encoding).decode(readFileSync(join(settings.paths.inbox, source, file.file)));
  return (text.split("\n")[file.preamble_lines] ?? "").split(delimiter);
}

/** Rows as text, columns separated by spaces. */
async function read(sql: string, path = settings.paths.raw): Promise<string[]> {
  return withConnection({ attach: [{ path, as: "store", mode: "read" }] }, async (connection) => {
    const { rows } = await connection.table(sql);
    return rows.map((row) => row.join(" "));
  });
}
