import { z } from "zod";
import { timeZoneSchema } from "../warehouse/time-zone.ts";
import { findForeignText } from "./checks/check.ts";
import { columnSchema, localeShape } from "./column-schema.ts";
import { type EntityName, entityNames } from "./contracts/entities.ts";
import { candidates, findEncoding } from "./encoding/codec.ts";
import { languages } from "./encoding/letter-pairs.ts";
import { refineAgainstContract } from "./feed-contract.ts";
import { findPathFaults } from "./formats/row-paths.ts";

const text = z.string();
const plainWord = text.regex(/^[a-z][a-z0-9_]*$/, "small letters, digits and _ only");
const dialectSchema = z.strictObject({
  delimiter: z
    .string()
    .length(1)
    .regex(/^[^\u0080-\uffff\0\r\n"'\\\p{L}\p{N}]$/u, "a sign of ASCII or a tab, no letter, digit or quote")
    .describe("Between fields."),
  quote: z.enum(['"', "'", ""]).default('"').describe('Around fields; "" when the export never quotes.'),
  escape: z
    .literal("\\")
    .optional()
    .describe("A backslash takes the meaning off a quote inside quotes; default: quotes are doubled."),
});

const footerSchema = z
  .strictObject({
    words: z
      .array(text.min(1))
      .min(1)
      .optional()
      .describe("Texts a line of totals begins with, instead of the built-in ones (Итого, Total, Jami, …)."),
    check: z.array(text).optional().describe("Columns of the entity whose sum the line tells; default amount."),
    on_mismatch: z.enum(["hold", "warn"]).default("hold").describe("What another sum than that of the rows means."),
  })
  .describe(
    "Lines of totals in the file, and turnovers of bank statements: they are compared with the rows, and never loaded.",
  );

/** Formats a source may declare. */
const formatNames = [
  "csv",
  "ndjson",
  "json",
  "xml",
  "xlsx",
  "html",
  "spreadsheetml",
  "sap_list",
  "fixed",
  "bank_1c",
  "parquet",
] as const;

const placeShape = {
  at: z.int().min(1).max(100_000).describe("Place of its first character; the first of the line is 1."),
  width: z.int().min(1).max(100_000).describe("How many places it takes up."),
};

const fixedSchema = z
  .strictObject({
    unit: z
      .enum(["characters", "bytes"])
      .default("characters")
      .describe("What places count. Bytes are those of UTF-8; in single-byte encodings both are the same."),
    skip_lines: z.int().min(0).max(1_000).default(0).describe("Lines above the first record."),
    columns: z
      .record(text.min(1), z.strictObject(placeShape))
      .refine((columns) => Object.keys(columns).length > 0, "name at least one column")
      .describe("Columns by name. What stands between them is kept in _extra."),
    type: z
      .strictObject({
        ...placeShape,
        records: z.array(text).min(1).describe("Codes of lines that are records of this feed."),
        others: z.array(text).default([]).describe("Codes of lines that are left out, such as headers and trailers."),
      })
      .optional()
      .describe("Where lines say what they are. A code that is not listed sets its line aside."),
    touching: z
      .boolean()
      .default(false)
      .describe(
        "Values may fill their column to its end. Otherwise a file is held where few lines have letters on both sides of a border that is blank in the others: its columns do not line up.",
      ),
    short_lines: z
      .enum(["reject", "pad"])
      .default("reject")
      .describe("A line that ends before the last column: set it aside, or take what is missing as blanks."),
  })
  .superRefine(({ columns }, context) => {
    const sorted = Object.entries(columns).sort(([, one], [, other]) => one.at - other.at);
    sorted.forEach(([name, { at }], index) => {
      const before = sorted[index - 1];
      if (before === undefined || before[1].at + before[1].width <= at) return;
      context.addIssue({ code: "custom", path: ["columns", name], message: `it overlaps the column ${before[0]}` });
    });
  });

const encodingName = text.refine(
  (name) => name === "auto" || findEncoding(name) !== undefined,
  "not an encoding known here; try auto, utf-8, windows-1251, windows-1252",
);
const encodingSchema = z
  .union([encodingName, z.array(encodingName).min(1)])
  .describe(
    `One encoding, a list of those that come into question, or auto: ${candidates.join(", ")}. Others that browsers know, such as gb18030, shift_jis, euc-kr or windows-1253, may be named.`,
  );

const conditionSchema = z
  .strictObject({
    column: text.min(1).describe("Column of the export."),
    in: z.array(text).min(1).optional().describe("Values of rows that belong to this feed."),
    not_in: z.array(text).min(1).optional().describe("Values of rows that do not."),
    empty: z.boolean().optional().describe("true: rows without a value; false: rows with one."),
    sign: z
      .enum(["positive", "negative"])
      .optional()
      .describe(
        "Rows whose amount stands on this side of zero: what came in of a statement of an account, or went out.",
      ),
  })
  .refine(
    (condition) =>
      [condition.in, condition.not_in, condition.empty, condition.sign].filter((given) => given !== undefined)
        .length === 1,
    "give one of `in`, `not_in`, `empty`, `sign`",
  );

const checkOfFeedSchema = z
  .strictObject({
    sql: text
      .min(1)
      .max(2_000)
      .superRefine(refineCheckText)
      .optional()
      .describe(
        "A condition that must not be false, in SQL: of a row over columns the feed maps, as they are read, and `today`, the day the file was first loaded; of a file over sums of them. amount >= 0 or status = 'cancelled'.",
      ),
    unique: z
      .array(text.min(1))
      .min(1)
      .max(10)
      .optional()
      .describe(
        "Instead of sql: columns whose values together stand in one row of a file only. Rows that are the same in all that is mapped count as one; rows without a value in one of them are not compared.",
      ),
    of: z.enum(["row", "file"]).default("row").describe("What is held against it; of a file: count(*), sum(amount), …"),
    severity: z
      .enum(["reject", "hold", "warn"])
      .optional()
      .describe(
        "reject: the row is set aside, the default of rows. hold: the whole file waits, the default of files. warn: it is loaded, and status and report say so.",
      ),
    message: text.min(1).max(500).optional().describe("What to tell a person beside the expression."),
  })
  .refine(({ sql, unique }) => (sql === undefined) !== (unique === undefined), "give either sql or unique")
  .refine(
    ({ of, severity, unique }) => (of === "row" && unique === undefined) || severity !== "reject",
    "a file is held, or warned of",
  )
  .describe("A rule of the feed's own.");

const limitsSchema = z.strictObject({
  bytes: z.int().min(1).optional().describe("Greatest file, in bytes; a greater one is refused unread. Default none."),
  rows: z.int().min(1).optional().describe("Most rows of a file; one of more is refused whole. Default none."),
  record_size: z
    .int()
    .min(1_000)
    .max(16 * 1_048_576)
    .default(1_048_576)
    .describe(
      "Longest record, in bytes (XML: letters); its line is set aside. A text without any line break in 64 MB is refused.",
    ),
  value_size: z
    .int()
    .min(100)
    .max(16 * 1_048_576)
    .default(1_048_576)
    .describe("Longest value: of an XML element in letters, elsewhere in bytes. A row with a longer one is set aside."),
  columns: z
    .int()
    .min(1)
    .max(5_000)
    .default(500)
    .describe("Most columns of a table; JSON: different keys of all records."),
  depth: z.int().min(2).max(500).default(100).describe("Deepest nesting."),
});

const feedSchema = z
  .strictObject({
    name: plainWord.optional().describe("Default: the entity."),
    entity: z
      .enum(entityNames as readonly [EntityName, ...EntityName[]])
      .describe("What a row of the file is; columns of each are in ingest/contracts/."),
    match: text
      .min(1)
      .describe("Glob on the file name, or on the path below data/inbox/<source>/ when it has a slash. * ? **"),
    mode: z
      .enum(["upsert", "snapshot", "append"])
      .describe(
        "upsert: a key's newest version wins. snapshot: the file is the full state, vanished keys are closed. append: events never change.",
      ),
    version: text.min(1).optional().describe("Column of the export that orders versions of a key."),
    version_type: z.enum(["timestamp", "number", "date"]).optional().describe("How it is ordered; default timestamp."),
    conflict: z
      .enum(["reject", "last"])
      .default("reject")
      .describe(
        "Different rows with one key in one file, and no version to choose by: set them aside, or take the last.",
      ),
    only: z.array(conditionSchema).default([]).describe("Rows of the file that belong to this feed; all must hold."),
    keep_extra: z.boolean().default(true).describe("Keep columns that no feed of the file maps, as JSON."),
    encoding: encodingSchema.optional(),
    format: z.enum(formatNames).optional().describe("Default: that of the source."),
    fixed: fixedSchema.optional().describe("Fixed width: where the columns stand."),
    record_lines: z
      .int()
      .min(1)
      .max(4)
      .optional()
      .describe("SAP list: lines of one record; default as many as the header has, unless it is one wrapped heading."),
    accounts: z
      .array(text.regex(/^[0-9]{20}$/, "an account has 20 digits"))
      .min(1)
      .optional()
      .describe("1C bank statement: the company's own accounts; default those that the statement names as its own."),
    rows: text
      .min(1)
      .optional()
      .describe(
        "XML: path of the element that is a row, such as orders/order or //order. JSON: path of the array, such as $.data.orders; default the file is the array.",
      ),
    changes_only: z
      .strictObject({
        from: text.min(1).describe("Path of the attribute."),
        in: z.array(text).min(1).describe("Its values in files of changes."),
      })
      .optional()
      .describe(
        "XML, snapshots: path of an attribute from the root, and its values in files that hold changes only. They are taken up as upsert.",
      ),
    deletes: conditionSchema
      .optional()
      .describe("Rows that say their key is deleted: its current row is closed. Only their key has to be readable."),
    partial: z
      .boolean()
      .optional()
      .describe(
        "The feed knows some columns of its entity only: those it does not map stay as other feeds of the same keys said.",
      ),
    limits: limitsSchema.optional().describe("What one file may ask for."),
    sheet: text
      .min(1)
      .optional()
      .describe("XLSX, SpreadsheetML: name of the sheet. HTML: `table 2`. Default the one that has the header."),
    header_row: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe("XLSX: row of the header; default the first of 50 with the names. CSV: its line."),
    header: z
      .literal("none")
      .optional()
      .describe("CSV without a header: columns are named by their places, from: column 3."),
    footer: footerSchema.optional(),
    checks: z.array(checkOfFeedSchema).min(1).optional().describe("What rows, or the whole file, must meet."),
    outline: z
      .enum(["totals", "rows"])
      .optional()
      .describe(
        "Rows that head groups of a workbook (outline): totals, which are no data, or rows like others. Default: totals where they lack a column that rows must have or hold the sum of their group; a file that leaves it open is held.",
      ),
    pad_missing_trailing: z
      .boolean()
      .optional()
      .describe(
        "CSV: take lines that end early, where the columns they lack may be empty and columns with a form of their own fit. A delimiter lost between two texts cannot be told from that. Default: such lines are set aside.",
      ),
    dialect: dialectSchema.optional(),
    locale: z.strictObject(localeShape).optional(),
    freshness: z
      .strictObject({
        warn_hours: z.number().positive().describe("Hours from which the feed earns a warning."),
        error_hours: z.number().positive().describe("Hours from which it counts as stale."),
      })
      .optional()
      .describe("Age of the newest load that earns a warning, and an error."),
    expect: z
      .strictObject({
        min_rows: z.int().min(0).default(1).describe("A file with fewer records is rejected."),
        empty: z.boolean().default(false).describe("An empty file, or a header alone, is fine."),
        max_closed_share: z
          .number()
          .min(0)
          .max(1)
          .default(0.2)
          .describe("A snapshot that would close a greater share of its rows, and more than 20, is held."),
      })
      .prefault({}),
    columns: z.record(text, columnSchema),
  })
  .superRefine(refineAgainstContract);

/** The text of one source file, validated. */
export const sourceSchema = z
  .strictObject({
    source: plainWord.describe("Name of the system: the folder in data/inbox, and the prefix of its keys."),
    title: text.min(1).describe("Name for readers."),
    time_zone: timeZoneSchema.optional().describe("Zone of its local times. Default: that of the settings."),
    encoding: encodingSchema.default("utf-8"),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .optional()
      .describe("Languages the exports are written in beside English; tells encodings apart. Default: all of these."),
    format: z
      .enum(formatNames)
      .default("csv")
      .describe(
        "Workbooks, web pages, SAP lists, bank statements and Parquet are known by what they hold, whatever stands here; other text is read as declared.",
      ),
    dialect: dialectSchema.optional(),
    locale: z.strictObject(localeShape).prefault({}),
    feeds: z.array(feedSchema).min(1).describe("What its files are taken up as; a file may feed several."),
  })
  .superRefine((source, context) => {
    source.feeds.forEach((feed, index) => {
      for (const { path, message } of findPathFaults(feed.format ?? source.format, feed))
        context.addIssue({ code: "custom", path: ["feeds", index, ...path], message });
    });
    const names = source.feeds.map((feed) => feed.name ?? feed.entity);
    names.forEach((name, index) => {
      if (names.indexOf(name) === index) return;
      context.addIssue({
        code: "custom",
        path: ["feeds", index],
        message: `two feeds are named ${name}; give one of them a \`name\``,
      });
    });
  });

export type SourceText = z.infer<typeof sourceSchema>;
export type FeedText = SourceText["feeds"][number];
function refineCheckText(sql: string, context: z.RefinementCtx): void {
  const fault = findForeignText(sql);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
}
