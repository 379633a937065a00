import { type CompiledQuery, type Kysely, sql } from "kysely";
import type { Contract } from "../../ingest/contracts/contract.ts";
import { listColumns } from "../../ingest/contracts/contract.ts";
import type { Database } from "../database.ts";
import { quoteRelation } from "../sql.ts";
import type { Sharding } from "./shards.ts";

/** A file of page data: some columns of one relation, as rows or summed up. Names are held against the contracts. */
export type Dataset = {
  [Relation in keyof Database]: DatasetOf<Relation, keyof Database[Relation] & string>;
}[keyof Database];

interface DatasetOf<Relation, Column extends string> {
  /** Name of the file, without `.json`. */
  readonly name: string;
  readonly relation: Relation;
  /** Columns shown; with `sums`, what is grouped by. */
  readonly columns: readonly Column[];
  /** Columns added up per group, exactly, in the warehouse. */
  readonly sums?: readonly Column[];
  /** A condition in SQL on the relation. */
  readonly where?: string;
  readonly order: readonly (Column | `${Column} desc`)[];
  /** Rows taken at most, the first in order: what a page lists, not what it sums. */
  readonly limit?: number;
  /** Only clients that rows of these datasets tell of: a list needs the names of its own rows, not of all there are. */
  readonly listedBy?: readonly string[];
  /** Written as several files, `<name>-<number>.json`, by the hash of a column. */
  readonly shards?: Sharding<Column>;
  /** Tells of no client, region or manager: audiences limited to some rows get it whole. */
  readonly isPublicToAll?: true;
  /** Its rows bring together what may belong to different audiences: those limited to some rows get none of it. */
  readonly isWholeOnly?: true;
  /** Models counted anew for audiences limited to some rows, over what they may see (scope.ts): its own, and those between. */
  readonly recount?: readonly (keyof Database)[];
  /** Inputs of these models that speak of no more than the rows joined to them: taken whole. */
  readonly recountWhole?: readonly (keyof Database)[];
  /** Inputs of these models no shown column depends on: a recount does without. */
  readonly recountWithout?: readonly (keyof Database)[];
  /** Holds how clients are reached, for audiences that may know; for all others these columns are empty. */
  readonly hasContacts?: true;
  /** Relations in which the first column stands too: what the audience sees there is named here. */
  readonly namedIn?: readonly (keyof Database)[];
}

/** Tables whose names and columns are known at run time only. */
export type AnyTables = Record<string, AnyRow>;
type AnyRow = Record<string, unknown>;

/** How clients are reached: what leaves the warehouse for audiences alone that the settings say may know it. */
const contactColumns: ReadonlySet<string> = new Set([
  "marts.clients.tax_id",
  "marts.clients.phone",
  "marts.clients.email",
]);

/**
 * Personal columns pages may show, each with the key that stands for it where an audience may see no names: names are needed
 * to act on a list.
 */
const personalAllowed: ReadonlyMap<string, string> = new Map([
  ["marts.clients.name", "client_id"],
  ["metrics.client_pair_review.name", "source_client_id"],
  ["metrics.client_pair_review.other_name", "other_source_client_id"],
]);

/** Free text that may name persons, though its class does not say so: emptied where an audience may see no names. */
const mayNamePersons: ReadonlySet<string> = new Set([
  "metrics.calendar_events.subject",
  "metrics.open_deals.name",
  "metrics.survey_comments.comment",
]);

/** What of a dataset goes into a query: the rows, and whether persons are named. */
export interface Portion {
  /** A query in brackets that stands in the place of the relation, with its columns. */
  readonly from?: string;
  readonly personal?: "contacts" | "names" | "none";
}

/**
 * Plans the query of a dataset: decimals leave as doubles, for display; every column must stand in the contract and
 * be neither personal nor secret.
 * @throws Error naming the column.
 */
export function planQuery(
  kysely: Kysely<AnyTables>,
  dataset: Dataset,
  contracts: readonly Contract[],
  portion: Portion = {},
): CompiledQuery<Record<string, unknown>> {
  const types = readTypes(dataset, contracts);
  const { columns, sums, where, relation } = dataset;
  const from = sql<AnyRow>`${sql.raw(portion.from ?? quoteRelation(relation))}`;
  let query = kysely
    .selectFrom(from.as("portion"))
    .select(({ cast, ref }) =>
      columns.map((name) => {
        const full = `${relation}.${name}`;
        const isKept = contactColumns.has(full) && portion.personal !== "contacts";
        if (isKept || (portion.personal === "none" && mayNamePersons.has(full)))
          return sql`cast(null as varchar)`.as(name);
        const key = portion.personal === "none" ? personalAllowed.get(full) : undefined;
        if (key !== undefined) return ref(key).as(name);
        const type = pageType(types.get(name));
        return (type === undefined ? ref(name) : cast(name, type)).as(name);
      }),
    )
    .select(({ cast, fn }) =>
      (sums ?? []).map((name) =>
        cast(fn.sum(name), types.get(name) === "bigint" ? "bigint" : "double precision").as(name),
      ),
    );
  if (where !== undefined) query = query.where(sql<boolean>`(${sql.raw(where)})`);
  if (sums !== undefined) query = query.groupBy([...columns]);
  for (const name of dataset.order)
    query = query.orderBy(name.replace(/ desc$/, ""), (by) =>
      (name.endsWith(" desc") ? by.desc() : by.asc()).nullsLast(),
    );
  if (dataset.limit !== undefined) query = query.limit(sql.lit(dataset.limit));
  return query.compile();
}

/** Names the type a column is cast to for pages; undefined: as it is. */
function pageType(type: string | undefined): "double precision" | "varchar" | undefined {
  if (type?.startsWith("decimal") === true) return "double precision";
  return type === "timestamp" ? "varchar" : undefined;
}

function readTypes(dataset: Dataset, contracts: readonly Contract[]): ReadonlyMap<string, string> {
  if (dataset.relation.startsWith("meta.")) return new Map();
  const contract = contracts.find((each) => each.relation === dataset.relation);
  if (contract === undefined) throw new Error(`${dataset.name}: ${dataset.relation} has no contract`);
  const columns = new Map(listColumns(contract).map((column) => [column.name, column]));
  for (const name of [...dataset.columns, ...(dataset.sums ?? [])]) {
    const column = columns.get(name);
    const full = `${dataset.relation}.${name}`;
    if (column === undefined) throw new Error(`${dataset.name}: ${full} is not in the contract`);
    const isAllowed = personalAllowed.has(full) || (dataset.hasContacts === true && contactColumns.has(full));
    if ((column.pii === "personal" || column.pii === "secret") && !isAllowed)
      throw new Error(`${dataset.name}: ${full} is ${column.pii} and may not be published`);
  }
  return new Map([...columns.values()].map((column) => [column.name, column.sqlType]));
}
