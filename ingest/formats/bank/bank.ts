import { requireColumns } from "../../header.ts";
import type { Feed, Locale } from "../../source.ts";
import { FileFault, type FormatReader, type ReadOptions, type Records } from "../reader.ts";
import { longestOf, longestRecord } from "../scan.ts";
import { type TextCopy, withCopy } from "../text/copy.ts";
import { readLines, type TextLine } from "../text/lines.ts";
import { findNumbers } from "../text/totals.ts";
import { Balances } from "./balances.ts";
import { derivedNames, deriveTexts, findMovement } from "./document.ts";
import { findBankEncoding, isAsDeclared } from "./encoding.ts";
import { documentType, type Section, SectionParser } from "./sections.ts";

const mostNames = 500;
/** First line of every statement. */
export const signature = "1CClientBankExchange";

/**
 * Reads a bank statement as banks write it for 1C (`1CClientBankExchange`): one record a document, columns by their names
 * in it, and `$direction` with its like worked out from the company's accounts. A damaged document is set aside with all
 * its lines; opening balance, turnovers, closing balance and documents must agree.
 * @throws FileFault when the file is refused whole, or held because of its balances.
 */
export const readBankStatement: FormatReader = async (path, options) => {
  const found = await findBankEncoding(path, options.signal);
  const longest = longestOf(options.feed);
  const statement = { path, encoding: found, longest, signal: options.signal };
  const survey = await surveyStatement(statement);
  const told = isAsDeclared(survey.declared, found) ? [] : [`the file says Кодировка=${survey.declared}`];
  return await withCopy(options.work, longest, async (copy) => {
    const records = await copyStatement(statement, survey, options, copy);
    return { ...records, dialect: [records.dialect, `encoding ${found} (by its own words)`, ...told].join(", ") };
  });
};

/** A statement to read, and how. */
export interface Statement {
  readonly path: string;
  readonly encoding: string;
  /** Longest line and longest section, in bytes; default `longestRecord.bytes`. */
  readonly longest?: number;
  readonly signal: AbortSignal;
}

/** What a first walk over a statement finds. */
export interface StatementSurvey {
  /** Names of the fields of documents, in order of appearance. */
  readonly names: readonly string[];
  /** Accounts that the statement is of. */
  readonly accounts: ReadonlySet<string>;
  /** Encoding the statement says it is in. */
  readonly declared: string | undefined;
}

/** Walks a statement for its fields and accounts. @throws FileFault for what is none, and for one that was cut off. */
export async function surveyStatement(statement: Statement): Promise<StatementSurvey> {
  const names = new Set([documentType]);
  const accounts = new Set<string>();
  let declared: string | undefined;
  let isEnded = false;
  for await (const section of readSections(statement)) {
    if (section.kind === "end") isEnded = true;
    if (section.kind === "document") for (const name of section.fields.keys()) names.add(name);
    if (section.kind === "balance") accounts.add((section.fields.get("РасчСчет") ?? "").replace(/\s/g, ""));
    if (section.kind === "header" && section.name === "РасчСчет") accounts.add(section.value.replace(/\s/g, ""));
    if (section.kind === "header" && section.name === "Кодировка") declared = section.value;
    if (names.size > mostNames) throw tooMany(names.size);
  }
  if (!isEnded) {
    throw new FileFault(
      "torn",
      "the statement ends before КонецФайла",
      "It was cut off while being written or copied; export it again.",
    );
  }
  accounts.delete("");
  return { names: [...names], accounts, declared };
}

/** Streams the sections of a statement. @throws FileFault for a file that does not begin like one. */
export async function* readSections(statement: Statement): AsyncGenerator<Section> {
  const { path, encoding, longest = longestRecord.bytes, signal } = statement;
  const parser = new SectionParser(longest);
  for await (const lines of readLines(path, signal, { encoding, longest })) {
    for (const line of lines) {
      if (line.number > 1) yield* parser.take(line);
      else yield takeSignature(line);
    }
  }
  yield* parser.finish();
}

function takeSignature({ text }: TextLine): Section {
  if (text.trim() === signature) return { kind: "lines", of: "preamble", count: 1 };
  throw new FileFault(
    "format",
    `the file does not begin with ${signature}: it is no bank statement for 1C`,
    "Export it again in the format for 1C, or change `format` in the source file.",
    1,
  );
}

async function copyStatement(
  statement: Statement,
  { names, accounts }: StatementSurvey,
  { feed, siblings = [] }: ReadOptions,
  copy: TextCopy,
): Promise<Records> {
  const own = new Set(feed.accounts ?? accounts);
  if (own.size === 0) throw noAccounts();
  const all = [...names, ...derivedNames];
  if (names.length > 1) requireColumns(feed, all, undefined);
  const balances = new Balances(amountLocale(feed, siblings, all));
  for await (const section of readSections(statement)) takeSection(section, names, own, copy, balances);
  const told = balances.finish(copy.diverted.length > 0, feed.footer?.on_mismatch !== "warn");
  return copy.finish({
    names: all,
    headerLine: undefined,
    dialect: ["1C bank statement", ...told].join("; "),
    derived: new Set(derivedNames),
  });
}

function takeSection(
  section: Section,
  names: readonly string[],
  own: ReadonlySet<string>,
  copy: TextCopy,
  balances: Balances,
): void {
  if (section.kind === "lines") copy.other(section.of, section.count);
  else if (section.kind === "balance") balances.state(section.line, section.fields);
  else if (section.kind === "fault") copy.divert(section, section.rule, section.message, section.raw);
  else if (section.kind === "document") {
    const { fields, raw } = section;
    const movement = findMovement(fields, own);
    if (movement === undefined) copy.divert(section, "document", notOwn(section.fields, own), raw);
    else {
      balances.move(movement, fields);
      copy.record(section, [...names.map((name) => fields.get(name) ?? ""), ...deriveTexts(fields, movement)], raw);
    }
  }
}

/** Amounts of the statement are written as the feed reads them. */
function amountLocale(feed: Feed, siblings: readonly Feed[], names: readonly string[]): Locale {
  const numbers = findNumbers(
    [feed, ...siblings],
    names.map((name) => ({ name, sql: "", isPadded: true })),
  );
  return numbers.get(names.indexOf("Сумма")) ?? feed.locale;
}

function notOwn(fields: ReadonlyMap<string, string>, own: ReadonlySet<string>): string {
  const show = (name: string) => `${name} ${fields.get(name) || "(empty)"}`;
  return `neither ${show("ПлательщикСчет")} nor ${show("ПолучательСчет")} is an account of the company (${[...own].join(", ")}): which way the money went is not known`;
}

function noAccounts(): FileFault {
  return new FileFault(
    "document",
    "the statement does not say whose account it is of: it has no РасчСчет",
    "List the company's accounts in the source file: accounts: [ … ].",
  );
}

function tooMany(count: number): FileFault {
  return new FileFault("header", `${count} different fields, at most ${mostNames} are read`, "Export fewer fields.");
}
