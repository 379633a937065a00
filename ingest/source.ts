import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { exitCodes, OperatorError } from "../warehouse/errors.ts";
import { parseYaml } from "../warehouse/yaml.ts";
import type { Check } from "./checks/check.ts";
import { requireChecks } from "./checks/require.ts";
import type { Column } from "./contracts/contract.ts";
import type { EntityName } from "./contracts/entities.ts";
import type { Language } from "./encoding/letter-pairs.ts";
import { resolveFeed } from "./resolve-feed.ts";
import { type FeedText, sourceSchema } from "./source-schema.ts";
import type { PhoneCountry } from "./values/phone.ts";
import type { TaxCheck } from "./values/tax-id.ts";

/** How values are written in an export; everything decided. */
export interface Locale {
  readonly decimal: string;
  /** Characters allowed between groups of three digits. */
  readonly group: string;
  readonly dates: readonly string[];
  readonly timestamps: readonly string[];
  readonly true: readonly string[];
  readonly false: readonly string[];
  readonly nulls: readonly string[];
  /** Calendar of dates; undefined: Gregorian. */
  readonly calendar: "gregorian" | "persian" | undefined;
  /** Texts that mean no date. */
  readonly empty_dates: readonly string[] | undefined;
  /** Ways to write negative numbers beside a leading minus. */
  readonly negative: readonly ("trailing" | "parentheses")[] | undefined;
  /** Currency marks a number may stand beside. */
  readonly currencies: readonly string[] | undefined;
  /** Country of telephone numbers; undefined: they stay as they are. */
  readonly country: PhoneCountry | undefined;
}

/** How a CSV file is written: one character each. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Takes the meaning off a quote inside quotes; undefined: quotes are doubled. */
  readonly escape?: string | undefined;
}

/** Where a contract column comes from: columns of the export put together, or a constant. */
export type Origin =
  | { readonly kind: "columns"; readonly names: readonly string[]; readonly join: string }
  | { readonly kind: "synonyms"; readonly names: readonly string[] }
  | { readonly kind: "value"; readonly value: string };

/** One contract column of a feed, with all that decides its value. */
export interface Mapping {
  readonly column: Column;
  readonly origin: Origin;
  /**
   * Prefix with its colon, `erp:`, or empty. Exactly the `id(…)` columns of a contract that stand in its key or have
   * `references` are prefixed; other ids (`tax_id`) and keys that are no ids (a day, a currency) are not.
   */
  readonly prefix: string;
  readonly locale: Locale;
  readonly timeZone: string | undefined;
  readonly values: Readonly<Record<string, string | null>> | undefined;
  readonly other: "keep" | "reject" | "null";
  readonly fallback: string | undefined;
  readonly negate: boolean;
  /** The number is divided into one. */
  readonly reciprocal?: boolean | undefined;
  /** More decimals than fit are rounded. */
  readonly round?: boolean | undefined;
  /** The decimal point moves this many places to the left: 2 for percent. */
  readonly shift: number;
  readonly strip: readonly string[];
  /** The export may lack the column. */
  readonly optional: boolean;
  /** Ids of fewer digits get leading zeros up to so many. */
  readonly pad?: number | undefined;
  readonly checks?: readonly (TaxCheck | "email")[] | undefined;
  /** Present on columns of telephone numbers whose country is known. */
  readonly phoneCountry?: PhoneCountry | undefined;
  /** Expression the whole text matches. */
  readonly matches?: string | undefined;
  /** Least and greatest value: numbers, or days as ISO text. */
  readonly range?: readonly [from: number | string | null, to: number | string | null] | undefined;
  /** A value there must be, though the contract could do without. */
  readonly required?: boolean | undefined;
  /** What becomes of text that cannot be read; undefined: its row is rejected. */
  readonly invalid?: "reject" | "null" | undefined;
  /** Values decide, over the whole column, whether the day or the month comes first. */
  readonly dayOrder?: "by_column" | undefined;
  /** The text of the export is kept in `_extra`: the value may say less than it. */
  readonly keepsText?: true | undefined;
}

/** Rows of a file that belong to a feed. */
export type Condition = FeedText["only"][number];

/** One kind of file of a source, and the entity it becomes. */
export interface Feed {
  readonly source: string;
  readonly name: string;
  readonly entity: EntityName;
  readonly match: string;
  readonly mode: "upsert" | "snapshot" | "append";
  readonly version: { readonly name: string; readonly type: "timestamp" | "number" | "date" } | undefined;
  readonly conflict: "reject" | "last";
  readonly only: readonly Condition[];
  readonly keepExtra: boolean;
  /** One encoding, `auto`, or those that come into question. */
  readonly encoding: string | readonly string[];
  /** Languages the exports are written in; undefined: any that is known here. */
  readonly languages: readonly Language[] | undefined;
  readonly format: FeedText["format"] & string;
  /** Path of the rows in XML and JSON. */
  readonly rows: string | undefined;
  /** Attribute that tells files of changes from full states. */
  readonly changesOnly: FeedText["changes_only"];
  /** Rows that delete their key. */
  readonly deletes: FeedText["deletes"];
  /** Columns that are not mapped stay as they are. */
  readonly partial: boolean | undefined;
  readonly limits: FeedText["limits"];
  /** Fixed width: where the columns stand. */
  readonly fixed: FeedText["fixed"];
  /** SAP lists: lines of one record; undefined where the header tells. */
  readonly recordLines: number | undefined;
  /** Bank statements: own accounts; undefined where the statement tells. */
  readonly accounts: readonly string[] | undefined;
  /** XLSX: name of the sheet, and row of the header; undefined where they are looked for. */
  readonly sheet: string | undefined;
  readonly headerRow: number | undefined;
  readonly dialect: Dialect | undefined;
  /** CSV: `none` where columns are known by their places alone. */
  readonly header?: "none" | undefined;
  /** CSV: lines that end early are taken. */
  readonly padMissingTrailing?: true | undefined;
  /** What rows are that head groups of a workbook's outline; default: told apart, held where they cannot be. */
  readonly outline?: FeedText["outline"];
  /** CSV: words that begin a line of totals, what is held against it, and what a difference means. */
  readonly footer?: FeedText["footer"];
  readonly locale: Locale;
  readonly timeZone: string | undefined;
  readonly freshness: { readonly warn_hours: number; readonly error_hours: number } | undefined;
  readonly expect: FeedText["expect"];
  /** What rows and the whole file must meet: rules of the feed, then of its entity. */
  readonly checks?: readonly Check[] | undefined;
  /** The day a load counts from, where it is decided: see `feedOnDay`. */
  readonly today?: string;
  readonly mappings: readonly Mapping[];
}

/** A system that exports files, as `ingest/sources/<source>.yaml` describes it. */
export interface Source {
  readonly name: string;
  readonly title: string;
  /** The file it was read from. */
  readonly file: string;
  readonly feeds: readonly Feed[];
}

/**
 * Reads all source files of a folder, in order of their names.
 * @throws OperatorError exit 2 naming file, line and path, when one is not valid or two describe the same source.
 */
export async function readSources(folder: string): Promise<readonly Source[]> {
  if (!existsSync(folder)) {
    throw new OperatorError("the folder of source files does not exist", {
      exitCode: exitCodes.usage,
      place: { file: folder },
      remedy: "Make it, or point `sources` in karavan.yaml at yours.",
    });
  }
  const names = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  const written = names.map((name) => {
    const yaml = readFileSync(resolve(folder, name), "utf8");
    return { yaml, source: parseSource(yaml, resolve(folder, name)) };
  });
  const sources = written.map(({ source }) => source);
  for (const source of sources) refuseTwin(sources, source);
  await requireChecks(written);
  return sources;
}

/** Parses the text of one source file; what its checks mean is for `readSources` to ask the engine. @throws OperatorError exit 2 naming line and path. */
export function parseSource(yaml: string, file: string): Source {
  const source = parseYaml(sourceSchema, yaml, file);
  return {
    name: source.source,
    title: source.title,
    file,
    feeds: source.feeds.map((feed) => resolveFeed(source, feed)),
  };
}

/** Writes the JSON Schema that editors complete and check source files with. */
export function sourceJsonSchema(): unknown {
  return z.toJSONSchema(sourceSchema, { io: "input" });
}

function refuseTwin(sources: readonly Source[], source: Source): void {
  const first = sources.find(({ name }) => name === source.name);
  if (first === source || first === undefined) return;
  throw new OperatorError(`the source ${source.name} is also described by ${first.file}`, {
    exitCode: exitCodes.usage,
    place: { file: source.file, path: "source" },
    remedy: "Give one of them another name, or move its feeds into the other file.",
  });
}
