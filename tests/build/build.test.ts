import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { addOrders, createProject, insertOrder, operatorError } from "./project.ts";

describe("build(settings, options, effects)", () => {
  it("makes models in order, tells each with its rows (views are not counted), and leaves neither raw nor staging", async () => {
    const project = await createProject();
    addOrders(project);
    const report = await project.build();
    expect(report.state).toBe("built");
    expect(report.models.map(({ relation, rows }) => [relation, rows])).toEqual([
      ["staging.orders", null],
      ["marts.orders", 2],
    ]);
    expect(project.steps.map(({ name, rows }) => `${name} ${rows ?? "view"}`)).toEqual([
      "staging.orders view",
      "marts.orders 2",
    ]);
    const schemas = await project.crm("select distinct schema_name as name from duckdb_tables() order by 1");
    expect(schemas.map(({ name }) => name)).toEqual(["marts", "meta"]);
    expect(await project.crm("select * from duckdb_views() where not internal")).toEqual([]);
    expect(readdirSync(project.settings.paths.work)).toEqual([]);
    expect(existsSync(`${project.settings.paths.crm}.wal`)).toBe(false);
  });

  it("makes every entity a view, empty where nothing was loaded", async () => {
    const project = await createProject();
    project.write("staging/deals.sql", "select deal_id, amount, _file_id from raw.deals\n");
    project.write("marts/deals.sql", "select * from staging.deals\n");
    project.contract(
      "marts.deals",
      ["deal_id"],
      'deal_id: id("D."), amount: money("A.").nullable(), _file_id: count("F.")',
    );
    await project.build();
    const types = await project.crm("select column_name, data_type from duckdb_columns() where table_name = 'deals'");
    expect(types.map(({ data_type }) => data_type)).toEqual(["VARCHAR", "DECIMAL(18,4)", "BIGINT"]);
  });

  it("works on a raw file that has neither a ledger nor most of its tables", async () => {
    const project = await createProject();
    await project.raw("drop table raw.clients", "drop table meta.files", "drop table meta.rejects");
    project.write("staging/clients.sql", "select client_id, name from raw.clients\n");
    project.write("marts/clients.sql", "select * from staging.clients\n");
    project.contract("marts.clients", ["client_id"], 'client_id: id("C."), name: text("N.")');
    await project.build();
    expect(await project.crm("select * from marts.clients union all select name, sha256 from meta.files")).toEqual([]);
  });

  it("is unchanged when nothing changed, and built again when a row, a model or the day did", async () => {
    const project = await createProject();
    addOrders(project);
    const states = [(await project.build()).state, (await project.build()).state];
    const { ino } = statSync(project.settings.paths.crm);
    states.push((await project.build({ force: true })).state);
    expect(statSync(project.settings.paths.crm).ino).not.toBe(ino);
    states.push(
      (await project.build({ asOf: "2026-06-29" })).state,
      (await project.build({ asOf: "2026-06-29" })).state,
    );
    await project.raw(insertOrder("C", "2026-06-03", "2026-06-04 00:00:00"));
    states.push((await project.build({ asOf: "2026-06-29" })).state);
    project.write("staging/orders.sql", "select order_id, client_id, order_date from raw.orders where true\n");
    states.push((await project.build({ asOf: "2026-06-29" })).state);
    expect(states).toEqual(["built", "unchanged", "built", "built", "unchanged", "built", "built"]);
  });

  it("packs ids of documents apart, and keeps the types a select gives", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    const packed =
      "select distinct column_name, compression = 'ZSTD' as is_apart from pragma_storage_info('marts.orders')";
    expect(await project.crm(`${packed} where segment_type = 'VARCHAR' order by 1`)).toEqual([
      { column_name: "client_id", is_apart: false },
      { column_name: "order_id", is_apart: true },
    ]);
    const types = await project.crm("select data_type from duckdb_columns() where table_name = 'orders'");
    expect(types.map(({ data_type }) => data_type)).toEqual(["VARCHAR", "VARCHAR", "DATE"]);
  });

  it("makes equal tables when it builds twice", async () => {
    const project = await createProject();
    addOrders(project);
    const read = () => project.crm("select * from marts.orders order by all");
    await project.build();
    const first = await read();
    await project.build({ force: true });
    expect(await read()).toEqual(first);
    expect(first).toHaveLength(2);
  });

  it("says that nothing was ingested when there is no raw file", async () => {
    const project = await createProject();
    const settings = { ...project.settings, paths: { ...project.settings.paths, raw: join(project.folder, "none") } };
    const { build } = await import("../../warehouse/build/build.ts");
    const effects = { log: silent(), now: () => new Date(0), signal: new AbortController().signal };
    const error = await operatorError(build(settings, { transforms: project.transforms }, effects));
    expect([error.exitCode, error.message]).toEqual([2, "nothing has been ingested yet"]);
  });

  it("names the largest amounts loaded where one has no room in 18 digits", async () => {
    const project = await createProject();
    await project.raw(
      `insert into raw.invoices (invoice_id, client_id, amount, issued_date, due_date, _source, _file_id, _record, _loaded_at)
       values ('i1', 'c', 60000000000000, date '2026-06-01', date '2026-06-01', 'test', 7, 3, timestamp '2026-06-02'),
         ('i2', 'c', 60000000000000, date '2026-06-01', date '2026-06-01', 'test', 7, 4, timestamp '2026-06-02'),
         ('i3', 'c', 5, date '2026-06-01', date '2026-06-01', 'test', 7, 5, timestamp '2026-06-02')`,
    );
    project.write("staging/days.sql", "select issued_date, amount from raw.invoices\n");
    project.write(
      "marts/days.sql",
      "select issued_date, cast(sum(amount) as decimal(18, 4)) as amount from staging.days group by 1\n",
    );
    project.contract("marts.days", ["issued_date"], 'issued_date: date("D."), amount: money("A.")');
    const error = await operatorError(project.build());
    expect([error.exitCode, error.place]).toEqual([3, { file: "transforms/marts/days.sql" }]);
    expect(error.message).toBe("an amount of one document, or of one client and day, reaches 100,000,000,000,000");
    expect(error.remedy).toContain(
      "raw.invoices.amount 60000000000000.0000 (file 7, record 3), raw.invoices.amount 60000000000000.0000 (file 7, record 4), raw.invoices.amount 5.0000 (file 7, record 5).",
    );
  });

  it("refuses a mart without a contract", async () => {
    const project = await createProject();
    project.write("staging/orders.sql", "select * from raw.orders\n");
    project.write("marts/orders.sql", "select * from staging.orders\n");
    const error = await operatorError(project.build());
    expect([error.exitCode, error.place.file, error.message]).toEqual([
      2,
      "transforms/marts/orders.sql",
      "marts.orders has no contract",
    ]);
  });

  it("names file and line of a model that does not run, and keeps the published file", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    project.write("staging/orders.sql", "-- Orders.\nselect\n    order_id,\n    nonsense\nfrom raw.orders\n");
    const error = await operatorError(project.build());
    expect([error.exitCode, error.place]).toEqual([2, { file: "transforms/staging/orders.sql", line: 4 }]);
    expect(error.message).toContain("nonsense");
    expect(await project.crm("select count(*) as n from marts.orders")).toEqual([{ n: 2 }]);
    expect(readdirSync(project.settings.paths.work)).toEqual([]);
  });

  it("selected models are made in a throw-away file and shown, and the published file stays", async () => {
    const project = await createProject();
    addOrders(project);
    project.write("staging/broken.sql", "select nonsense from raw.orders\n");
    const report = await project.build({ select: ["marts.orders"] });
    expect(report.state).toBe("selected");
    expect(report.models.map(({ relation }) => relation)).toEqual(["staging.orders", "marts.orders"]);
    expect(report.samples.map(({ relation, table }) => [relation, table.rows.length])).toEqual([["marts.orders", 2]]);
    expect(existsSync(project.settings.paths.crm)).toBe(false);
    expect(readdirSync(project.settings.paths.work)).toEqual([]);
  });

  it("a selection that names no model is refused with a near name", async () => {
    const project = await createProject();
    addOrders(project);
    const error = await operatorError(project.build({ select: ["marts.order"] }));
    expect([error.exitCode, error.remedy]).toEqual([2, "Did you mean marts.orders?"]);
  });

  it("removes what killed builds left, but not the work of a living process", async () => {
    const project = await createProject();
    addOrders(project);
    const { work } = project.settings.paths;
    mkdirSync(join(work, "spill-999999999-ab"), { recursive: true });
    const dead = ["crm-999999999-0a.duckdb", "crm-999999999-0a.duckdb.wal", "spill-999999999-ab/x"];
    for (const name of [...dead, `crm-${process.ppid}-0b.duckdb`, "notes.txt"]) writeFileSync(join(work, name), "x");
    await project.build();
    expect(readdirSync(work).sort()).toEqual([`crm-${process.ppid}-0b.duckdb`, "notes.txt"]);
  });

  it("stops on an aborted signal with exit 143 and changes nothing", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    project.write(
      "marts/slow.sql",
      "select count(*) as n from meta.numbers as a join meta.numbers as b on a.n >= b.n join meta.numbers as c on c.n <> b.n\n",
    );
    project.contract("marts.slow", ["n"], 'n: count("N.")');
    const controller = new AbortController();
    const running = project.build({}, controller.signal);
    setTimeout(() => controller.abort(), 300);
    const error = await operatorError(running);
    expect(error.exitCode).toBe(143);
    expect(readdirSync(project.settings.paths.work)).toEqual([]);
    expect(await project.crm("select relation from meta.models order by 1")).toEqual([
      { relation: "marts.orders" },
      { relation: "staging.orders" },
    ]);
  });

  it("leaves a reader of the old file undisturbed", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build();
    const attach = [{ path: project.settings.paths.crm, as: "crm", mode: "read" as const }];
    await withConnection({ attach }, async (reader) => {
      await project.raw(insertOrder("C", "2026-06-03", "2026-06-04 00:00:00"));
      await project.build();
      expect(await reader.rows("select count(*) as n from marts.orders")).toEqual([{ n: 2 }]);
    });
    expect(await project.crm("select count(*) as n from marts.orders")).toEqual([{ n: 3 }]);
  });
});

describe("what was known: build({ asOf, knownBy })", () => {
  it("leaves out what was loaded after the as-of day, in the time zone of the settings", async () => {
    const project = await createProject();
    addOrders(project);
    // Moscow is three hours ahead: 21:00 UTC is midnight there, the next day.
    await project.raw(
      insertOrder("C", "2026-06-03", "2026-06-10 20:59:59"),
      insertOrder("D", "2026-06-03", "2026-06-10 21:00:00"),
    );
    const report = await project.build({ asOf: "2026-06-10" });
    expect(report.knownBy).toBe("2026-06-10");
    expect(await orders(project)).toEqual(["A", "B", "C"]);
  });

  it("shows the version of a row that was current at the end of the day", async () => {
    const project = await createProject();
    addOrders(project);
    await project.raw(
      insertOrder("V1", "2026-06-03", "2026-06-04 00:00:00", "2026-06-20 00:00:00"),
      insertOrder("V2", "2026-06-03", "2026-06-20 00:00:00"),
    );
    await project.build({ asOf: "2026-06-19" });
    expect(await orders(project)).toEqual(["A", "B", "V1"]);
    await project.build({ asOf: "2026-06-20" });
    expect(await orders(project)).toEqual(["A", "B", "V2"]);
  });

  it("takes everything loaded since when nothing was loaded by then, and says so", async () => {
    const project = await createProject();
    addOrders(project);
    const report = await project.build({ asOf: "2026-01-31" });
    expect(report.knownBy).toBeNull();
    expect(await orders(project)).toEqual(["A", "B"]);
    expect(await project.crm("select as_of_date, open_month, known_by from meta.clock")).toEqual([
      { as_of_date: "2026-01-31", open_month: "2026-02-01", known_by: null },
    ]);
    expect(project.messages.join()).toContain("nothing was loaded by 2026-01-31");
  });

  it("obeys an explicit known-by day, even when it leaves nothing", async () => {
    const project = await createProject();
    addOrders(project);
    await project.build({ asOf: "2026-06-30", knownBy: "2026-05-31" });
    expect(await orders(project)).toEqual(["A"]);
    await project.build({ asOf: "2026-06-30", knownBy: "2026-01-31" });
    expect(await orders(project)).toEqual([]);
  });

  it("cuts the ledger's copy at the same instant, rejects with their files", async () => {
    const project = await createProject();
    addOrders(project);
    await project.raw(
      "insert into meta.files (file_id, name, loaded_at) values (1, 'a.csv', '2026-05-02 06:00:00'), (2, 'b.csv', '2026-06-29 06:00:00')",
      "insert into meta.rejects (file_id, error_number, message, raw_text) values (1, 1, 'x', 'secret'), (2, 1, 'y', 'secret')",
    );
    await project.build({ asOf: "2026-06-01" });
    expect(await project.crm("select name from meta.files")).toEqual([{ name: "a.csv" }]);
    expect(await project.crm("select columns('^(file_id|message|raw.*)$') from meta.rejects")).toEqual([
      { file_id: 1, message: "x" },
    ]);
  });

  it("reads today from the clock it was given, in the time zone of the settings", async () => {
    const project = await createProject("as_of: today\n");
    addOrders(project);
    expect((await project.build()).asOf).toBe("2026-06-30");
    expect((await project.build({ asOf: "today" })).asOf).toBe("2026-06-30");
  });

  it("refuses a day that does not exist", async () => {
    const project = await createProject();
    const errors = [
      await operatorError(project.build({ asOf: "2026-02-30" })),
      await operatorError(project.build({ knownBy: "yesterday" })),
    ];
    expect(errors.map(({ exitCode, place }) => [exitCode, place.path])).toEqual([
      [2, "--as-of"],
      [2, "--known-by"],
    ]);
  });
});

async function orders(project: Awaited<ReturnType<typeof createProject>>): Promise<readonly unknown[]> {
  return (await project.crm("select order_id from marts.orders order by 1")).map(({ order_id }) => order_id);
}

function silent() {
  return { step() {}, progress() {}, info() {}, warn() {} };
}
