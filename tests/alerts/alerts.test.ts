import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { listAlertNotes, tellAlert } from "../../dashboards/alert-text.ts";
import { alertMeasures, alertRules } from "../../dashboards/alerts.ts";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import type { Alert } from "../../warehouse/alerts/alerts.ts";
import { writeLetter } from "../../warehouse/alerts/letter.ts";
import { planMail } from "../../warehouse/alerts/plan.ts";
import { readServer } from "../../warehouse/alerts/smtp.ts";
import { home, parseSettings } from "../../warehouse/settings.ts";
import { boss, late, plain, sales, settingsOf } from "./company.ts";

describe("alertMeasures", () => {
  it("are the measures of metrics.alert_month_values and metrics.alert_values", () => {
    const models = ["alert_month_values", "alert_values"].map((name) =>
      readFileSync(resolve(home, `transforms/metrics/${name}.sql`), "utf8"),
    );
    const made = [...models.join("\n").matchAll(/wanted\.measure (?:=|in) ([^\n]+)/g)].flatMap(([, list = ""]) =>
      [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name),
    );
    expect(made.sort()).toEqual(alertMeasures.map(({ name }) => name).sort());
  });
});

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
    [{ name: "a", measure: "nps", rule: "falls", limit: 1 }, "has no change in shares"],
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

describe("listAlertNotes(words, formats, row)", () => {
  const notes = (row: Pick<Alert, "state" | "value">) =>
    listAlertNotes(dictionaries.en, formats("en", "EUR"), { ...sales, since_date: "2026-05-01", ...row });

  it("says since when a figure is past its limit or missing", () => {
    const since = [dictionaries.en.alerts.since("May 2026")];
    expect(notes({ state: "raised", value: 1 })).toEqual(since);
    expect(notes({ state: "unknown", value: null })).toEqual(since);
  });

  it("says no beginning where there was nothing to compare with", () => {
    expect(notes({ state: "unknown", value: 1 })).toEqual([]);
  });
});

describe("tellAlert(words, formats, row)", () => {
  const tell = (row: Alert) => tellAlert(dictionaries.en, formats("en", "EUR"), row);

  it("tells figure, period and limit, and what a change is against", () => {
    expect(tell(late)).toBe("Lines on time, North & South: 85.0% (June 2026), below 90%");
    expect(tell(sales)).toBe("Net sales: -20.0% (June 2026 against May 2026), more than 10%");
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
    expect(subject).toBe("Lines on time, North & South: 85.0% (June 2026), below 90%");
    expect(text).toContain("Figures of Acme as of Jul 5, 2026.");
    expect(text).toContain("critical; since April 2026; few cases");
    expect(text).toContain("Call the carrier.");
    expect(text).toContain("https://crm.example/site/delivery?region=North+%26+South");
    expect(text).toContain("https://crm.example/site/sales\n");
    const two = writeLetter(settings, { ...mail, changed: [late, sales], standing: [] }, "2026-07-05");
    expect(two.subject).toBe(`${subject} (and 1 more)`);
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

describe("planMail(recipient, alerts, printed, reader, fallback, rights)", () => {
  const reader = { ...boss, language: "en" as const, pages: "never" as const, audience: "branch" };
  const told = (rights: object) =>
    planMail(reader, [late, sales], [], undefined, "en", rights)?.changed.map(({ alert_name }) => alert_name);

  it("tells who is limited to some rows of their alerts alone", () => {
    expect(told({})).toEqual(["late-lines", "sales-fall"]);
    expect(told({ regions: ["North & South"] })).toEqual(["late-lines"]);
    expect(told({ regions: ["West"] })).toBeUndefined();
    expect(told({ managers: ["North & South"] })).toBeUndefined();
  });
});

describe("readServer(environment)", () => {
  it("asks for encryption unless told otherwise, and is none without a host", () => {
    expect(readServer({ KARAVAN_SMTP_PORT: "25" })).toBeUndefined();
    expect(readServer({ KARAVAN_SMTP_HOST: "h" })).toMatchObject({ port: 587, security: "starttls" });
    expect(readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_PORT: "465" })).toMatchObject({ security: "tls" });
    expect(() => readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_PORT: "smtp" })).toThrow("KARAVAN_SMTP_PORT");
    expect(() => readServer({ KARAVAN_SMTP_HOST: "h", KARAVAN_SMTP_SECURITY: "ssl" })).toThrow("KARAVAN_SMTP_SECURITY");
    const bare = { KARAVAN_SMTP_SECURITY: "none", KARAVAN_SMTP_USER: "u" };
    expect(() => readServer({ ...bare, KARAVAN_SMTP_HOST: "mail.example" })).toThrow("in the clear");
    expect(readServer({ ...bare, KARAVAN_SMTP_HOST: "127.0.0.1" })).toMatchObject({ user: "u" });
  });
});
