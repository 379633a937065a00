import { type Check, namesRead } from "./checks/check.ts";
import type { ColumnText } from "./column-schema.ts";
import { type Column, type Contract, listColumns } from "./contracts/contract.ts";
import { entities } from "./contracts/entities.ts";
import type { Feed, Locale, Mapping, Origin } from "./source.ts";
import type { FeedText, SourceText } from "./source-schema.ts";

/** Lays a feed over the defaults of its source and of its entity: nothing is left for readers to decide. */
export function resolveFeed(source: SourceText, feed: FeedText): Feed {
  const locale = overlay(overlay(defaultLocale, source.locale), feed.locale ?? {});
  const contract = entities[feed.entity];
  const mapped = listColumns(contract).flatMap((column) => {
    const written = feed.columns[column.name];
    return written === undefined ? [] : [{ column, written }];
  });
  return {
    source: source.source,
    name: feed.name ?? feed.entity,
    entity: feed.entity,
    match: feed.match,
    mode: feed.mode,
    version: feed.version === undefined ? undefined : { name: feed.version, type: feed.version_type ?? "timestamp" },
    conflict: feed.conflict,
    only: feed.only,
    keepExtra: feed.keep_extra,
    encoding: feed.encoding ?? source.encoding,
    languages: source.languages,
    format: feed.format ?? source.format,
    rows: feed.rows,
    changesOnly: feed.changes_only,
    deletes: feed.deletes,
    partial: feed.partial,
    limits: feed.limits,
    fixed: feed.fixed,
    recordLines: feed.record_lines,
    accounts: feed.accounts,
    sheet: feed.sheet,
    headerRow: feed.header_row,
    dialect: feed.dialect ?? source.dialect,
    header: feed.header,
    footer: feed.footer,
    outline: feed.outline,
    padMissingTrailing: feed.pad_missing_trailing ? true : undefined,
    locale,
    timeZone: source.time_zone,
    freshness: feed.freshness,
    expect: feed.expect,
    checks: resolveChecks(feed, contract),
    mappings: mapped.map(({ column, written }) => resolveMapping(source, contract.key, column, written, locale)),
  };
}

const defaultLocale: Locale = {
  decimal: ".",
  group: "",
  dates: ["yyyy-MM-dd"],
  timestamps: [
    "yyyy-MM-dd'T'HH:mm:ssXXX",
    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
    "yyyy-MM-dd HH:mm:ss",
    "yyyy-MM-dd'T'HH:mm:ss",
    "yyyy-MM-dd HH:mm:ss.SSS",
    "yyyy-MM-dd'T'HH:mm:ss.SSS",
    "yyyy-MM-dd HH:mm:ssXXX",
    "yyyy-MM-dd HH:mm",
  ],
  true: ["true"],
  false: ["false"],
  nulls: [""],
  calendar: undefined,
  empty_dates: undefined,
  negative: undefined,
  currencies: undefined,
  country: undefined,
};

/** Rules of an entity count where the feed maps all they read. */
function resolveChecks(feed: FeedText, contract: Contract): readonly Check[] | undefined {
  const names = listColumns(contract).map(({ name }) => name);
  const own = (feed.checks ?? []).map(({ sql = "", unique, of: told, severity, message }): Check => {
    const of = unique === undefined ? told : "file";
    const usual = of === "row" ? ("reject" as const) : ("hold" as const);
    return { sql, of, severity: severity ?? usual, message, ...(unique === undefined ? {} : { unique }) };
  });
  const ofEntity = (contract.checks ?? [])
    .filter(({ sql }) => namesRead(sql, names).every((name) => feed.columns[name] !== undefined))
    .map(({ severity = "reject", ...rest }) => ({ ...rest, of: "row" as const, severity, isOfEntity: true as const }));
  const all = [...own, ...ofEntity];
  return all.length === 0 ? undefined : all;
}

function resolveMapping(
  source: SourceText,
  key: readonly string[],
  column: Column,
  written: ColumnText,
  locale: Locale,
): Mapping {
  const isPrefixed = column.kind === "id" && (key.includes(column.name) || column.references !== undefined);
  const namespace = written.namespace ?? source.source;
  const ownLocale = overlay(locale, written);
  const checks = typeof written.check === "string" ? [written.check] : written.check;
  const phoneCountry = /(?:^|_)phone$/.test(column.name) ? ownLocale.country : undefined;
  return {
    column,
    origin: resolveOrigin(written),
    prefix: isPrefixed && namespace !== "" ? `${namespace}:` : "",
    locale: withEmptyDates(column, ownLocale),
    timeZone: written.time_zone ?? source.time_zone,
    values: written.values,
    other: written.other ?? "keep",
    fallback: written.default,
    negate: written.negate ?? false,
    reciprocal: written.reciprocal,
    round: written.round,
    shift: (written.percent ? 2 : 0) + (written.minor_units ?? 0),
    strip: written.strip ?? [],
    optional: written.optional ?? false,
    pad: written.pad,
    checks,
    phoneCountry,
    matches: written.matches,
    range: written.range,
    required: written.required,
    invalid: written.invalid,
    dayOrder: written.day_order,
    keepsText: phoneCountry !== undefined || checks?.includes("email") || written.invalid === "null" ? true : undefined,
  };
}

/** Texts that mean no date are nulls of dates alone. */
function withEmptyDates({ sqlType }: Column, locale: Locale): Locale {
  const isDate = sqlType === "date" || sqlType === "timestamp";
  if (!isDate || locale.empty_dates === undefined) return locale;
  return { ...locale, nulls: [...locale.nulls, ...locale.empty_dates] };
}

/** Lays what is given over what was decided before. */
function overlay(base: Locale, given: { readonly [Key in keyof Locale]?: Locale[Key] | undefined }): Locale {
  return {
    decimal: given.decimal ?? base.decimal,
    group: given.group ?? base.group,
    dates: given.dates ?? base.dates,
    timestamps: given.timestamps ?? base.timestamps,
    true: given.true ?? base.true,
    false: given.false ?? base.false,
    nulls: given.nulls ?? base.nulls,
    calendar: given.calendar ?? base.calendar,
    empty_dates: given.empty_dates ?? base.empty_dates,
    negative: given.negative ?? base.negative,
    currencies: given.currencies ?? base.currencies,
    country: given.country ?? base.country,
  };
}

function resolveOrigin(written: ColumnText): Origin {
  if (written.value !== undefined) return { kind: "value", value: written.value };
  const names = typeof written.from === "string" ? [written.from] : (written.from ?? []);
  if (written.join !== undefined || names.length === 1) return { kind: "columns", names, join: written.join ?? "" };
  return { kind: "synonyms", names };
}
