import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { formatSchema, readSchemas } from "../../warehouse/cli/commands/schema.ts";
import { buildProgram } from "../../warehouse/cli/main.ts";
import { withWriterLock } from "../../warehouse/lock.ts";
import { home, readSettings } from "../../warehouse/settings.ts";
import { karavan, makeCompany, startKaravan } from "./karavan.ts";

const commands = buildProgram()
  .commands.map((command) => command.name())
  .filter((name) => name !== "help");

describe("karavan --help", () => {
  it("lists every command and every exit code, and ends with 0", async () => {
    const { code, stdout, stderr } = await karavan(["--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    for (const exitCode of ["0", "1", "2", "3", "4", "5", "6", "130"])
      expect(stdout).toMatch(new RegExp(`^ +${exitCode}  `, "m"));
    expect(stdout).toContain("143 by SIGTERM");
  });

  it.each(commands)("shows an example of %s in its help", (name) => {
    const command = buildProgram().commands.find((each) => each.name() === name);
    let help = "";
    command?.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain(`$ karavan ${name}`);
  });
});

describe("karavan, used wrongly", () => {
  it.each([
    { args: ["frobnicate"], says: "unknown command 'frobnicate'" },
    { args: ["rum"], says: "Did you mean run?" },
    { args: ["build", "--as-of", "31.10.2026"], says: "A day is written 2026-10-31." },
    { args: ["build", "--as-of", "2026-02-30"], says: "A day is written 2026-10-31." },
    { args: ["build", "--colour"], says: "unknown option '--colour'" },
    { args: ["serve", "--port", "70000"], says: "A port is a number from 0 to 65535." },
    { args: ["rejects", "--limit", "many"], says: "It must be a whole number." },
    { args: ["query"], says: "missing required argument 'sql'" },
    { args: ["sniff"], says: "missing required argument 'files'" },
  ])("$args ends with 2 and says $says", async ({ args, says }) => {
    const { code, stdout, stderr } = await karavan(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).toContain("--help`");
    expect(stderr).not.toContain("    at ");
  });
});

describe("karavan with wrong settings", () => {
  it("says which file is missing and what to do", async () => {
    const { code, stderr } = await karavan(["status", "--settings", "/no/such/karavan.yaml"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "karavan: /no/such/karavan.yaml: the settings file does not exist\n  Copy karavan.yaml from the repository, or point KARAVAN_SETTINGS at your file.\n",
    );
  });

  it.each([
    { yaml: "clases: {}\n", line: 7, path: "clases", says: "unknown key clases" },
    { yaml: "classes:\n  mode: decile\n", line: 8, path: "classes.mode", says: '"absolute"|"quantile"|"share"' },
    { yaml: "abc: [1\n", line: 8, path: undefined, says: "not valid YAML" },
  ])("names line and path of $says", async ({ yaml, line, path, says }) => {
    const company = makeCompany(yaml);
    const { code, stderr } = await karavan(["run"], company.environment);
    expect(code).toBe(2);
    expect(stderr).toContain(`${company.settings}, line ${line}${path === undefined ? ":" : `, ${path}:`}`);
    expect(stderr).toContain(says);
    expect(existsSync(company.data)).toBe(false);
  });

  it("names a cron line that cannot be kept", async () => {
    const company = makeCompany('schedule: [{ name: often, cron: "*/5 * * * * *" }]\n');
    const { code, stderr } = await karavan(["schedule"], company.environment);
    expect(code).toBe(2);
    expect(stderr).toContain(`${company.settings}, schedule.0.cron: `);
    expect(stderr).toContain("A cron line has five fields");
  });

  it("takes --settings and --data before the environment, before and after the command", async () => {
    const company = makeCompany();
    const elsewhere = { KARAVAN_SETTINGS: "/no/such", KARAVAN_DATA: "/no/such" };
    const places = ["--settings", company.settings, "--data", company.data];
    expect((await karavan([...places, "status"], elsewhere)).code).toBe(0);
    expect((await karavan(["status", ...places], elsewhere)).code).toBe(0);
  });
});

describe("karavan serve", () => {
  it("refuses a port in use with 2 and names another", async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await karavan(["serve", "--port", String(port)], makeCompany().environment);
    server.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`port ${port} is in use`);
    expect(stderr).toContain("--port");
  });

  it.each([
    { signal: "SIGTERM", code: 143, says: "serve was stopped by SIGTERM" },
    { signal: "SIGINT", code: 130, says: "serve was stopped by Ctrl-C" },
  ] as const)("ends cleanly on $signal with $code", async ({ signal, code, says }) => {
    const serving = startKaravan(["serve", "--port", "0"], makeCompany().environment);
    await serving.seen("http://localhost:");
    serving.child.kill(signal);
    const ended = await serving.ended;
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(says);
  });
});

describe("karavan schedule", () => {
  it("records where it begins, says when it runs next and ends cleanly on SIGTERM with 143", async () => {
    const company = makeCompany('schedule: [{ name: yearly, cron: "0 6 1 1 *" }]\n');
    const schedule = startKaravan(["schedule"], company.environment);
    await schedule.seen("schedule yearly: 0 6 1 1 * in Europe/Moscow, next ");
    await expect.poll(() => existsSync(join(company.data, "raw.duckdb")), { timeout: 20_000 }).toBe(true);
    const started = performance.now();
    schedule.child.kill("SIGTERM");
    const { code, stderr } = await schedule.ended;
    expect(code).toBe(143);
    expect(stderr).toContain("schedule was stopped by SIGTERM");
    expect(performance.now() - started).toBeLessThan(30_000);
    const status = JSON.parse((await karavan(["status", "--json"], company.environment)).stdout);
    expect(status.schedules).toMatchObject([{ name: "yearly", cron: "0 6 1 1 *" }]);
    expect(status.holder).toBeNull();
  });
});

describe("karavan, while another run holds the lock", () => {
  it.each(["ingest", "run", "build", "check", "publish"])("%s is refused with 4 and names the holder", async (name) => {
    const company = makeCompany();
    const settings = readSettings(company.environment);
    await withWriterLock(settings, { command: "run" }, { now: () => new Date("2026-10-31T18:00:00Z") }, async () => {
      const { code, stderr, stdout } = await karavan([name, "--json"], company.environment);
      expect([code, stdout]).toEqual([4, ""]);
      expect(stderr).toContain(`karavan run (pid ${process.pid} on `);
      expect(stderr).toContain("has held the lock since 2026-10-31T18:00:00.000Z");
    });
  });

  it("status says who holds it and ends with 0", async () => {
    const company = makeCompany();
    const settings = readSettings(company.environment);
    await withWriterLock(settings, { command: "run" }, { now: () => new Date("2026-10-31T18:00:00Z") }, async () => {
      const { code, stdout } = await karavan(["status"], company.environment);
      expect(code).toBe(0);
      expect(stdout).toContain(`karavan run is running (pid ${process.pid} on `);
    });
  });
});

describe("karavan, when something fails that should not", () => {
  it("says so without a stack, with 1, and with a stack under KARAVAN_DEBUG=1", async () => {
    const company = makeCompany();
    writeFileSync(join(company.folder, "file"), "");
    const environment = { ...company.environment, KARAVAN_DATA: join(company.folder, "file", "data") };
    const plain = await karavan(["ingest"], environment);
    expect(plain.code).toBe(1);
    expect(plain.stderr).toContain("unexpected error in `karavan ingest`");
    expect(plain.stderr).toContain("file an issue");
    expect(plain.stderr).not.toContain("    at ");
    const debug = await karavan(["ingest"], { ...environment, KARAVAN_DEBUG: "1" });
    expect(debug.stderr).toContain("    at ");
  });
});

describe("karavan schema", () => {
  it("has been run: the committed schemas are current", async () => {
    const schemas = await readSchemas();
    expect(Object.keys(schemas)).toEqual(["karavan.schema.json", "source.schema.json"]);
    for (const [name, schema] of Object.entries(schemas)) {
      expect(readFileSync(resolve(home, name), "utf8")).toBe(formatSchema(schema));
    }
  });
});
