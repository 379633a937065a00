import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";

const samples = resolve(import.meta.dirname, "../../ingest/profiles/samples");
const folder = mkdtempSync(join(tmpdir(), "karavan-sniff-profiles-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each sample is, and required columns that no column of it can be. */
const known: Readonly<Record<string, Readonly<Record<string, readonly [entity: string, ...open: string[]]>>>> = {
  amocrm: {
    "amocrm_export_contacts_2025-03-31.csv": ["contacts"],
    "amocrm_export_leads_2025-03-31.csv": ["deals"],
  },
  bitrix24: {
    "company_export.csv": ["clients"],
    "contact_export.csv": ["contacts"],
    "deal_export.csv": ["deals"],
  },
  dynamics: {
    "Active Accounts 3-31-2025 9-15-00 AM.xlsx": ["clients"],
    "All Opportunities 3-31-2025 9-16-00 AM.xlsx": ["deals"],
    "All Orders 3-31-2025 9-17-00 AM.xlsx": ["orders"],
  },
  hubspot: {
    "company_data.csv": ["clients"],
    "contact_data.csv": ["contacts"],
    "deal_data.csv": ["deals"],
    "engagement_call_data.csv": ["interactions"],
    "engagement_email_data.csv": ["interactions"],
    "engagement_meeting_data.csv": ["interactions"],
  },
  odoo: {
    "Contact (res.partner).csv": ["clients"],
    "Journal Entry (account.move).xlsx": ["invoices"],
    "Sales Order (sale.order).csv": ["orders"],
    "Sales Order Line (sale.order.line).csv": ["order_lines"],
  },
  report_1c: { "sales-2025-03.csv": ["orders"], "sales-2025-04.xlsx": ["orders"] },
  web_shop: { "orders_export_1.csv": ["orders"] },
};

describe("sniff(path) of the samples of the profiles", () => {
  for (const [profile, files] of Object.entries(known)) {
    it(`knows what the files of ${profile} are, and asks only for what they lack`, async () => {
      expect(readdirSync(join(samples, profile, "given")).sort()).toEqual(Object.keys(files).sort());
      for (const [file, [entity, ...open]] of Object.entries(files)) {
        const found = await sniff(join(samples, profile, "given", file));
        const asked = found.questions.flatMap((question) => /^Which column is (\w+)\?/.exec(question)?.[1] ?? []);
        expect([file, found.entity, asked]).toEqual([file, entity, open]);
      }
    });
  }

  it("joins the names of a report with the group headers above them, in CSV and in workbooks", async () => {
    for (const file of ["sales-2025-03.csv", "sales-2025-04.xlsx"]) {
      const { header, matches } = await sniff(join(samples, "report_1c", "given", file));
      expect(header.slice(1, 5)).toEqual([
        "Документ Дата",
        "Документ Номер",
        "Контрагент Код",
        "Контрагент Наименование",
      ]);
      expect(matches.get("Документ Номер")).toBe("order_id");
      expect(matches.get("№")).toBeUndefined();
    }
  });
});

describe("sniff(path) in several languages", () => {
  it.each([
    [
      "ru",
      "Номер заказа;Дата заказа;Покупатель;Сумма;Валюта",
      ["order_id", "order_date", "client_id", "amount", "currency"],
    ],
    [
      "uk",
      "Номер замовлення;Дата замовлення;Покупець;Сума;Валюта",
      ["order_id", "order_date", "client_id", "amount", "currency"],
    ],
    [
      "kk",
      "Тапсырыс нөмірі;Тапсырыс күні;Сатып алушы;Сома;Валюта",
      ["order_id", "order_date", "client_id", "amount", "currency"],
    ],
    [
      "uz",
      "Buyurtma raqami;Buyurtma sanasi;Xaridor;Summa;Valyuta",
      ["order_id", "order_date", "client_id", "amount", "currency"],
    ],
    [
      "en",
      "Order No;Order date;Customer;Grand total;Currency",
      ["order_id", "order_date", "client_id", "amount", "currency"],
    ],
  ])("matches the columns of orders named in %s", async (language, header, columns) => {
    const path = join(folder, `${language}.csv`);
    writeFileSync(path, `${header}\nA-1;03.03.2025;К-17;125,50;RUB\nA-2;14.03.2025;К-18;10,00;RUB\n`);
    const { entity, matches } = await sniff(path);
    expect(entity).toBe("orders");
    expect(header.split(";").map((name) => matches.get(name))).toEqual(columns);
  });

  it("matches the columns of orders named in fa", async () => {
    const path = join(folder, "fa.csv");
    writeFileSync(
      path,
      "شماره سفارش;تاریخ سفارش;مشتری;مبلغ کل;ارز\nA-1;۱۴۰۴/۰۱/۰۲;۱۷;۱۲۵;IRR\nA-2;۱۴۰۴/۰۱/۰۳;۱۸;۱۰;IRR\n",
    );
    const { entity, matches } = await sniff(path);
    expect([entity, ...matches.values()].sort()).toEqual(
      ["orders", "order_id", "order_date", "client_id", "amount", "currency"].sort(),
    );
  });

  it("takes no days for amounts and no numbers for days, whatever their columns are called", async () => {
    const path = join(folder, "types.csv");
    writeFileSync(path, "Order No;Order date;Total\nA-1;125.5;2025-03-03\nA-2;10.0;2025-03-04\n");
    const { matches } = await sniff(path);
    expect([...matches]).toEqual([["Order No", "order_id"]]);
  });
});
