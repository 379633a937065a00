import { quoteText } from "../../warehouse/sql.ts";

/**
 * Names of months as exports write them, January first: in full (in the case that stands behind a day where that differs), and
 * short. After CLDR, with the spellings in use beside it. No name means different months in two of these languages: a test
 * holds that, so a column need not say which it is written in.
 */
// biome-ignore format: word lists read best filled
const gregorian: readonly (readonly (readonly [full: readonly string[], short: readonly string[]])[])[] = [
  namesOf("january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep/sept oct nov dec"),
  namesOf("января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь",
    "янв фев/февр мар апр мая/май июн июл авг сен/сент окт ноя/нояб дек"),
  namesOf("січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
    "січ лют бер/берез квіт/кві трав/тра черв/чер лип серп/сер вер/верес жовт/жов лист/лис груд/гру"),
  namesOf("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел"),
  namesOf("yanvar fevral mart aprel may iyun iyul avgust sentabr/sentyabr oktabr/oktyabr noyabr dekabr",
    "yan/yanv fev mar apr may iyn iyl avg sen/sent okt noy dek"),
  namesOf("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "янв фев мар апр май июн июл авг сен окт ноя дек"),
  namesOf("ژانویه فوریه مارس آوریل/اوریل مه/می ژوئن ژوئیه/جولای/ژولای اوت/آگوست/اگوست سپتامبر اکتبر نوامبر دسامبر", ""),
  namesOf("ocak şubat mart nisan mayıs/mayis haziran temmuz ağustos/agustos eylül/eylul ekim kasım/kasim aralık/aralik",
    "oca şub/sub mar nis may haz tem ağu/agu eyl eki kas ara"),
  namesOf("januar/jänner februar/feber märz/maerz april mai juni juli august september oktober november dezember",
    "jan feb mär/mrz apr mai jun jul aug sep/sept okt nov dez"),
  namesOf("janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",
    "janv févr/fév/fevr/fev mars avr mai juin juil août/aout sept oct nov déc/dec"),
  namesOf("enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sep/sept oct nov dic"),
];

const persian = namesOf("فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان/ابان آذر/اذر دی بهمن اسفند", "");

/** How a format writes months: `MMMM` in full, `MMM` short; a language without short names writes them in full. */
export type MonthToken = "MMMM" | "MMM";

/** A month's name: letters, and a point behind a short one. */
export const monthShapes: Readonly<Record<MonthToken, string>> = {
  MMMM: "[\\p{L}\\p{M}]{2,11}",
  MMM: "[\\p{L}\\p{M}]{2,9}\\.?",
};

/** Lists the names of each month, January (or Farvardin) first, as `foldMonth` leaves them. */
export function monthNames(
  token: MonthToken,
  calendar: "gregorian" | "persian" = "gregorian",
): readonly (readonly string[])[] {
  const sources = calendar === "persian" ? [persian] : gregorian;
  return Array.from({ length: 12 }, (_, month) => [
    ...new Set(
      sources.flatMap((language) => {
        const [full = [], short = []] = language[month] ?? [];
        return token === "MMMM" || short.length === 0 ? full : short;
      }),
    ),
  ]);
}

/** Brings a written name to the form of the lists: small letters, Persian ones for Arabic, no point. */
export function foldMonth(name: string): string {
  return name.toLowerCase().replaceAll("i\u0307", "i").replaceAll("ي", "ی").replaceAll("ك", "ک").replace(/\.$/, "");
}

/** Writes SQL for the number of the month that a text names, as two digits; null for a name that is none. */
export function monthNumberSql(text: string, token: MonthToken, calendar: "gregorian" | "persian"): string {
  const folded = `rtrim(replace(replace(replace(lower(${text}), 'i\u0307', 'i'), 'ي', 'ی'), 'ك', 'ک'), '.')`;
  const listed = monthNames(token, calendar).flatMap((names, month) => names.map((name) => ({ name, month })));
  const names = listed.map(({ name }) => quoteText(name)).join(", ");
  const numbers = listed.map(({ month }) => `'${String(month + 1).padStart(2, "0")}'`).join(", ");
  return `list_extract([${numbers}], list_position([${names}], ${folded}))`;
}

function namesOf(full: string, short: string) {
  const shorts = short.split(" ");
  return full
    .split(" ")
    .map((names, month) => [names.split("/"), (shorts[month] ?? "").split("/").filter((name) => name !== "")] as const);
}
