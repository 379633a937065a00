import { z } from "zod";
import { timeZoneSchema } from "../warehouse/time-zone.ts";
import { checkDateFormat, findAmbiguous } from "./values/date-format.ts";
import { phoneCountries } from "./values/phone.ts";
import { taxChecks } from "./values/tax-id.ts";

const text = z.string();
const dateFormats = z
  .array(text.superRefine(refineDateFormat))
  .min(1)
  .superRefine(refuseAmbiguous)
  .describe(
    "Tried in order. Tokens yyyy yy MM M, MMM MMMM (names of months, short and in full: en, ru, uk, kk, uz, fa, tr, de, fr, es) dd d HH H (0 to 23) hh h (1 to 12, with a: AM or PM) mm ss SSS (fraction) XXX (zone); two letters are two digits, one letter one or two; other letters stand in single quotes. Such as dd.MM.yyyy, M/d/yyyy h:mm a, yyyy-MM-dd'T'HH:mm:ssXXX.",
  );

/** How values are written: of a source, a feed or a column, the nearest counts. */
export const localeShape = {
  decimal: z.enum([".", ",", "٫"]).optional().describe("Decimal mark; default a point."),
  group: text
    .optional()
    .describe(
      "Characters allowed between groups of three digits; default none. A space also means no-break and thin spaces.",
    ),
  dates: dateFormats.optional(),
  timestamps: dateFormats.optional(),
  true: z.array(text).min(1).optional().describe("Texts that mean yes, in any case."),
  false: z.array(text).min(1).optional().describe("Texts that mean no, in any case."),
  calendar: z
    .enum(["gregorian", "persian"])
    .optional()
    .describe("Calendar of dates and timestamps; default gregorian. Persian: the years 1300 to 1500, no month names."),
  empty_dates: z
    .array(text.min(1))
    .optional()
    .describe("Texts that mean no date, such as 01.01.0001 and 00.00.0000; default none."),
  negative: z
    .array(z.enum(["trailing", "parentheses"]))
    .optional()
    .describe("Ways to write negative numbers beside -5: trailing is 5-, parentheses is (5). Default none."),
  currencies: z
    .array(text.min(1))
    .optional()
    .describe("Currency marks a number may have before or behind it, in any case; they are dropped. Default none."),
  country: z
    .enum(phoneCountries)
    .optional()
    .describe(
      "Reads columns named phone as numbers of that country, to E.164; the text as it stood is kept in _extra.",
    ),
  nulls: z.array(text).optional().describe('Texts that mean "no value"; default the empty text.'),
};

const relativeDay = text.regex(
  /^(?=.)(?:today)?(?: ?[+-] ?[0-9]{1,5} ?[dmy])?$/,
  "a number, a day as yyyy-MM-dd, or a distance from today such as +1d, -3m, -30y",
);
const rangeEnd = z.union([z.number(), z.iso.date(), relativeDay]).nullable();
const checkSchema = z.enum([...taxChecks, "email"]);

/** How one column of an entity comes from an export. */
export const columnSchema = z
  .strictObject({
    from: z
      .union([text.min(1), z.array(text.min(1)).min(1)])
      .optional()
      .describe(
        "Column of the export. A list with `join` is put together; without it, a list of synonyms. NDJSON: a dotted path. Name#2 is the second column of that name. $record is the number of the record in the file, $file the file's name.",
      ),
    join: text.optional().describe("Text between the parts of a list."),
    value: text.optional().describe("A constant instead of `from`."),
    default: text.optional().describe("Used where the export has no value."),
    values: z.record(text, text.nullable()).optional().describe("What values of the export mean here."),
    other: z.enum(["keep", "reject", "null"]).optional().describe("Values that `values` does not list; default keep."),
    namespace: text.optional().describe("Prefix of keys and references, default the source; '' for none."),
    negate: z.boolean().optional().describe("Turns the sign of a number."),
    round: z
      .boolean()
      .optional()
      .describe(
        "A number with more decimals than the column keeps is rounded to them, half away from zero, such as the 11.879999999999999 that programs write for 11.88; without it, its row is set aside.",
      ),
    reciprocal: z
      .boolean()
      .optional()
      .describe("The number is divided into one: a rate of 1.25 dollars to the euro is 0.8 euros to the dollar."),
    percent: z.boolean().optional().describe("15 means 0.15."),
    minor_units: z.int().min(1).max(6).optional().describe("Decimals implied by a whole number: 2 for cents."),
    strip: z.array(text.min(1)).optional().describe("Texts removed before a value is read, such as a currency sign."),
    time_zone: timeZoneSchema.optional().describe("Zone of its local times. Default: that of the source."),
    pad: z.int().min(2).max(50).optional().describe("Ids of fewer digits get leading zeros up to so many."),
    check: z
      .union([checkSchema, z.array(checkSchema).min(1)])
      .optional()
      .describe(
        "What a value must be. inn, bin, edrpou, ir_national_id: a tax id of the right length and check digit; of a list, any. email: an address, brought to its plain form; the text as it stood is kept in _extra.",
      ),
    matches: text
      .min(1)
      .superRefine(refinePattern)
      .optional()
      .describe(
        "Regular expression that the whole text of a value matches, without look-around and references back; others set their row aside.",
      ),
    range: z
      .tuple([rangeEnd, rangeEnd])
      .refine(([from, to]) => from !== null || to !== null, "give at least one end")
      .optional()
      .describe(
        "Least and greatest value of a number or a day (yyyy-MM-dd, or a distance from the day the file was first loaded, such as +1d, -3m, -30y; of instants the day in the zone of the source, which is the company's unless it names another); null where there is none.",
      ),
    required: z
      .boolean()
      .optional()
      .describe("A row without a value is set aside, though the entity could do without."),
    invalid: z
      .enum(["reject", "null"])
      .optional()
      .describe(
        "A value that cannot be read sets its row aside (default), or is no value, with its text kept in _extra.",
      ),
    day_order: z
      .literal("by_column")
      .optional()
      .describe(
        "Day and month may stand in each other's place of the formats listed: days above 12 decide for the whole column, and a file without any is held.",
      ),
    optional: z.boolean().optional().describe("The export may lack this column; only for columns that may be empty."),
    ...localeShape,
  })
  .superRefine((column, context) => {
    if ((column.from === undefined) === (column.value === undefined)) {
      context.addIssue({ code: "custom", message: "give either `from` or `value`" });
    }
    if (column.join !== undefined && !Array.isArray(column.from)) {
      context.addIssue({ code: "custom", path: ["join"], message: "`join` needs a list in `from`" });
    }
    if (Array.isArray(column.check) && column.check.length > 1 && column.check.includes("email")) {
      context.addIssue({ code: "custom", path: ["check"], message: "`email` stands alone" });
    }
    if (column.required && (column.optional || column.invalid === "null")) {
      const other = column.optional ? "optional" : "invalid";
      context.addIssue({ code: "custom", path: ["required"], message: `\`required\` and \`${other}\` contradict` });
    }
    if (column.other !== undefined && column.values === undefined) {
      context.addIssue({ code: "custom", path: ["other"], message: "`other` needs `values`" });
    }
  });

export type ColumnText = z.infer<typeof columnSchema>;

function refuseAmbiguous(formats: readonly string[], context: z.RefinementCtx): void {
  const pair = findAmbiguous(formats);
  if (pair === undefined) return;
  context.addIssue({ code: "custom", message: `the same text may be ${pair.join(" or ")}: list only one of them` });
}

function refineDateFormat(format: string, context: z.RefinementCtx): void {
  const fault = checkDateFormat(format);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
}

/** The engine's expressions are RE2's: what only JavaScript knows is refused. */
function refinePattern(pattern: string, context: z.RefinementCtx): void {
  const stranger = /\(\?[=!<]|\\[1-9k]/.exec(pattern)?.[0];
  const fault = stranger === undefined ? faultOf(pattern) : `${stranger} is not known`;
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
}

function faultOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
