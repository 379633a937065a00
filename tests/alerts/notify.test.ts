import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isCritical, readAlerts, summarizeAlerts } from "../../warehouse/alerts/alerts.ts";
import { notify } from "../../warehouse/alerts/notify.ts";
import { readMailed } from "../../warehouse/alerts/told.ts";
import { silentLog } from "../../warehouse/effects.ts";
import type { Settings } from "../../warehouse/settings.ts";
import { boss, late, sales, settingsOf, writeAlerts } from "./company.ts";
import { openPostOffice, type PostOffice, readHeader, readText } from "./post-office.ts";

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
    expect(readHeader(english, "Subject")).toBe("Lines on time, North & South: 85.0% (June 2026), below 90%");
    expect(readText(english)).toContain("What changed:");
    expect(readHeader(russian, "Subject")).toContain("Строки в срок, North & South: 85,0");
    expect(readText(russian)).toContain("Что изменилось:");
    await writeAlerts(settings, [{ ...late, state: "ok", value: 0.95 }, sales]);
    expect(await run(settings)).toMatchObject({ sent: 2 });
    const [, , third] = office.mails;
    if (third === undefined) throw new Error("no mail");
    expect(readHeader(third, "Subject")).toBe(
      "Net sales: -20.0% (June 2026 against May 2026), more than 10% (and 1 more)",
    );
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
      expect(summarizeAlerts([{ ...late, entity_id: "a\nb\u001b[2J" }])).toBe("late-lines (a b [2J)");
      expect(summarizeAlerts([{ ...late, state: "ok" }])).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
