import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { type Inbox, makeInbox } from "../ingest/inbox.ts";

/** What became of the files of one class of pollution. */
export interface ClassCount {
  files: number;
  held: number;
  refused: number;
  /** Rows taken up that a clean file of the benchmark has. */
  equal: number;
  /** Rows, or lines, set aside with a reason. */
  aside: number;
  mended: number;
  /** Rows taken up that no clean file has, with a remark that says how they were mended. */
  wrongFlagged: number;
  /** The same without a remark: the number that must be zero. */
  wrongSilent: number;
  /** Why files were not loaded, and some wrong rows. */
  notes: string[];
}

const mapped = ["DATE", "TIME", "Qty", "PRODUCTID", "Price", "ProductType", "ProductDescription", "URL", "Comments"];

/** All that is known of the nine columns of the benchmark; `at` gives the name a column has in the export. */
function columnsYaml(at: (name: string) => string): string {
  return `
      deal_id: { from: [$file, "${at("PRODUCTID")}"], join: "/" }
      created_date: { from: "${at("DATE")}", dates: [dd/MM/yyyy], range: [2018-01-01, 2018-12-31], required: true }
      stage: { from: "${at("TIME")}", matches: "[0-2][0-9]:[0-5][0-9]" }
      probability_share: { from: "${at("Qty")}", matches: "[0-9]{1,2}", percent: true, required: true }
      product_id: { from: "${at("PRODUCTID")}", matches: "[A-Z]{2}-[0-9]{4}", required: true }
      amount: { from: "${at("Price")}", currencies: ["$"], matches: "\\\\$[0-9]+(?:\\\\.[0-9]{1,2})?", required: true }
      name: { from: "${at("ProductType")}", matches: "[A-Z](?:.|\\\\n)*", required: true }
      lost_reason: { from: "${at("ProductDescription")}", matches: "[A-Z](?:.|\\\\n)*", required: true }
      competitor: { from: "${at("URL")}", matches: "https://www\\\\.example\\\\.com/product/[A-Z]{2}_[0-9]{4}\\\\.html", required: true }
      currency: { from: "${at("Comments")}", optional: true }
      status: { value: open }`;
}

const byPlace = (name: string) => `column ${mapped.indexOf(name) + 1}`;
const feed = (folder: string, more: string, at: (name: string) => string) => `
  - entity: deals
    name: ${folder}
    match: "${folder}/*.csv"
    mode: upsert
    ${more}
    columns:${columnsYaml(at)}`;

const yaml = `source: pollock
title: Polluted files
feeds:${feed("plain", "", (name) => name)}${feed("spaced", 'dialect: { delimiter: " " }', (name) => name)}${feed("headless", "header: none", byPlace)}
`;

/** What a person would have to say about a file: that it has no header, or a blank between its fields. */
function feedOf(name: string): string {
  if (name === "file_no_header.csv") return "headless";
  return name === "file_field_delimiter_0x20.csv" ? "spaced" : "plain";
}

/**
 * Ingests polluted files of the Pollock benchmark, of its folder `polluted_files`, and holds the rows taken up against those
 * of its clean files. Every `stride`-th file of a class is taken.
 */
export async function ingestPollock(folder: string, stride: number): Promise<ReadonlyMap<string, ClassCount>> {
  const names = readdirSync(join(folder, "csv")).filter((name) => name.endsWith(".csv"));
  const chosen = chooseFiles(names, stride);
  const inbox = makeInbox(yaml);
  for (const name of chosen) inbox.put(`${feedOf(name)}/${name}`, readFileSync(join(folder, "csv", name)));
  const { files } = await inbox.ingest();
  const twins = files.filter(({ state }) => state === "unchanged").length;
  const counts = await countClasses(inbox, folder);
  const counted = [...counts.values()].reduce((sum, one) => sum + one.files, twins);
  if (counted !== chosen.length) throw new Error(`${chosen.length} files were given, ${counted} are accounted for`);
  return counts;
}

function chooseFiles(names: readonly string[], stride: number): readonly string[] {
  const seen = new Map<string, number>();
  return [...names].sort().filter((name) => {
    const times = seen.get(classOf(name)) ?? 0;
    seen.set(classOf(name), times + 1);
    return times % stride === 0;
  });
}

/** `row_more_sep_row3_col2.csv` is of the class `row_more_sep`; files about the whole file are a class each. */
function classOf(name: string): string {
  return /^row_(?:more_sep|less_sep|extra_quote|field_delimiter)/.exec(name)?.[0] ?? name.replace(/\.csv$/, "");
}

async function countClasses(inbox: Inbox, folder: string) {
  const files = await inbox.rows(
    `select name, state, coalesce(error, warning, ''), rows_rejected, file_id from meta.files`,
  );
  const rows = await inbox.rows(
    `select file.name, strftime(created_date, '%d/%m/%Y'), stage, cast(cast(probability_share * 100 as integer) as varchar), product_id,
       cast(amount as varchar), raw.deals.name, lost_reason, competitor, coalesce(currency, ''), remark.kind
     from raw.deals join meta.files as file on file.file_id = _file_id
     left join meta.remarks as remark on remark.file_id = _file_id and remark.record = _record
     where _closed_at is null`,
  );
  const source = new Set(readClean(join(folder, "clean", "source.csv")));
  const counts = new Map<string, ClassCount>();
  const own = new Map<string, ReadonlySet<string>>();
  const count = (name: string) => {
    const found = counts.get(classOf(name)) ?? emptyCount();
    counts.set(classOf(name), found);
    return found;
  };
  for (const [path, state, message, aside] of files) {
    const name = String(path).replace(/^\w+\//, "");
    const total = count(name);
    total.files += 1;
    total.aside += Number(aside);
    if (state === "held") total.held += 1;
    if (state === "rejected") total.refused += 1;
    if (state !== "committed" && total.notes.length < 3) total.notes.push(String(message));
  }
  for (const [path, ...values] of rows) {
    const name = String(path).replace(/^\w+\//, "");
    const total = count(name);
    const repair = values.pop();
    // Apostrophes stand around its fields, and quotes in them are doubled all the same: they stay as they stand.
    const isOdd = name === "file_quotation_char_0x27.csv";
    const row = rowKey(values.map((value) => (isOdd ? String(value).replaceAll('""', '"') : String(value))));
    if (repair !== null) total.mended += 1;
    const clean = own.get(name) ?? new Set(readClean(join(folder, "clean", name)));
    if (source.has(row) || clean.has(row)) total.equal += 1;
    else {
      if (repair === null) total.wrongSilent += 1;
      else total.wrongFlagged += 1;
      if (total.notes.length < 3) total.notes.push(`${name}: ${row}`);
    }
  }
  return counts;
}

function emptyCount(): ClassCount {
  return { files: 0, held: 0, refused: 0, equal: 0, aside: 0, mended: 0, wrongFlagged: 0, wrongSilent: 0, notes: [] };
}

/** Rows of a clean file, which is written by the book. */
function readClean(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const { data } = Papa.parse<readonly string[]>(readFileSync(path, "utf8"), { delimiter: "," });
  return data.map(rowKey);
}

/** A row as text: what counts are the values in their columns, not how a price or a reference is written. */
function rowKey(cells: readonly string[]): string {
  const [day = "", time = "", quantity = "", product = "", price = "", ...texts] = cells.map((cell) => cell.trim());
  const amount = price.replace("$", "");
  const number = /^\d+(\.\d+)?$/.test(amount) ? Number(amount).toFixed(2) : amount;
  return [day, time, quantity, product.replace(/^pollock:/, ""), number, ...texts].join(" | ");
}
