import type { Contract } from "../../ingest/contracts/contract.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { quoteName, quoteRelation, quoteText } from "../sql.ts";
import { type Audience, isLimited } from "./audience.ts";
import type { Dataset } from "./datasets.ts";

/** What of a dataset an audience may have: all of it, the rows of a query that stands in its relation's place, or nothing. */
export type Scope =
  | { readonly kind: "whole" }
  | { readonly kind: "rows"; readonly from: string }
  | { readonly kind: "withheld" };

/** What scopes are planned from: the contracts, and the SQL of models that are counted anew. */
export interface Knowledge {
  readonly contracts: readonly Contract[];
  readonly models: ReadonlyMap<string, string>;
}

/**
 * Relations whose rows stand for regions or managers by name (`dimension`, `entity_id`), beside the company's own; and what
 * the total is called there.
 */
const entityTotals: ReadonlyMap<string, string> = new Map([
  ["metrics.complaint_durations", "all"],
  ["metrics.complaint_rates", "all"],
  ["metrics.forecast", "total"],
  ["metrics.forecast_series", "total"],
  ["metrics.payment_delays", "all"],
  ["metrics.receivables_by_month", "all"],
  ["metrics.sales_bridge", "total"],
  ["metrics.satisfaction_by_wave", "all"],
]);

/** Relations that speak of nobody: rules, days and settings. */
const neutral: ReadonlySet<string> = new Set([
  "marts.calendar",
  "marts.loaded_kinds",
  "marts.products",
  "meta.calendar",
  "meta.clock",
  "meta.model_versions",
  "meta.numbers",
  "meta.settings",
  "metrics.rfm_segment_rules",
]);

/**
 * Plans which rows of a dataset an audience gets. Every limit must be met by a column of the relation itself (`region`,
 * `manager_id`, or an entity of that kind), else by the client a row is about; else the model may be counted anew, by its
 * own SQL, over inputs that are limited so. Where none of it can be, the dataset is withheld: nothing is published
 * unfiltered that does not say it may be.
 */
export function planScope(dataset: Dataset, audience: Audience, knowledge: Knowledge): Scope {
  if (!isLimited(audience) || dataset.isPublicToAll === true) return { kind: "whole" };
  if (dataset.isWholeOnly === true) return { kind: "withheld" };
  const from = narrow(dataset.relation, audience, knowledge, dataset);
  if (from === undefined) return { kind: "withheld" };
  return { kind: "rows", from: dataset.namedIn === undefined ? from : addNamed(dataset, from, audience, knowledge) };
}

/** Adds the rows whose key stands in what the audience sees: a manager of another region is named where he sold in this one. */
function addNamed(dataset: Dataset, from: string, audience: Audience, knowledge: Knowledge): string {
  const key = quoteName(dataset.columns[0] ?? "");
  const sources = [from, ...(dataset.namedIn ?? []).map((relation) => narrow(relation, audience, knowledge, {}))];
  const keys = sources.filter((each) => each !== undefined).map((each) => `select ${key} from ${each}`);
  return `(select * from ${quoteRelation(dataset.relation)} where ${key} in (${keys.join(" union all ")}))`;
}

type Recount = Pick<Dataset, "recount" | "recountWhole" | "recountWithout">;

/** Writes a query of the rows of a relation an audience may have, in brackets; undefined where they cannot be told. */
function narrow(relation: string, audience: Audience, knowledge: Knowledge, recount: Recount): string | undefined {
  if (neutral.has(relation)) return `(select * from ${quoteRelation(relation)})`;
  const own = narrowByColumns(relation, audience, knowledge) ?? narrowByEntity(relation, audience);
  return own ?? countAnew(relation, audience, knowledge, recount);
}

function narrowByColumns(relation: string, audience: Audience, { contracts }: Knowledge): string | undefined {
  const contract = contracts.find((each) => each.relation === relation);
  const names = new Set(contract === undefined ? [] : listColumns(contract).map(({ name }) => name));
  const conditions: string[] = [];
  for (const [column, values] of listLimits(audience)) {
    const own = isIn(column, values);
    if (names.has(column)) conditions.push(own);
    else if (names.has("client_id")) conditions.push(`client_id in (select client_id from marts.clients where ${own})`);
    else return undefined;
  }
  return `(select * from ${quoteRelation(relation)} where ${conditions.join(" and ")})`;
}

/** An audience of a single region or manager has that one's rows as its total too; of several there is no total, because medians and rates do not add up. */
function narrowByEntity(relation: string, audience: Audience): string | undefined {
  const total = entityTotals.get(relation);
  const [limit, other] = listLimits(audience);
  if (total === undefined || limit === undefined || other !== undefined) return undefined;
  const [column, values] = limit;
  const dimension = quoteText(column === "region" ? "region" : "manager");
  const own = `select * from ${quoteRelation(relation)} where dimension = ${dimension} and ${isIn("entity_id", values)}`;
  if (values.length > 1) return `(${own})`;
  return `(${own} union all select * replace (${quoteText(total)} as dimension, 'all' as entity_id) from (${own}) as own)`;
}

/** Takes the SQL of a model and puts limited inputs in the place of its inputs: one definition, fewer rows. */
function countAnew(relation: string, audience: Audience, knowledge: Knowledge, recount: Recount): string | undefined {
  const model = knowledge.models.get(relation);
  if (model === undefined || recount.recount?.some((each) => each === relation) !== true) return undefined;
  let isWhole = true;
  const limited = model
    .replace(/^--.*$/gm, "")
    .replace(/\b(from|join)\s+((?:marts|metrics|meta|staging|raw)\.\w+)/g, (_, word: string, input: string) => {
      const from = narrowInput(input, audience, knowledge, recount);
      isWhole &&= from !== undefined;
      return `${word} ${from} as ${quoteName(input.split(".")[1] ?? input)}`;
    });
  return isWhole ? `(${limited.trim()})` : undefined;
}

function narrowInput(input: string, audience: Audience, knowledge: Knowledge, recount: Recount): string | undefined {
  if (recount.recountWithout?.some((each) => each === input))
    return `(select * from ${quoteRelation(input)} where false)`;
  if (recount.recountWhole?.some((each) => each === input)) return quoteRelation(input);
  return narrow(input, audience, knowledge, recount);
}

type Limit = readonly [column: "region" | "manager_id", values: readonly string[]];

function listLimits({ regions, managers }: Audience): readonly Limit[] {
  const limits: Limit[] = [];
  if (regions !== null) limits.push(["region", regions]);
  if (managers !== null) limits.push(["manager_id", managers]);
  return limits;
}

function isIn(column: string, values: readonly string[]): string {
  return `${quoteName(column)} in (${values.map(quoteText).join(", ")})`;
}
