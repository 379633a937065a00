import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { tellAlert } from "../../dashboards/alert-text.ts";
import { alertMeasures, alertRules } from "../../dashboards/alerts.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import { type Alert, isCritical, readAlerts, summarizeAlerts } from "../../warehouse/alerts/alerts.ts";
import { writeLetter } from "../../warehouse/alerts/letter.ts";
import { notify } from "../../warehouse/alerts/notify.ts";
import { readServer } from "../../warehouse/alerts/smtp.ts";
import { readMailed } from "../../warehouse/alerts/told.ts";
import { withConnection } from "../../warehouse/connection.ts";
import { silentLog } from "../../warehouse/effects.ts";
import { createTable } from "../../warehouse/engines/duckdb.ts";
import { parseSettings, readSettings, type Settings } from "../../warehouse/settings.ts";
import { openPostOffice, type PostOffice, readHeader, readText } from "./post-office.ts";

const late: Alert = {
  position: 1,
  alert_name: "late-lines",
  measure: "on_time_rate",
  dimension: "region",
  entity_id: "North & South",
  entity_name: "North & South",
  rule: "below",
  limit_value: 0.9,
  compared_with: null,
  severity: "critical",
  period_date: "2026-06-01",
  value: 0.85,
  compared_period_date: null,
  compared_value: null,
  change_share: null,
  state: "raised",
  since_date: "2026-04-01",
  quality_flag: "low_n",
  as_of_date: "2026-07-05",
};

const sales: Alert = {
  ...late,
  position: 2,
  alert_name: "sales-fall",
  measure: "net_sales",
  dimension: "company",
  entity_id: "all",
  entity_name: null,
  rule: "falls",
  limit_value: 0.1,
  compared_with: "previous",
  severity: "warning",
  value: 800_000,
  compared_period_date: "2026-05-01",
  compared_value: 1_000_000,
  change_share: -0.2,
  quality_flag: "ok",
};

const plain = {
  company: { name: "Acme" },
  currency: "EUR",
  time_zone: "UTC",
  as_of: "2026-07-05",
  site: { url: "https://crm.example/site/" },
  alerts: [
    {
      name: "late-lines",
      measure: "on_time_rate",
      dimension: "region",
      rule: "below",
      limit: 0.9,
      text: { en: "Call the carrier." },
    },
    { name: "sales-fall", measure: "net_sales", rule: "falls", limit: 0.1 },
  ],
};

const boss = { address: "boss@acme.example", language: "en" };

describe("alerts of the settings", () => {
  const parse = (alert: object) => parseSettings(stringify({ ...plain, alerts: [alert] }), "karavan.yaml");

  it.each([
    [{ name: "a", measure: "net_sales", rule: "below" }, "a limit is needed"],
    [{ name: "a", measure: "net_sales", rule: "missing", limit: 1 }, "a limit is needed"],
    [{ name: "a", measure: "net_sales", rule: "below", limit: 1, entity: "North" }, "the company has no entity"],
    [
      { name: "a", measure: "order_count", dimension: "region", rule: "below", limit: 1 },
      "this measure is not told by it",
    ],
    [
      { name: "a", measure: "nps", rule: "falls", limit: 1, compared_with: "year_before" },
      "compared with the wave before",
    ],
    [{ name: "a", measure: "sales", rule: "below", limit: 1 }, "Invalid option"],
    [{ name: "a\nBcc: x", measure: "net_sales", rule: "below", limit: 1 }, "not a name"],
  ])("refuse %j: %s", (alert, told) => {
    expect(() => parse(alert)).toThrow(told);
  });

  it("name no secret, and no reader twice", () => {
    const mail = (extra: object) => parseSettings(stringify({ ...plain, mail: extra }), "karavan.yaml");
    expect(() => mail({ from: "a@b.example", password: "x" })).toThrow("password");
    expect(() => mail({ from: "a@b.example", to: [boss, { address: "BOSS@acme.example" }] })).toThrow("same address");
    expect(() => mail({ from: "a@b.example\r\nBcc: c@d.example" })).toThrow("Invalid email address");
  });
});

describe("tellAlert(words, formats, row)", () => {
  const tell = (row: Alert) => tellAlert(dictionaries.en, formats("en", "EUR"), row);

  it("tells figure, period and limit, and what a change is against", () => {
    expect(tell(late)).toBe("Lines on time, North & South: 85.0% (June 2026), below 90.0%");
    expect(tell(sales)).toBe("Net sales: -20.0% (June 2026 against May 2026), more than 10.0%");
    expect(tell({ ...late, state: "ok", value: 0.95 })).toContain("95.0% (June 2026), within the limit");
    expect(tell({ ...late, state: "unknown", value: null, quality_flag: "no_value" })).toContain(
      "no figure (June 2026)",
    );
    expect(tell({ ...sales, state: "unknown", change_share: null })).toContain("nothing to compare with");
    expect(tell({ ...late, state: "unknown", value: null, quality_flag: "no_figures" })).toContain(
      "never was a figure",
    );
  });

  it("writes a figure finer than usual where it would read like its limit", () => {
    expect(tell({ ...late, value: 0.89961 })).toContain("89.96% (June 2026), below 90%");
  });

  it("has words for every measure and rule in every language", () => {
    for (const locale of locales)
      for (const { name } of alertMeasures)
        for (const rule of alertRules) {
          const change = ["rises", "falls", "changes"].includes(rule) ? { ...sales, rule } : { ...late, rule };
          const text = tellAlert(dictionaries[locale], formats(locale, "EUR"), { ...change, measure: name });
          expect(text).not.toMatch(/undefined|NaN|\[object|_/);
          expect(text.length).toBeGreaterThan(15);
        }
  });
});

describe("writeLetter(settings, mail, asOf)", () => {
  const settings = settingsOf({});
  const mail = {
    address: boss.address,
    locale: "en",
    changed: [late],
    standing: [sales],
    files: [],
    known: {},
  } as const;

  it("has the finding as subject, and value, limit, period, day, note and link in its text", () => {
    const { subject, text } = writeLetter(settings, mail, "2026-07-05");
    expect(subject).toBe("Lines on time, North & South: 85.0% (June 2026), below 90.0%");
    expect(text).toContain("Figures of Acme as of Jul 5, 2026.");
    expect(text).toContain("critical; since April 2026; few cases");
    expect(text).toContain("Call the carrier.");
    expect(text).toContain("https://crm.example/site/delivery?region=North+%26+South");
    expect(text).toContain("https://crm.example/site/sales\n");
    const two = writeLetter(settings, { ...mail, changed: [late, sales], standing: [] }, "2026-07-05");
    expect(two.subject).toBe(`${subject} (+1)`);
  });

  it("keeps names from exports in their line: no header, no line and no turned text comes of them", () => {
    const name = "North\r\nBcc: thief@evil.example\r\n\r\n\u202eevil\u2028\u0000";
    for (const locale of locales) {
      const hostile = { ...late, entity_id: name, entity_name: name };
      const letter = writeLetter(settings, { ...mail, locale, changed: [hostile], standing: [] }, "2026-07-05");
      expect(letter.subject).toContain("North Bcc: thief@evil.example evil");
      expect(letter.subject).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
      expect(letter.text).not.toMatch(/^(Bcc|evil)/m);
      expect(letter.text).not.toMatch(/[^\P{Cc}\n]/u);
    }
    const long = writeLetter(
      settings,
      { ...mail, changed: [{ ...late, entity_name: "я".repeat(5000) }] },
      "2026-07-05",
    );
    expect([...long.subject]).toHaveLength(180);
  });
});

describe("readServer(environment)", () => {
  it("asks for encryption unless told otherwise, and is none without a host", () => {
    expect(readServer({ KARAVAN_SMTP_PORT: "25" })).toBeUndefined();
    expect(readServer({ KARAVAN_SMTP_HOST: "h" })).toMatchObject({ port: 587, security: "starttls" });
    expect(readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_PORT: "465" })).toMatchObject({ security: "tls" });
    expect(() => readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_PORT: "smtp" })).toThrow("KARAVAN_SMTP_PORT");
    expect(() => readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_SECURITY: "ssl" })).toThrow("KARAVAN_SMTP_SECURITY");
  });
});

describe("notify(settings, printed, effects, environment)", () => {
  let folder: string;
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
  });
  afterAll(async () => {
    await office[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "karavan-alerts-"));
    (office.mails as unknown[]).length = 0;
    (office.said as unknown[]).length = 0;
    office.refused.clear();
    return () => rmSync(folder, { recursive: true, force: true });
  });

  const server = (extra: Readonly<Record<string, string>> = {}) => ({
    KARAVAN_SMTP_HOST: "127.0.0.1",
    KARAVAN_SMTP_PORT: String(office.port),
    KARAVAN_SMTP_SECURITY: "none",
    ...extra,
  });
  const mailTo = (...to: readonly object[]) => settingsOf({ mail: { from: "karavan@acme.example", to } }, folder);
  const run = (settings: Settings, environment: Readonly<Record<string, string>> = server(), files: string[] = []) => {
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (text: string) => warnings.push(text) };
    const effects = { log, now: () => new Date("2026-07-05T06:00:00Z"), signal: new AbortController().signal };
    const printed = files.map((file) => ({ file, audience: undefined }));
    return notify(settings, printed, effects, environment).then((report) => ({ ...report, warnings }));
  };

  it("mails a state once, and again when it changes, in the reader's language", async () => {
    const settings = mailTo(boss, { address: "chef@acme.example", language: "ru" });
    await writeAlerts(settings, [late, { ...sales, state: "ok" }]);
    expect(await run(settings)).toMatchObject({ sent: 2, waiting: 0, error: null, warnings: [] });
    expect(await run(settings)).toMatchObject({ sent: 0 });
    const [english, russian] = office.mails;
    if (english === undefined || russian === undefined) throw new Error("no mail");
    expect([english.from, english.to]).toEqual(["karavan@acme.example", [boss.address]]);
    expect(readHeader(english, "Subject")).toBe("Lines on time, North & South: 85.0% (June 2026), below 90.0%");
    expect(readText(english)).toContain("What changed:");
    expect(readHeader(russian, "Subject")).toContain("Строки в срок, North & South: 85,0");
    expect(readText(russian)).toContain("Что изменилось:");
    await writeAlerts(settings, [{ ...late, state: "ok", value: 0.95 }, sales]);
    expect(await run(settings)).toMatchObject({ sent: 2 });
    const [, , third] = office.mails;
    if (third === undefined) throw new Error("no mail");
    expect(readHeader(third, "Subject")).toBe("Net sales: -20.0% (June 2026 against May 2026), more than 10.0% (+1)");
    expect(readText(third)).toContain("95.0% (June 2026), within the limit");
  });

  it("tells a reader of his alerts only", async () => {
    const settings = mailTo({ ...boss, alerts: ["sales-fall"] });
    await writeAlerts(settings, [late, { ...sales, state: "ok" }]);
    expect(await run(settings)).toMatchObject({ sent: 0, waiting: 0 });
    expect(office.said).toEqual([]);
  });

  it("keeps a mail that cannot be sent for the next run, says so, and sends the others", async () => {
    const settings = mailTo(boss, { address: "gone@acme.example" });
    await writeAlerts(settings, [late]);
    office.refused.add("gone@acme.example");
    const first = await run(settings);
    expect(first).toMatchObject({ sent: 1, waiting: 1 });
    expect(first.warnings).toEqual([expect.stringContaining("1 mails wait for the next run: 127.0.0.1:")]);
    expect(readMailed(settings.paths.alertsTold).failure).toMatchObject({ mails: 1, at: "2026-07-05T06:00:00.000Z" });
    office.refused.clear();
    expect(await run(settings)).toMatchObject({ sent: 1, waiting: 0 });
    expect(office.mails.map(({ to }) => to[0])).toEqual([boss.address, "gone@acme.example"]);
    expect(readMailed(settings.paths.alertsTold).failure).toBeNull();
  });

  it("touches no network without a server, and waits", async () => {
    const settings = mailTo(boss);
    await writeAlerts(settings, [late]);
    const report = await run(settings, {});
    expect(report).toMatchObject({ sent: 0, waiting: 1, error: expect.stringContaining("KARAVAN_SMTP_HOST") });
    expect(await run(settings)).toMatchObject({ sent: 1 });
    expect(await run(settingsOf({}, folder))).toMatchObject({ sent: 0, waiting: 0 });
  });

  it("sends no password in the clear unless told to, and writes it nowhere", async () => {
    const settings = mailTo(boss);
    await writeAlerts(settings, [late]);
    const secret = { KARAVAN_SMTP_USER: "acme", KARAVAN_SMTP_PASSWORD: "s3cret-word" };
    const refused = await run(settings, server({ ...secret, KARAVAN_SMTP_SECURITY: "starttls" }));
    expect(refused).toMatchObject({ sent: 0, waiting: 1 });
    expect(office.said.join("\n")).not.toMatch(/AUTH/i);
    expect(await run(settings, server(secret))).toMatchObject({ sent: 1 });
    const [login = ""] = office.said.filter((line) => line.startsWith("AUTH PLAIN"));
    expect(Buffer.from(login.slice("AUTH PLAIN ".length), "base64").toString()).toBe("\0acme\0s3cret-word");
    expect(JSON.stringify(refused) + readFileSync(settings.paths.alertsTold, "utf8")).not.toContain("s3cret-word");
  });

  it("attaches printed pages for who asked for them, once, also after a run that could not", async () => {
    const settings = mailTo({ ...boss, pages: "every_release" });
    await writeAlerts(settings, [{ ...late, state: "ok" }]);
    const file = join(folder, "overview-en-2026-07-05.pdf");
    writeFileSync(file, "%PDF-1.4 small");
    expect(await run(settings, {}, [file])).toMatchObject({ sent: 0, waiting: 1 });
    expect(await run(settings)).toMatchObject({ sent: 1 });
    expect(await run(settings)).toMatchObject({ sent: 0, waiting: 0 });
    const [mail] = office.mails;
    if (mail === undefined) throw new Error("no mail");
    expect(readHeader(mail, "Subject")).toBe("Acme: pages as of Jul 5, 2026");
    expect(mail.body).toContain("filename=overview-en-2026-07-05.pdf");
    expect(mail.body).toContain(Buffer.from("%PDF-1.4 small").toString("base64"));
  });

  it("fails no run: a file it cannot read is a warning with its remedy", async () => {
    const settings = mailTo(boss);
    await writeAlerts(settings, [late]);
    writeFileSync(settings.paths.alertsTold, "{");
    const report = await run(settings);
    expect(report).toMatchObject({ sent: 0, error: expect.stringContaining("not what Karavan wrote") });
    expect(existsSync(settings.paths.alertsTold)).toBe(true);
  });
});

describe("readAlerts(settings)", () => {
  it("reads what a build left, none where there is no warehouse, and tells the critical", async () => {
    const folder = mkdtempSync(join(tmpdir(), "karavan-alerts-"));
    try {
      const settings = settingsOf({}, folder);
      expect(await readAlerts(settings)).toEqual([]);
      await writeAlerts(settings, [sales, late]);
      const read = await readAlerts(settings);
      expect(read).toMatchObject([late, sales]);
      expect(isCritical(read)).toBe(true);
      expect(isCritical([{ ...late, state: "unknown" }, sales])).toBe(false);
      expect(summarizeAlerts(read)).toBe("late-lines (North & South), sales-fall");
      expect(summarizeAlerts([{ ...late, state: "ok" }])).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function settingsOf(extra: object, folder = join(tmpdir(), "karavan-nowhere")): Settings {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "karavan.yaml");
  writeFileSync(file, stringify({ ...plain, ...extra }));
  return readSettings({ KARAVAN_SETTINGS: file, KARAVAN_DATA: folder });
}

/** Writes a warehouse that holds these alerts and nothing else. */
async function writeAlerts(settings: Settings, alerts: readonly Alert[]): Promise<void> {
  rmSync(settings.paths.crm, { force: true });
  const columns = listColumns(contracts["metrics.alerts"]);
  await withConnection({ attach: [{ path: settings.paths.crm, as: "crm", mode: "create" }] }, async (connection) => {
    await connection.run("create schema metrics");
    await connection.run(createTable("metrics.alerts", columns));
    for (const alert of alerts) {
      const values = Object.entries(alert).filter(([, value]) => value !== null);
      const names = values.map(([name]) => name).join(", ");
      const literals = values.map(([, value]) => (typeof value === "number" ? value : `'${value}'`)).join(", ");
      await connection.run(`insert into metrics.alerts (${names}) values (${literals})`);
    }
  });
}
