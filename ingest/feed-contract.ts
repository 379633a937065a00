import type { z } from "zod";
import { namesRead } from "./checks/check.ts";
import type { ColumnText } from "./column-schema.ts";
import { type Column, isNumeric, isTemporal, listColumns } from "./contracts/contract.ts";
import { type EntityName, entities } from "./contracts/entities.ts";

/** Holds a feed against the contract of its entity: no unknown column, every required one mapped. */
export function refineAgainstContract(
  feed: {
    entity: EntityName;
    keep_extra: boolean;
    columns: Record<string, ColumnText>;
    checks?: readonly { readonly sql?: string | undefined }[] | undefined;
    version?: string | undefined;
    version_type?: string | undefined;
  },
  context: z.RefinementCtx,
): void {
  const contract = entities[feed.entity];
  const known = listColumns(contract);
  for (const [name, column] of Object.entries(feed.columns)) {
    const promised = known.find((candidate) => candidate.name === name);
    if (promised === undefined) {
      const allowed = known.map((candidate) => candidate.name).join(", ");
      context.addIssue({
        code: "custom",
        path: ["columns", name],
        message: `${feed.entity} has no column ${name}; it has ${allowed}`,
      });
    } else if (column.optional && !promised.nullable) {
      context.addIssue({
        code: "custom",
        path: ["columns", name, "optional"],
        message: `${feed.entity}.${name} must have a value`,
      });
    }
  }
  for (const [name, column] of Object.entries(feed.columns)) {
    const fault = findMisuse(
      feed.keep_extra,
      column,
      known.find((candidate) => candidate.name === name),
    );
    if (fault !== undefined)
      context.addIssue({ code: "custom", path: ["columns", name, fault.key], message: fault.message });
  }
  for (const { name, nullable } of known) {
    if (nullable || feed.columns[name] !== undefined) continue;
    const role = contract.key.some((key) => key === name) ? "key" : "required column";
    context.addIssue({
      code: "custom",
      path: ["columns"],
      message: `the ${role} ${name} of ${feed.entity} is not mapped`,
    });
  }
  const unmapped = known.map(({ name }) => name).filter((name) => feed.columns[name] === undefined);
  for (const [index, { sql = "" }] of (feed.checks ?? []).entries()) {
    const [absent] = namesRead(sql, unmapped);
    if (absent === undefined) continue;
    const message = `the feed does not map ${absent}; a check reads columns of the feed`;
    context.addIssue({ code: "custom", path: ["checks", index, "sql"], message });
  }
  if (feed.version_type !== undefined && feed.version === undefined) {
    context.addIssue({ code: "custom", path: ["version_type"], message: "`version_type` needs `version`" });
  }
}

/** Says which key of a column its contract, or its feed, does not allow. */
function findMisuse(
  keepsExtra: boolean,
  { check, invalid, pad, range }: ColumnText,
  promised: Column | undefined,
): { readonly key: "check" | "invalid" | "pad" | "range"; readonly message: string } | undefined {
  if (promised === undefined) return undefined;
  if (range !== undefined && !range.every((end) => isEndOf(promised, end)))
    return { key: "range", message: `${promised.name} is ${promised.sqlType}: its range has other ends` };
  if (invalid === "null" && !promised.nullable)
    return { key: "invalid", message: `${promised.name} must have a value` };
  if (invalid === "null" && !keepsExtra)
    return { key: "invalid", message: "without keep_extra the text would be lost; say `invalid: reject`" };
  if (pad !== undefined && promised.kind !== "id") return { key: "pad", message: `${promised.name} is not an id` };
  if (check !== undefined && promised.sqlType !== "varchar")
    return { key: "check", message: `${promised.name} is not text` };
  return undefined;
}

function isEndOf(column: Column, end: number | string | null): boolean {
  return end === null || (typeof end === "string" ? isTemporal(column) : isNumeric(column));
}
