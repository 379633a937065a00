import type { Mapping } from "../../ingest/source.ts";
import { parseSource } from "../../ingest/source.ts";
import { convert, meansNothing } from "../../ingest/values/convert.ts";
import { withConnection } from "../../warehouse/connection.ts";

/** Entities with a column of each type, and the columns they need beside it. */
const homes = {
  amount: { entity: "orders", column: "amount", others: "order_id: { from: K }, order_date: { from: D }" },
  share: {
    entity: "order_lines",
    column: "discount_share",
    others: "order_line_id: { from: K }, order_id: { from: K }, quantity: { from: Q }",
  },
  score: {
    entity: "surveys",
    column: "score",
    others: "survey_answer_id: { from: K }, wave: { from: W }, question: { from: Q }",
  },
  day: { entity: "orders", column: "promised_date", others: "order_id: { from: K }, order_date: { from: D }" },
  instant: {
    entity: "complaints",
    column: "closed_at",
    others: "complaint_id: { from: K }, complaint_type: { from: T }, opened_at: { from: O }",
  },
  flag: {
    entity: "contacts",
    column: "is_primary",
    others: "contact_id: { from: K }, client_id: { from: C }, name: { from: N }",
  },
  id: { entity: "orders", column: "client_id", others: "order_id: { from: K }, order_date: { from: D }" },
  tax: { entity: "clients", column: "tax_id", others: "client_id: { from: K }, name: { from: N }" },
  text: { entity: "orders", column: "status", others: "order_id: { from: K }, order_date: { from: D }" },
  phone: { entity: "clients", column: "phone", others: "client_id: { from: K }, name: { from: N }" },
  email: { entity: "clients", column: "email", others: "client_id: { from: K }, name: { from: N }" },
} as const;

export type Sort = keyof typeof homes;

/** Maps one column; `options` are YAML keys of the mapping. */
export function mapColumn(sort: Sort, options: string, timeZone = "UTC"): Mapping {
  const { entity, column, others } = homes[sort];
  const yaml = `source: erp
title: ERP
time_zone: ${timeZone}
feeds:
  - entity: ${entity}
    match: x
    mode: upsert
    columns: { ${others}, ${column}: { from: X${options === "" ? "" : `, ${options}`} } }
`;
  const mapping = parseSource(yaml, "x.yaml").feeds[0]?.mappings.find((one) => one.column.name === column);
  if (mapping === undefined) throw new Error("the column is mapped");
  return mapping;
}

/** What became of a text: its value, or the rule it breaks and the message. */
export interface ReadValue {
  readonly value: unknown;
  readonly rule: unknown;
  readonly message: unknown;
}

/** Converts texts of one column in one query, in their order. */
export async function readAll(sort: Sort, options: string, texts: readonly string[]): Promise<readonly ReadValue[]> {
  const mapping = mapColumn(sort, options);
  const { value, faults } = convert("t", mapping);
  const none = meansNothing("t", mapping) ?? "false";
  const isNull = mapping.locale.nulls.length === 0 ? "false" : `t in (${mapping.locale.nulls.map(quote).join(", ")})`;
  const pick = (part: "rule" | "message") =>
    `case ${faults.map((fault) => `when (${fault.when}) then ${part === "rule" ? quote(fault.rule) : fault.message}`).join(" ")} end`;
  const fault = (part: "rule" | "message") =>
    faults.length === 0 ? "null" : `case when v is null and not nothing then ${pick(part)} end`;
  const sql = `select cast(v as varchar), ${fault("rule")}, ${fault("message")} from (
      select t, place, (${none}) or (${isNull}) as nothing, case when (${none}) or (${isNull}) then null else ${value} end as v
      from (select unnest(from_json($1, '["varchar"]')) as t, unnest(range(${texts.length})) as place)
    ) order by place`;
  return withConnection({ attach: [] }, async (connection) =>
    (await connection.table(sql, [JSON.stringify(texts)])).rows.map(([found, rule, message]) => ({
      value: found,
      rule,
      message,
    })),
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
