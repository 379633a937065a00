/** Quotes an identifier for DuckDB. Everything that is not a literal in our own SQL text goes through here. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a schema-qualified name part by part: `marts.orders`. */
export function quoteRelation(relation: string): string {
  return relation.split(".").map(quoteName).join(".");
}

/** Quotes a text literal, for statements that take no bound values (`attach`, `copy`, `set`). */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
