import { upperHalf } from "../../ingest/encoding/codec.ts";

/** Words of business, by language; none of them trained the letters of `letter-pairs.ts`. */
export const vocabulary = {
  ru: "Поставка труб и фитингов|Общество с ограниченной ответственностью Ромашка|Иванова Мария Петровна|Склад готовой продукции|Оплачен полностью|Звонок менеджеру|Щебень гранитный|Екатеринбург улица Мира|Возврат по рекламации|Отгружен частично|Юридическое лицо|Договор поставки",
  uk: "Постачання труб і фітингів|Товариство з обмеженою відповідальністю Ромашка|Їжакевич Ганна Євгенівна|Склад готової продукції|Сплачено повністю|Дзвінок менеджеру|Щебінь гранітний|Київ вулиця Хрещатик|Повернення за рекламацією|Відвантажено частково|Юридична особа|Договір постачання",
  kk: "Құбырларды жеткізу|Жауапкершілігі шектеулі серіктестік Гүлдер|Әбілова Мәриям Өмірқызы|Дайын өнім қоймасы|Толық төленді|Менеджерге қоңырау шалу|Гранит қиыршық тас|Алматы қаласы Абай даңғылы|Шағым бойынша қайтару|Ішінара жөнелтілді|Заңды тұлға|Жеткізу шарты",
  uz: "Қувурлар етказиб бериш|Масъулияти чекланган жамият Лола|Каримова Муҳаббат Ғофуровна|Тайёр маҳсулот омбори|Тўлиқ тўланди|Бошқарувчига қўнғироқ|Гранит шағали|Тошкент шаҳри Навоий кўчаси|Шикоят бўйича қайтариш|Қисман жўнатилди|Юридик шахс|Етказиб бериш шартномаси",
  fa: "تحويل لوله و اتصالات|شرکت با مسئوليت محدود گلستان|مريم احمدي پور|انبار محصولات نهايي|پرداخت کامل|تماس با مدير فروش|سنگ گرانيت خرد شده|تهران خيابان وليعصر|بازگشت بابت شکايت|ارسال ناقص|شخص حقوقي|قرارداد تامين کالا",
  en: "Café Zoë – delivery|Müller & Söhne GmbH|José Álvarez|Warehouse of finished goods|Paid in full – €|Call to the manager|Granite, crushed 5–10 mm|São Paulo, Avenida Paulista|Return after a “complaint”|Partly shipped|Façade works|Supply contract",
} as const;

export type SampleLanguage = keyof typeof vocabulary;

/** Single-byte encodings that texts of a language come in. */
export const encodingsOf: Readonly<Record<SampleLanguage, readonly string[]>> = {
  ru: ["windows-1251", "ibm866", "koi8-r", "x-mac-cyrillic", "iso-8859-5"],
  uk: ["windows-1251", "cp1125", "koi8-u", "x-mac-cyrillic", "iso-8859-5"],
  kk: ["rk1048"],
  uz: [],
  fa: ["windows-1256"],
  en: ["windows-1252", "windows-1254"],
};

/** Encodes text; letters the encoding lacks become what exports put there: a question mark. */
export function encode(text: string, encoding: string): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  const bytes = new Map([...upperHalf(encoding)].map((letter, index) => [letter, index + 128]));
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? (letter < "\x80" ? letter.charCodeAt(0) : 63)));
}

/**
 * Makes an orders table of about that many bytes. Dense: every row holds words of the language. Sparse: one row in ten. The header is
 * ASCII, so that letters alone decide.
 */
export function makeTable(
  language: SampleLanguage,
  size: number,
  { isDense, seed }: { isDense: boolean; seed: number },
): string {
  const words = vocabulary[language].split("|");
  const rows = ["Number;Date;Amount;Client"];
  let length = 0;
  for (let row = 0; length < size; row += 1) {
    const word = words[(row * 5 + seed * 7) % words.length] ?? "";
    const isWide = isDense || row % 10 === seed % 3;
    const line = `${row + 1};0${(row % 9) + 1}.02.2025;${row * 37},50;${isWide ? word : `Client ${row}`}`;
    rows.push(line);
    length += line.length + 1;
  }
  return `${rows.join("\n")}\n`;
}
