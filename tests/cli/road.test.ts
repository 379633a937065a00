import { appendFileSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withConnection } from "../../warehouse/connection.ts";
import { withLedger } from "../../warehouse/runs.ts";
import { readSettings } from "../../warehouse/settings.ts";
import { openPostOffice, readHeader } from "../alerts/post-office.ts";
import { makeSmallCompany, type SmallCompany } from "../runs/company.ts";
import { findDamage } from "../torture/damage.ts";
import { karavan, startKaravan } from "./karavan.ts";

const alerts = `alerts:
  - { name: no-plan, measure: plan_attainment, rule: missing, severity: critical }
  - { name: orders, measure: order_count, rule: below, limit: 1000 }
mail: { from: karavan@small.example, to: [{ address: boss@small.example }] }
`;

const slow = { timeout: 240_000 };

function release(company: SmallCompany): string {
  return readlinkSync(join(company.environment.KARAVAN_DATA, "site/current"));
}

function inbox(company: SmallCompany, name: string): string {
  return join(company.environment.KARAVAN_DATA, "inbox/erp", name);
}

describe("karavan run", slow, () => {
  let company: SmallCompany;
  beforeAll(async () => {
    company = makeSmallCompany(3, 20);
    const { code, stdout, stderr } = await karavan(["run"], company.environment);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^\S+Z ingest erp\/orders-1\.csv/m);
    expect(stdout).toContain("is current:");
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\r");
  }, 240_000);

  it("does nothing the second time, and says so in one JSON document on stdout", async () => {
    const before = [release(company), statSync(join(company.environment.KARAVAN_DATA, "crm.duckdb")).ino];
    const { code, stdout, stderr } = await karavan(["run", "--json"], company.environment);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.ingest.files.map(({ state }: { state: string }) => state)).toEqual(Array(3).fill("unchanged"));
    expect([report.build.state, report.publish.state]).toEqual(["unchanged", "unchanged"]);
    expect(stderr).toContain("build crm.duckdb: unchanged");
    expect([release(company), statSync(join(company.environment.KARAVAN_DATA, "crm.duckdb")).ino]).toEqual(before);
  });

  it("publishes what is new, mails its alerts, and ends with 5 when a file is refused, which it names", async () => {
    await using office = await openPostOffice();
    const before = release(company);
    appendFileSync(company.environment.KARAVAN_SETTINGS, alerts);
    writeFileSync(inbox(company, "orders-8.csv"), "");
    writeFileSync(inbox(company, "orders-9.csv"), "who;what\na;b\n");
    writeFileSync(
      inbox(company, "orders-7.csv"),
      "number;client;date;amount\n7-1;C1;2026-01-05;10.00\n7-2;C1;2026-13-05;1\n",
    );
    const server = {
      KARAVAN_SMTP_HOST: "127.0.0.1",
      KARAVAN_SMTP_PORT: `${office.port}`,
      KARAVAN_SMTP_SECURITY: "none",
    };
    const { code, stdout } = await karavan(["run"], { ...company.environment, ...server });
    expect(code).toBe(5);
    expect(stdout).toContain("warning: alerts: no-plan, orders");
    expect(office.mails.map((mail) => [mail.to, readHeader(mail, "Subject")])).toEqual([
      [["boss@small.example"], "Plan attainment: there never was a figure (and 1 more)"],
    ]);
    expect(stdout).toContain("warning: files that were not loaded: erp/orders-8.csv, erp/orders-9.csv");
    expect(stdout).toContain("1 row set aside");
    expect(release(company)).not.toBe(before);
    const rejects = JSON.parse((await karavan(["rejects", "--json"], company.environment)).stdout);
    expect(rejects.rejects).toHaveLength(1);
    expect(rejects.rejects[0].text).toContain("orders-7.csv, line 3: ");
    expect(rejects.refused).toHaveLength(2);
    for (const name of ["orders-7.csv", "orders-8.csv", "orders-9.csv"]) rmSync(inbox(company, name));
  });

  it("ends with 0 when rows are set aside and nothing else", async () => {
    writeFileSync(inbox(company, "orders-6.csv"), "number;client;date;amount\n6-1;C1;2026-01-05;10.00\n6-2;C1;no;1\n");
    const { code, stdout } = await karavan(["ingest"], company.environment);
    expect(code).toBe(0);
    expect(stdout).toContain("warning");
  });

  it("ends with 3 when a contract is broken, and leaves warehouse and site as they were", async () => {
    const settings = readSettings(company.environment);
    await withLedger(settings, "write", (connection) =>
      connection.run("update raw.orders set order_date = null where order_id like '%1-1'"),
    );
    const before = [release(company), statSync(settings.paths.crm).ino];
    const { code, stderr } = await karavan(["run", "--force"], company.environment);
    expect(code).toBe(3);
    expect(stderr).toContain("rows_reach_the_marts.sql");
    expect(stderr).toContain("Nothing was published.");
    expect([release(company), statSync(settings.paths.crm).ino]).toEqual(before);
    await withLedger(settings, "write", (connection) =>
      connection.run("update raw.orders set order_date = date '2026-01-02' where order_date is null"),
    );
  });

  it("shows what was run in status, each with its exit code", async () => {
    const { code, stdout } = await karavan(["status", "--json"], company.environment);
    expect(code).toBe(0);
    const status = JSON.parse(stdout);
    expect(
      status.runs.map(({ command, exit_code }: { command: string; exit_code: number }) => [command, exit_code]),
    ).toEqual([
      ["run", 3],
      ["ingest", 0],
      ["run", 5],
      ["run", 0],
      ["run", 0],
    ]);
    expect(status.holder).toBeNull();
    expect(status.mail_failure).toBeNull();
    expect(status.warehouse.alerts).toMatchObject([
      { alert_name: "no-plan", state: "raised", severity: "critical" },
      { alert_name: "orders", state: "raised" },
    ]);
    expect(status.feeds).toMatchObject([{ source: "erp", feed: "orders", freshness: "fresh" }]);
    expect(status.releases.filter(({ is_current }: { is_current: boolean }) => is_current)).toHaveLength(1);
  });

  it("queries and checks the warehouse: a critical alert ends with 7, a check that fails with 3", async () => {
    const query = await karavan(
      ["query", "select count(*) as orders from marts.orders", "--json"],
      company.environment,
    );
    expect(JSON.parse(query.stdout)).toMatchObject({ columns: ["orders"] });
    const checked = await karavan(["check"], company.environment);
    expect([checked.code, checked.stdout.includes("alerts: no-plan, orders")]).toEqual([7, true]);
    const attach = [{ path: readSettings(company.environment).paths.crm, as: "crm", mode: "write" as const }];
    await withConnection({ attach }, (connection) => connection.run("update marts.orders set order_date = null"));
    expect((await karavan(["check"], company.environment)).code).toBe(3);
  });

  it("proposes a source file for an export, and says when there is none to look at", async () => {
    const sniffed = await karavan(["sniff", inbox(company, "orders-1.csv")], company.environment);
    expect(sniffed.code).toBe(0);
    expect(sniffed.stdout).toContain("feeds:");
    const json = await karavan(["sniff", inbox(company, "orders-1.csv"), "--json"], company.environment);
    expect(JSON.parse(json.stdout)).toMatchObject({ format: "csv", delimiter: ";" });
    const missing = await karavan(["sniff", "/no/such.csv"], company.environment);
    expect([missing.code, missing.stderr.includes("/no/such.csv: this file does not exist")]).toEqual([2, true]);
    const empty = join(company.folder, "empty.csv");
    writeFileSync(empty, "");
    const nothing = await karavan(["sniff", empty], company.environment);
    expect([nothing.code, nothing.stderr.includes(empty)]).toEqual([2, true]);
  });

  it("refuses an unknown source, an unknown model and SQL that writes with 2, and says what there is", async () => {
    const source = await karavan(["ingest", "crm"], company.environment);
    expect([source.code, source.stderr.includes("Known sources: erp")]).toEqual([2, true]);
    const model = await karavan(["build", "--select", "marts.ordres"], company.environment);
    expect([model.code, model.stderr.includes("marts.orders")]).toEqual([2, true]);
    const sql = await karavan(["query", "drop table marts.orders"], company.environment);
    expect([sql.code, sql.stderr.includes("only reading statements")]).toEqual([2, true]);
  });

  it("goes back one release on request, and refuses one that is not there", async () => {
    const newest = release(company);
    expect((await karavan(["publish", "--rollback"], company.environment)).code).toBe(0);
    expect(release(company)).not.toBe(newest);
    const unknown = await karavan(["publish", "--rollback", "no-such"], company.environment);
    expect([unknown.code, unknown.stderr.includes("there is no release no-such")]).toEqual([2, true]);
  });
});

describe("karavan, stopped", slow, () => {
  it.each([
    { seen: "ingest erp/orders-2.csv", signal: "SIGINT", code: 130, next: "ingest" },
    { seen: "build ", signal: "SIGTERM", code: 143, next: "build" },
    { seen: "check rows_reach_the_marts", signal: "SIGINT", code: 130, next: "build" },
  ] as const)('after "$seen" by $signal ends with $code, leaves nothing half-done, and goes on', async (stop) => {
    const company = makeSmallCompany(12, 20);
    const settings = readSettings(company.environment);
    const run = startKaravan(["run"], company.environment);
    await run.seen(stop.seen);
    const started = performance.now();
    run.child.kill(stop.signal);
    const ended = await run.ended;
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(ended.code).toBe(stop.code);
    expect(ended.stderr).toContain("was stopped by");
    expect(await findDamage(settings)).toEqual([]);
    const status = JSON.parse((await karavan(["status", "--json"], company.environment)).stdout);
    expect(status.runs[0]).toMatchObject({ state: "aborted", exit_code: stop.code });
    expect(status.holder).toBeNull();
    expect((await karavan([stop.next], company.environment)).code).toBe(0);
    expect(await findDamage(settings)).toEqual([]);
  });
});
