/** One piece of a date format: a token, or text that stands for itself. */
export interface DatePart {
  readonly token: DateToken | undefined;
  readonly literal: string;
}

export type DateToken =
  | "yyyy"
  | "yy"
  | "MMMM"
  | "MMM"
  | "MM"
  | "M"
  | "dd"
  | "d"
  | "HH"
  | "H"
  | "hh"
  | "h"
  | "mm"
  | "ss"
  | "SSS"
  | "a"
  | "XXX";

const tokens: readonly DateToken[] = [
  "yyyy",
  "yy",
  "MMMM",
  "MMM",
  "MM",
  "M",
  "dd",
  "d",
  "HH",
  "H",
  "hh",
  "h",
  "mm",
  "ss",
  "SSS",
  "a",
  "XXX",
];

/**
 * Splits a date format into parts. Letters outside tokens stand in single quotes: `yyyy-MM-dd'T'HH:mm`.
 *
 * `hh` and `h` are hours from 1 to 12 and need `a`: AM or PM in any case, with points or without, or Persian ق.ظ and ب.ظ.
 * `MMM` and `MMMM` are names of months, short and long, in any case: English, Russian, Ukrainian, Kazakh, Uzbek, Persian, Turkish, German, French or Spanish. `SSS` is a fraction of a second of one to nine digits, `XXX` a zone: `Z`, `UTC`, `+03`, `+0300` or `+03:00`.
 * @throws Error for letters that are no token, and for a quote never closed.
 */
export function parseDateFormat(format: string): readonly DatePart[] {
  const parts: DatePart[] = [];
  let rest = format;
  while (rest.length > 0) {
    const quoted = /^'([^']*)'/.exec(rest);
    const token = tokens.find((candidate) => rest.startsWith(candidate));
    const taken = quoted?.[0] ?? token ?? rest.charAt(0);
    if (quoted === null && token === undefined && /[\p{L}']/u.test(taken)) {
      throw new Error(`${format}: ${taken} is no part of a date; known are ${tokens.join(" ")}`);
    }
    parts.push({ token: quoted === null ? token : undefined, literal: quoted?.[1] ?? taken });
    rest = rest.slice(taken.length);
  }
  return parts;
}

/** Says what is wrong with a date format, if anything. */
export function checkDateFormat(format: string): string | undefined {
  try {
    const names = parseDateFormat(format).flatMap(({ token }) => (token === undefined ? [] : [token.charAt(0)]));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) return `${format}: ${twice} stands twice`;
    if (names.includes("h") !== names.includes("a"))
      return `${format}: hours from 1 to 12 (h) and AM or PM (a) need each other`;
    if (names.includes("h") && names.includes("H")) return `${format}: H and h are both hours`;
    return names.includes("y") && names.includes("M") ? undefined : `${format}: a year and a month are needed`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Finds two formats that the same text may fit with another meaning, such as dd/MM/yyyy and MM/dd/yyyy. */
export function findAmbiguous(formats: readonly string[]): readonly [string, string] | undefined {
  for (const [index, one] of formats.entries()) {
    const twin = formats.slice(0, index).find((other) => look(one) === look(other) && order(one) !== order(other));
    if (twin !== undefined) return [twin, one];
  }
  return undefined;
}

/** What text in a format looks like: a day, a month or a two-digit year are all but two digits. */
function look(format: string): string {
  return parts(format)
    .map(({ token, literal }) =>
      token === undefined
        ? literal
        : token === "yyyy"
          ? "0000"
          : token === "a"
            ? "AM"
            : token?.startsWith("MMM")
              ? token
              : "00",
    )
    .join("");
}

function order(format: string): string {
  return parts(format)
    .map(({ token }) => token?.charAt(0) ?? "")
    .join("");
}

function parts(format: string): readonly DatePart[] {
  return checkDateFormat(format) === undefined ? parseDateFormat(format) : [{ token: undefined, literal: format }];
}
