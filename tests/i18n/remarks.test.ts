import { describe, expect, it } from "vitest";
import { formats } from "../../dashboards/formats.ts";
import { dictionaries } from "../../dashboards/i18n/dictionaries.ts";
import { locales } from "../../dashboards/i18n/locales.ts";
import { remarkText } from "../../dashboards/pages/quality-names.ts";
import { makeInbox, ordersYaml } from "../ingest/inbox.ts";

const yaml = ordersYaml(
  "mode: upsert\nfooter: { on_mismatch: warn }\nchecks: [{ sql: amount < 10, severity: warn, message: ТОО Шарт }, { sql: count(*) > 5, of: file, severity: warn, message: ТОО Шарт }]",
);
const text = 'Number;Date;Amount;Client\n1;01.02.2025;10,50;a\n2;02.02.2025;4;ООО "Роза"\nИтого;;15;\n';

describe("remarkText(context, remark)", () => {
  it("says what the warehouse wrote of files in each language, and the company's own rules as they stand", async () => {
    const inbox = makeInbox(yaml);
    await inbox.load("orders.csv", text);
    const rows = await inbox.rows("select kind, message from meta.remarks where message is not null order by all");
    expect(rows.map(([kind]) => kind)).toEqual(["check", "check", "footer", "plain_quote"]);
    const remarks = [...rows, ["hidden_rows", "5 hidden rows were read too"]].map(([kind, message]) => {
      return { kind: String(kind), message: String(message) };
    });
    for (const locale of locales) {
      const context = { words: dictionaries[locale], formats: formats(locale, "RUB") };
      const said = remarks.map((remark) => remarkText(context, remark));
      expect(new Set(said).size, locale).toBe(remarks.length);
      for (const [index, one] of said.entries()) {
        const { kind, message } = remarks[index] ?? { kind: "", message: "" };
        expect(one === message, `${locale} ${kind}`).toBe(false);
        if (locale !== "en") expect(one).not.toMatch(/\b(?:row|line|file|read|total|quote)s?\b/);
        if (kind === "check") expect(one).toContain("ТОО Шарт");
      }
    }
  });
});
