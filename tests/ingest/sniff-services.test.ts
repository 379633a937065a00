import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sniff } from "../../ingest/sniff.ts";
import { makeInbox } from "./inbox.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-services-"));

function propose(name: string, lines: readonly string[]) {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return sniff(path);
}

/** Columns as the services name them, as their help pages and public importers tell; rows are made up. */
describe("sniff(path): exports of services", () => {
  it("does not take payments that failed for money without asking", async () => {
    const { entity, matches, questions } = await propose("payments.csv", [
      "id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Description,Fee,Status,Customer ID,Customer Email,Invoice ID",
      "ch_3A,2024-01-31 10:05:11,25.00,0.00,usd,true,Subscription,1.03,Paid,cus_1,ann@example.com,in_1",
      "ch_3B,2024-02-01 11:15:01,125.50,125.50,usd,true,Order 1002,3.94,Refunded,cus_2,bob@example.com,in_2",
      "ch_3C,2024-02-13 21:45:59,99.99,0.00,usd,false,Order 1003,0.00,Failed,cus_3,cyd@example.com,in_3",
    ]);
    expect([entity, matches.get("Created date (UTC)")]).toEqual(["payments", "paid_date"]);
    expect(questions).toContain(
      'Is Failed in Status money that did not come? Leave such rows out: only: [{ column: "Status", in: [Paid, Refunded] }].',
    );
    expect(questions).toContain(
      "Amount Refunded tells of money sent back: a payment keeps its whole amount. Is that meant?",
    );
  });

  it("asks whether refunds and fees among the sales are sales, too", async () => {
    const { entity, questions } = await propose("transactions.csv", [
      '"Includes marketplace and store transactions"',
      '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","account type","order city","product sales","selling fees","total"',
      '"Sep 4, 2026 1:05:07 AM PDT","7","Order","111-1","MUG-1","Speckled Mug","2","shop","Standard","Testville","76.00","-11.55","65.45"',
      '"Sep 9, 2026 3:00:00 PM PDT","7","Refund","111-1","MUG-1","Speckled Mug","1","shop","Standard","Testville","-38.00","4.62","-31.38"',
      '"Sep 15, 2026 1:00:00 PM PDT","7","Service Fee","","","Cost of Advertising","","","","","0","0","-12.00"',
      '"Sep 16, 2026 1:00:00 PM PDT","7","Transfer","","","To account","","","","","0","0","-22.07"',
    ]);
    expect(entity).toBe("order_lines");
    expect(questions).toContain(
      'Are rows of type Refund, Service Fee, Transfer order lines, too? If not, leave them out: only: [{ column: "type", in: [Order] }].',
    );
  });

  it("takes the number of an order for no name of a product, and an empty day for no word", async () => {
    const { yaml } = await propose("shop.csv", [
      "Name,Email,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at",
      "#1001,ann@example.com,fulfilled,USD,45.00,50.00,2024-01-31 10:05:10 -0500,2,T-Shirt,15.00,TS-1,Ann Smith,",
      "#1001,ann@example.com,,,,,2024-01-31 10:05:10 -0500,1,Mug,15.00,MG-1,,",
      "#1002,bob@example.com,unfulfilled,USD,15.00,20.00,2024-02-03 12:05:10 -0500,1,Mug,15.00,MG-1,Bob Jones,",
    ]);
    expect(yaml).toMatch(/entity: products[\s\S]*name: \{ from: "Lineitem name" \}/);
    expect(yaml).not.toContain("cancelled_by");
  });

  it("takes no account of bookkeeping for a client", async () => {
    const { matches } = await propose("invoices.csv", [
      "*ContactName,EmailAddress,*InvoiceNumber,*InvoiceDate,*DueDate,Total,*Description,*Quantity,*UnitAmount,*AccountCode,Currency",
      "Ridgeway University,uni@example.com,INV-0001,31/01/2024,14/02/2024,330.00,Desk,2.0000,100.00,200,NZD",
      "Bayside Club,club@example.com,INV-0002,15/02/2024,29/02/2024,115.00,Lamp,1.0000,115.00,200,NZD",
    ]);
    expect([matches.get("*ContactName"), matches.get("*AccountCode")]).toEqual(["client_id", undefined]);
  });

  it("knows totals whose other cells are dashes, and the mark of thousands by the decimals of the file", async () => {
    const { evidence, questions, records } = await propose("ads.csv", [
      "Campaign report",
      '"January 1, 2024 - January 31, 2024"',
      "Campaign status,Campaign,Budget name,Campaign type,Clicks,CTR,Currency code,Cost,Conversions",
      'Enabled,Brand, --,Search,"1,234",2.70%,EUR,555.30,12.50',
      "Paused,Generic, --,Search,12,1.22%,EUR,9.60,0.00",
      'Total: Campaigns, --, --, --,"1,246",2.60%,EUR,564.90,12.50',
    ]);
    expect(records).toBe(2);
    expect(evidence.filter((text) => text.startsWith("line 6: total"))).toHaveLength(1);
    expect(questions.filter((text) => text.includes("Clicks"))).toEqual([]);
  });

  it.each([
    ["Ссылка на заказ;Дата заказа;Клиент;Продавец;Итого;Статус", "Заказ на продажу", "Отменено"],
    ["Посилання на замовлення;Дата замовлення;Клієнт;Продавець;Всього;Статус", "Замовлення на продаж", "Скасовано"],
    ["Тапсырыс нөмірі;Күні;Тапсырыс беруші;Менеджер;Сомасы;Күйі", "Орындалды", "Бас тартылды"],
    ["Buyurtma raqami;Sana;Mijoz;Sotuvchi;Summa;Holati", "Yopilgan", "Bekor qilingan"],
    ["شماره سفارش;تاریخ;مشتری;فروشنده;مبلغ;وضعیت", "تحویل شده", "لغو شده"],
    ["Auftragsreferenz;Bestelldatum;Kunde;Vertriebsmitarbeiter;Gesamt;Status", "Verkaufsauftrag", "Storniert"],
    ["Référence commande;Date de la commande;Client;Vendeur;Total;Statut", "Bon de commande", "Annulé"],
    ["Referencia del pedido;Fecha del pedido;Cliente;Comercial;Total;Estado", "Pedido de venta", "Cancelado"],
    ["Sipariş numarası;Sipariş tarihi;Müşteri;Satış temsilcisi;Toplam;Durum", "Satış siparişi", "İptal edildi"],
  ])("knows the columns of orders and what was cancelled: %s", async (header, done, cancelled) => {
    const names = header.split(";");
    const { entity, matches, joined, told } = await propose("orders.csv", [
      header,
      `S1;31.01.2024;A GmbH;Hans;1200,50;${done}`,
      `S2;15.02.2024;B AG;Eva;300,00;${cancelled}`,
    ]);
    expect([entity, joined.size]).toEqual(["orders", 0]);
    const wanted = ["order_id", "order_date", "client_id", "manager_id", "amount"];
    expect(wanted.map((_, place) => matches.get(names[place] ?? ""))).toEqual(wanted);
    expect(Object.fromEntries(told.get("status")?.values ?? [])).toEqual({ [done]: "done", [cancelled]: "cancelled" });
  });

  it("finds campaigns in a report of mailings", async () => {
    const { entity, matches } = await propose("mailchimp_campaigns.csv", [
      "Title,Subject,List,Send Date,Total Recipients,Unique Opens,Open Rate,Unique Id",
      'January news,Hello 2024,Main,"Jan 31, 2024 10:05 am",1200,450,37.82%,a1b2c3',
      'March news,Spring,Main,"Mar 12, 2024 02:30 pm",1300,500,38.76%,a1b2c4',
    ]);
    expect(entity).toBe("campaigns");
    expect(Object.fromEntries(matches)).toMatchObject({
      Title: "name",
      "Unique Id": "campaign_id",
      "Send Date": "start_date",
    });
  });
});

describe("ingest(settings, options, effects): totals whose other cells are dashes", () => {
  it("takes them for totals, and holds them against the rows", async () => {
    const inbox = makeInbox(`source: ads
title: Ads
format: csv
dialect: { delimiter: "," }
feeds:
  - entity: campaigns
    match: "ads*.csv"
    mode: upsert
    footer: { check: [fixed_cost_amount] }
    columns:
      campaign_id: { from: Campaign }
      name: { from: Campaign }
      channel: { from: Type }
      fixed_cost_amount: { from: Cost }
      start_date: { value: 2025-02-01 }
`);
    const file = "Status,Campaign,Type,Clicks,Cost\nEnabled,Brand,Search,12,10.50\nPaused,Generic,Search,1,2.00\n";
    await inbox.load("ads.csv", `${file}Total: Campaigns, --, --,13,12.50\n`);
    expect(await inbox.rows("select campaign_id, fixed_cost_amount from raw.campaigns order by 1")).toEqual([
      ["ads:Brand", "10.5000"],
      ["ads:Generic", "2.0000"],
    ]);
    expect(await inbox.rows("select message from meta.remarks where kind = 'footer'")).toEqual([
      ["the total of fixed_cost_amount is 12.5, as read"],
    ]);
  });
});
