import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openReader } from "../../ingest/encoding/codec.ts";
import { detectEncoding } from "../../ingest/encoding/detect.ts";
import { FileFault } from "../../ingest/formats/reader.ts";
import { makeInbox, ordersYaml } from "./inbox.ts";
import { encode } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "karavan-encoding-"));

/** Words of business in Latin letters beyond ASCII, Greek and Thai; `known`: pages they are told apart in. */
const texts = {
  "windows-1252 French":
    "Société générale de crèmerie|Père Noël et fils|Réglé en espèces|Expédié partiellement|Première commande|Garçon|Où êtes-vous|Dépôt|Réclamation clôturée|Élève",
  "windows-1252 German":
    "Müller & Söhne GmbH|Straßenbau Köln|Bezahlt über Überweisung|Größe|Äpfel|Geschäftsführer|Lieferung verspätet|Prüfung",
  "windows-1252 Spanish": "Compañía Española|Teléfono móvil|Dirección de envío|Número|José Núñez|Málaga|Facturación",
  "windows-1252 Danish": "København|Århus|Købsaftale|Bestilling på vej|Øster Allé|Mængde|Sælger|Værksted",
  "cp850 French": "Société générale de crèmerie|Père Noël et fils|Réglé en espèces|Expédié|Première|Garçon|Dépôt|Élève",
  "macintosh French": "Société générale de crèmerie|Père Noël et fils|Réglé en espèces|Expédié|Première|Garçon|Élève",
  "windows-1250 Czech":
    "Společnost s ručením omezeným|Příjmení|Číslo objednávky|Jiří Dvořák|Zaplaceno převodem|Žižkov|Plzeň|Řešení stížnosti|Účetní",
  "iso-8859-2 Czech":
    "Společnost s ručením omezeným|Příjmení|Číslo objednávky|Jiří Dvořák|Zaplaceno převodem|Žižkov|Plzeň|Řešení stížnosti|Účetní",
  "windows-1250 Polish":
    "Spółka z ograniczoną odpowiedzialnością|Łódź|Zamówienie opłacone|Wysyłka częściowa|Księgowość|Świętokrzyskie|Paweł Żak|Ilość",
  "iso-8859-2 Polish":
    "Spółka z ograniczoną odpowiedzialnością|Łódź|Zamówienie opłacone|Wysyłka częściowa|Księgowość|Świętokrzyskie|Paweł Żak|Ilość",
  "windows-1250 Hungarian":
    "Korlátolt felelősségű társaság|Győr|Székesfehérvár|Fizetés átutalással|Szállítás késett|Ügyfél neve|Összeg|Időpont|Hűtő",
  "windows-1250 Croatian":
    "Društvo s ograničenom odgovornošću|Široki Brijeg|Plaćeno|Narudžba|Količina|Đakovo|Čišćenje|Županija|Račun",
  "windows-1254 Turkish":
    "Müşteri adı|Sipariş numarası|Ödeme yapıldı|İstanbul|Eskişehir|Şirket|Ağrı|Kısmen gönderildi|Ürün|Çağrı",
  "windows-1257 Lithuanian":
    "Uždaroji akcinė bendrovė|Užsakymo numeris|Apmokėta|Šiauliai|Kiekis|Įmonė|Žemės ūkis|Pristatymas vėluoja|Čekis",
  "windows-1253 Greek": "Εταιρεία περιορισμένης ευθύνης|Θεσσαλονίκη|Πληρωμένο|Παραγγελία|Αριθμός|Πελάτης",
  "iso-8859-7 Greek": "Εταιρεία περιορισμένης ευθύνης|Θεσσαλονίκη|Πληρωμένο|Παραγγελία|Αριθμός|Πελάτης",
  "windows-1255 Hebrew":
    "מספר הזמנה|שולם במלואו|משלוח חלקי|חברת החשמל|ירושלים|שירות לקוחות|דוד לוי ובניו|באר שבע|הזמנה בוטלה|ישראל כהן",
  "windows-1256 Arabic":
    "رقم الطلب|مدفوع بالكامل|شركة النور للتجارة|القاهرة|الإسكندرية|فاتورة مبيعات|قيد التنفيذ|محمد أحمد|ملغي|جدة",
  "windows-1256 Persian": "شماره سفارش|پرداخت شده|شرکت بازرگاني پارس|اصفهان|گزارش فروش|چاپخانه مرکزي|علي رضايي|لغو شد",
  "windows-1257 Latvian":
    "Pasūtījuma numurs|Samaksāts|Jānis Bērziņš|SIA Zelta ābele|Piegāde kavējas|Ķekava|Jēkabpils|Atgriešana|Rīga",
  "windows-1257 Estonian": "Tõnu Õispuu|Makstud täielikult|Tühistatud|OÜ Põhjala|Šokolaad|Žürii|Võru|Jõhvi|Kuupäev",
  "windows-1251 Serbian":
    "Клијент|Број наруџбине|Београд|Плаћено|Ђорђе Јовановић|Повраћај|Испорука касни|Љубиша Његош|Нови Сад",
  "windows-1252 Swedish": "Beställning|Återbetalning|Åsa Lindström|Örebro|Försenad leverans|Ängelholm|Göteborg|Åre",
  "windows-874 Thai": "บริษัทจำกัด|กรุงเทพ|ชำระแล้ว|คำสั่งซื้อ|หมายเลข|ลูกค้า",
} as const;

/** Headers and rows as bytes of East Asia, which `TextDecoder` reads and nothing here writes. */
const wide = {
  shift_jis:
    "8cda8b718352815b83682c89ef8ed096bc2c8be08a7a0a312c8a948eae89ef8ed08e52936390bb8dec8f8a2c313230300a322c938c8b9e936497cd2c3330300a",
  gb18030:
    "bfcdbba7b1e0bac52cbfcdbba7c3fbb3c62cb6a9b5a5bdf0b6ee0a312cc9cfbaa3c3b3d2d7d3d0cfdeb9abcbbe2c313230300a322cb1b1bea9bfc6bcbcb9abcbbe2c3330300a",
  big5: "abc8a4e1bd73b8b92cabc8a4e1a657bad92cad71b3e6aaf7c3420a312cbb4fa55fb654a9f6a6b3adada4bda5712c313230300a322cb0aab6afaceca7dea4bda5712c3330300a",
  "euc-kr":
    "b0edb0b4b9f8c8a32cb0edb0b4b8ed2cc1d6b9aeb1ddbed70a312cbcadbfefb9abbfaac1d6bdc4c8b8bbe72c313230300a322cbacebbeac0fcc0da2c3330300a",
} as const;

function table(words: string, count: number): string {
  const list = words.split("|");
  const rows = Array.from({ length: count }, (_, row) => `${row};01.02.2025;${row}00,50;${list[row % list.length]}`);
  return `Number;Date;Amount;Client\n${rows.join("\n")}\n`;
}

async function detect(bytes: Uint8Array, encoding: string | readonly string[] = "auto", names: readonly string[] = []) {
  const path = join(folder, `${crypto.randomUUID()}.csv`);
  writeFileSync(path, bytes);
  try {
    const found = await detectEncoding(path, { encoding, languages: undefined, names }, new AbortController().signal);
    const reader = openReader(found.encoding);
    return reader.decode(bytes) + reader.decode();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return error;
  }
}

describe("detectEncoding(path, contract, signal): pages of other languages", () => {
  it.each(Object.entries(texts))(
    "reads %s right or holds it, and takes it when the source names it",
    async (page, words) => {
      const [encoding = ""] = page.split(" ");
      for (const rows of [1, 3, 60]) {
        const text = table(words, rows);
        const bytes = encode(text, encoding);
        const found = await detect(bytes);
        if (typeof found === "string") expect(found).toBe(text);
        else expect(found).toMatchObject({ rule: "encoding_ambiguous", remedy: expect.stringContaining("encoding: ") });
        expect(await detect(bytes, encoding)).toBe(text);
        expect(await detect(bytes, ["utf-8", encoding])).toBe(text);
      }
    },
  );

  it.each([
    ...(["windows-1252 French", "windows-1252 German", "windows-1250 Polish", "windows-1254 Turkish"] as const),
    ...(["windows-1255 Hebrew", "windows-1253 Greek", "windows-1256 Arabic", "windows-1256 Persian"] as const),
    ...(["windows-1257 Lithuanian", "windows-1257 Latvian", "windows-1251 Serbian", "windows-1252 Swedish"] as const),
  ])("needs no word of the source for a whole table in %s", async (page) => {
    const text = table(texts[page], 60);
    expect(await detect(encode(text, page.split(" ")[0] ?? ""))).toBe(text);
  });

  it("holds Thai, which no language here reads, and shows how the nearest page reads it", async () => {
    const found = await detect(encode(table(texts["windows-874 Thai"], 60), "windows-874"));
    expect(found).toMatchObject({ message: expect.stringContaining("under no encoding that is tried") });
  });

  it("looks at all lines of a file whose lines end as on old Macs", async () => {
    const plain = Array.from({ length: 200 }, (_, place) => `${place};Konftel\u00a0phone;Cup`);
    const named = ["Roy Französisch", "Resi Pölking", "Peter Bühler", "Anna Häberlin"];
    const text = [...plain, ...named.map((name, place) => `${place};${name};Cup`)].join("\r");
    expect(await detect(encode(text, "macintosh"))).toBe(text);
  });

  it("shows a line that two pages read as other letters", async () => {
    const found = await detect(encode("Name;City\nJosé;León\nJosé;Lefèvre\n", "windows-1252"));
    expect(found).toMatchObject({
      message: expect.stringMatching(
        /under windows-1252 it reads "José;Lefèvre", under \S+ it reads "José;Lef[^è]vre"/,
      ),
    });
  });
});

describe("detectEncoding(path, contract, signal): letters of several bytes", () => {
  it.each(Object.entries(wide))(
    "holds %s under auto, and takes it when the source names it or its columns",
    async (encoding, hex) => {
      const bytes = Buffer.from(hex, "hex");
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      const found = await detect(bytes);
      expect(found).toMatchObject({
        rule: "encoding_ambiguous",
        message: expect.stringContaining(`under ${encoding} it reads "${text.split("\n")[0]}"`),
        remedy: expect.stringContaining(encoding),
      });
      expect(await detect(bytes, encoding)).toBe(text);
      expect(await detect(bytes, ["utf-8", encoding])).toBe(text);
      expect(await detect(bytes, "auto", [text.split(",")[1] ?? ""])).toBe(text);
    },
  );

  it("leaves alone letters of one byte: accents, capitals and quotation marks", async () => {
    const quoted = `Number;Date;Amount;Client\n${"1;01.02.2025;1,50;A “quoted” client’s name – Café\n".repeat(9)}`;
    expect(await detect(encode(quoted, "windows-1252"))).toBe(quoted);
    const capitals = table("ИВАНОВ|ПЕТРОВА|ЗАКАЗ ОПЛАЧЕН|ВОЗВРАТ|СКЛАД|ООО РОМАШКА", 12);
    for (const page of ["windows-1251", "ibm866", "koi8-r"])
      expect(await detect(encode(capitals, page))).toBe(capitals);
  });

  it("loads a file of the encoding its source names, and no other", async () => {
    const inbox = makeInbox(ordersYaml().replace("source: erp", "source: erp\nencoding: gb18030"));
    const rows = Buffer.from("313b30312e30322e323032353b312c35303bb1b1bea9bfc6bcbc0a", "hex");
    expect(
      await inbox.load("orders.csv", Buffer.concat([Buffer.from("Number;Date;Amount;Client\n"), rows])),
    ).toMatchObject({
      state: "committed",
    });
    expect(await inbox.rows("select client_id from raw.orders")).toEqual([["erp:北京科技"]]);
  });
});
