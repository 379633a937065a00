import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { makeSmallCompany, type SmallCompany } from "../runs/company.ts";
import { karavan } from "./karavan.ts";

/** What an operator does with rows that were set aside, command by command. */
describe("karavan rejects, report, replay, reload, rebuild", { timeout: 300_000 }, () => {
  let company: SmallCompany;
  const run = (...args: readonly string[]) => karavan(args, company.environment);
  const json = async (...args: readonly string[]) => JSON.parse((await run(...args, "--json")).stdout);

  beforeAll(async () => {
    company = makeSmallCompany(2, 5);
    const path = join(company.environment.KARAVAN_DATA, "inbox/erp/orders-1.csv");
    writeFileSync(path, `${readFileSync(path, "utf8")}late;C1;05.01.2026;1.50\nnever;C1;x;2.50\n`);
    expect((await run("ingest")).code).toBe(0);
  });

  it("list what is set aside, filtered, each with what to do", async () => {
    const { stdout, code } = await run("rejects", "--rule", "date", "--since", "2000-01-01");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^file 1, erp\/orders-1\.csv, line 7: order_date \(date\) "05\.01\.2026" .*\n {4}Write the day/,
    );
    expect((await json("rejects", "--rule", "number")).rejects).toEqual([]);
    expect((await run("rejects", "--since", "2999-01-01")).stdout).toBe("nothing is set aside\n");
    const { code: refused, stderr } = await run("rejects", "--rule", "date", "--export", "mend");
    expect([refused, stderr]).toEqual([2, expect.stringContaining("leave --rule out")]);
  });

  it("report on a file as a table and in Frictionless' shape", async () => {
    const { stdout } = await run("report", "orders-1.csv");
    expect(stdout).toMatch(/^erp\/orders-1\.csv → orders: not valid \(file 1, committed/);
    expect(stdout).toMatch(/rows: 7 read; 5 accepted, 2 rejected, 5 inserted/);
    const report = await json("report", "1");
    expect(report).toMatchObject({ valid: false, stats: { tasks: 1, errors: 2 } });
    expect(report.tasks[0].stats.lines).toMatchObject({ physical: 8, records: 7, other: 1 });
    expect(report.tasks[0].errors[0]).toMatchObject({
      type: "date",
      rowNumber: 7,
      fieldName: "order_date",
      cell: "05.01.2026",
    });
    expect(report.tasks[0].remarks[0]).toMatchObject({ kind: "header", rowNumber: 1 });
    expect(stdout).toMatch(/Beside the rows\nline {2}kind +what +text\n/);
    expect(await run("report", "nothing.csv")).toMatchObject({ code: 2, stdout: "" });
  });

  it("replay, reload, export, take mended rows, rebuild the same, and build", async () => {
    const source = join(company.folder, "sources/erp.yaml");
    expect((await run("replay")).stdout).toContain(
      "nothing was run again: change the source file first, or say --force",
    );
    writeFileSync(source, readFileSync(source, "utf8").replace("[yyyy-MM-dd]", "[yyyy-MM-dd, dd.MM.yyyy]"));
    const replayed = await run("replay", "erp");
    expect([replayed.code, replayed.stdout]).toEqual([
      0,
      expect.stringContaining("rows taken up: 1, still set aside: 1"),
    ]);
    expect(await run("replay", "nobody")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown source nobody"),
    });
    expect((await json("reload", "erp/orders-1.csv")).isReplaced).toBe(true);
    const [file] = await json("rejects", "--export", join(company.folder, "mend"));
    const inbox = join(company.environment.KARAVAN_DATA, "inbox/erp/mended");
    mkdirSync(inbox);
    writeFileSync(file.path, readFileSync(file.path, "utf8").replace(";x;", ";2026-01-07;"));
    renameSync(file.path, join(inbox, "orders-1.rejects-1.csv"));
    expect((await run("ingest")).code).toBe(0);
    expect((await run("rejects")).stdout).toBe("nothing is set aside\n");
    // Two files, the mended rows, and the second file once more under the changed source.
    const rebuilt = await run("rebuild");
    expect([rebuilt.code, rebuilt.stdout]).toEqual([
      0,
      expect.stringMatching(/^\S+Z rebuild raw\.duckdb from 4 loads: .*all tables as before$/m),
    ]);
    const built = await run("build");
    expect([built.code, built.stderr]).toEqual([0, ""]);
  });
});
