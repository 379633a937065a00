import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../dashboards/components/csv.ts";
import { formats } from "../../dashboards/formats.ts";
import { checkTexts } from "../../dashboards/i18n/checks.ts";
import { isolateNames } from "../../dashboards/i18n/isolate.ts";
import { type Locale, locales } from "../../dashboards/i18n/locales.ts";
import { dropMarks } from "../../dashboards/numbers.ts";
import { searchText } from "../../dashboards/search-text.ts";

/** No-break spaces as spaces, no marks of direction: what a reader sees. */
const seen = (text: string) => dropMarks(text).replaceAll(/[\u00a0\u202f\u2009]/g, " ");

describe("formats(locale, currency)", () => {
  it.each([
    ["en", "₽448.7M", "-₽12,345", "95.3%"],
    ["ru", "448,7 млн ₽", "-12 345 ₽", "95,3 %"],
    ["uk", "448,7 млн ₽", "-12 345 ₽", "95,3%"],
    ["kk", "448,7 млн ₽", "-12 345 ₽", "95,3%"],
    ["uz", "448,7 mln ₽", "-12 345 ₽", "95,3%"],
    ["fa", "۴۴۸٫۷ میلیون ₽", "−۱۲٬۳۴۵ ₽", "۹۵٫۳٪"],
  ] as const)("writes money and shares in %s", (locale, short, whole, share) => {
    const format = formats(locale, "RUB");
    expect([format.moneyShort(448.7e6), format.money(-12345), format.percent(0.953)].map(seen)).toEqual([
      short,
      whole,
      share,
    ]);
  });

  it("writes the sign of a change", () => {
    const { percentChange } = formats("en", "RUB");
    expect([0.042, -0.042].map(percentChange).map(seen)).toEqual(["+4.2%", "-4.2%"]);
  });

  it("writes no sign where a figure rounds to zero, and as many decimals as asked below one another", () => {
    const en = formats("en", "RUB");
    expect([en.decimal(-0.04), en.change(-0.04), en.money(-0.4), en.tenths(27), en.hundredths(1)]).toEqual([
      "0",
      "0",
      "₽0",
      "27.0",
      "1.00",
    ]);
    expect(formats("fa", "IRR").change(-0.04)).toBe("۰");
  });

  it("never says that a probability is certain", () => {
    const { chance } = formats("en", "RUB");
    expect([1, 0.9996, 0.99, 0.5, 0.0004, 0].map(chance)).toEqual(["> 99%", "> 99%", "99.0%", "50.0%", "< 1%", "< 1%"]);
    expect(seen(formats("fa", "RUB").chance(1))).toBe("> ۹۹٪");
  });

  it.each([
    ["en", "₸45.3K"],
    ["ru", "45,3 тыс. ₸"],
    ["uk", "45,3 тис. ₸"],
    ["kk", "45,3 мың ₸"],
    ["uz", "45,3 ming ₸"],
    ["fa", "۴۵٫۳ هزار تنگه"],
  ] as const)("names thousands in %s", (locale, text) => {
    expect(seen(formats(locale, "KZT").moneyShort(45_300))).toBe(text);
  });

  it.each([
    ["en", "Oct 5, 2026", "October 2026", "Oct 26", "Jan – Oct 2026", "Nov 2025 – Oct 2026"],
    ["ru", "5 окт. 2026", "октябрь 2026", "окт. 26", "янв. – окт. 2026", "нояб. 2025 – окт. 2026"],
    ["uk", "5 жовт. 2026", "жовтень 2026", "жовт. 26", "січ. – жовт. 2026", "лист. 2025 – жовт. 2026"],
    ["kk", "2026 ж. 5 қаз.", "2026 ж. қазан", "қаз. 26", "қаң. – қаз. 2026", "қар. 2025 – қаз. 2026"],
    ["uz", "5-okt 2026", "2026-yil oktabr", "okt 26", "yan – okt 2026", "noy 2025 – okt 2026"],
    ["fa", "۱۳ مهر ۱۴۰۵", "اکتبر ۲۰۲۶", "اکتبر ۲۶", "ژانویه تا اکتبر ۲۰۲۶", "نوامبر ۲۰۲۵ تا اکتبر ۲۰۲۶"],
  ] as const)("writes days, months and ranges in %s", (locale, date, month, tiny, range, long) => {
    const format = formats(locale, "RUB");
    expect([
      format.date("2026-10-05"),
      format.month("2026-10-01"),
      format.monthTiny("2026-10-01"),
      format.monthRange("2026-01-01", "2026-10-01"),
      format.monthRange("2025-11-01", "2026-10-01"),
    ]).toEqual([date, month, tiny, range, long]);
  });

  it.each([
    ["en", "Russian rubles", "a, b; c"],
    ["ru", "российский рубль", "a, b; c"],
    ["uk", "російський рубль", "a, b; c"],
    ["kk", "Ресей рублі", "a, b; c"],
    ["uz", "Rossiya rubli", "a, b; c"],
    ["fa", "روبل روسیه", "a، b؛ c"],
  ] as const)("names the currency and joins parts of a sentence in %s", (locale, name, joined) => {
    const format = formats(locale, "RUB");
    expect([format.currencyName, format.clauses([format.list(["a", "b"]), "c"])]).toEqual([name, joined]);
  });

  it("calls a currency without a name by its code", () => {
    expect(locales.map((locale) => formats(locale, "XQQ").currencyName)).toEqual(locales.map(() => "XQQ"));
  });

  it("writes the digits of scores and years in Persian, and leaves other languages alone", () => {
    const [kk, fa] = [formats("kk", "RUB"), formats("fa", "RUB")];
    expect([kk.digits("455, 2026-Q3"), fa.digits("455, 2026-Q3")]).toEqual(["455, 2026-Q3", "۴۵۵, ۲۰۲۶-Q۳"]);
    const bands = ["0", "25-34", "65+", "до 15"];
    expect(bands.map(kk.band)).toEqual(["0", "25–34", "65+", "до 15"]);
    expect(bands.map(fa.band)).toEqual(["۰", "۲۵ تا ۳۴", "۶۵ و بیشتر", "до 15"]);
  });

  it.each(locales)("writes an instant in %s", (locale) => {
    const text = seen(formats(locale, "RUB").instant("2026-10-05T13:05:00Z"));
    expect(text).toMatch(locale === "fa" ? /۱۳ مهر ۱۴۰۵، ۱۳:۰۵/ : locale === "en" ? /1:05 PM/ : /2026.*, 13:05$/);
  });

  it("says in Persian which days of the Solar Hijri year the months are", () => {
    expect(formats("fa", "RUB").otherCalendar("2026-01-01", "2026-10-01")).toBe("۱۱ دی ۱۴۰۴ تا ۹ آبان ۱۴۰۵");
    expect(formats("ru", "RUB").otherCalendar("2026-01-01", "2026-10-01")).toBe("");
  });

  it("orders names by the alphabet of the language", () => {
    const sorted = (locale: Locale, names: readonly string[]) => [...names].sort(formats(locale, "RUB").compare);
    expect(sorted("kk", ["Іле", "Ыстық", "Ырғыз", "Әсел", "Ақтау", "Қостанай", "Көкше", "Юнус"])).toEqual([
      "Ақтау",
      "Әсел",
      "Көкше",
      "Қостанай",
      "Ырғыз",
      "Ыстық",
      "Іле",
      "Юнус",
    ]);
    expect(sorted("uz", ["Choy", "Shahar", "Gʻuncha", "O'zbek", "Zarafshon", "Guruch", "Olma"])).toEqual([
      "Guruch",
      "Olma",
      "Zarafshon",
      "O'zbek",
      "Gʻuncha",
      "Shahar",
      "Choy",
    ]);
    expect(sorted("fa", ["کرمان", "پارس", "بندر", "گیلان", "یزد"])).toEqual(["بندر", "پارس", "کرمان", "گیلان", "یزد"]);
  });
});

describe("searchText(text)", () => {
  it.each([
    ["Королёв", "королев"],
    ["Oʻzbekiston", "o'zbek"],
    ["G‘uncha", "gʻuncha"],
    ["كريمي", "کریمی"],
    ["می‌خواهم", "میخواهم"],
    ["Склад ۴۲", "42"],
    ["Отдел 7", "۷"],
    ["Йод", "йод"],
    ["ІРПІНЬ", "ірпінь"],
  ])("finds %s by %s", (text, typed) => {
    expect(searchText(text)).toContain(searchText(typed));
  });

  it("keeps letters apart that are not the same", () => {
    expect(searchText("йод")).not.toBe(searchText("иод"));
    expect(searchText("қала")).not.toBe(searchText("кала"));
  });
});

describe("isolateNames(words)", () => {
  it("sets apart names a Persian text is given, and leaves codes, numbers and everything else", () => {
    const words = isolateNames({
      title: "مشتری",
      of: { name: (name: string, count: string, code: string, value: number) => `${name}|${count}|${code}|${value}` },
    });
    expect(words.of.name("ООО «Ромашка».", "۱۲", "late", 3)).toBe("\u2068ООО «Ромашка».\u2069|۱۲|late|3");
    expect(words.title).toBe("مشتری");
  });
});

describe("toCsv(download, locale)", () => {
  it.each(locales)("has the signs of spreadsheet programs in %s, ISO days and Latin digits", (locale) => {
    const csv = toCsv({ name: "x", columns: ["a", "b"], rows: [["2026-10-05", 1234.5]] }, locale);
    expect(csv).toBe(locale === "en" ? "\uFEFFa,b\r\n2026-10-05,1234.5\r\n" : "\uFEFFa;b\r\n2026-10-05;1234,5\r\n");
  });
});

describe("what checks ask", () => {
  const names = readdirSync(join(import.meta.dirname, "../../transforms/checks"))
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -".sql".length));

  it.each(locales.filter((locale) => locale !== "en"))("is told in %s, for every check there is", (locale) => {
    expect(Object.keys(checkTexts[locale] ?? {}).sort()).toEqual(names.sort());
  });
});
