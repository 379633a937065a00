/** A rule that rows, or a whole file, of a feed must meet: an SQL expression that must not be false, or columns told once. */
export interface Check {
  /** Over columns of the entity as they were read, and `today`; of a file over aggregates of them. Empty for `unique`. */
  readonly sql: string;
  /** Columns whose values together no two rows of a file share, unless the rows are the same. */
  readonly unique?: readonly string[];
  readonly of: "row" | "file";
  /** `reject` sets the row aside, `hold` holds the whole file, `warn` loads it and says so. */
  readonly severity: "reject" | "hold" | "warn";
  /** What to tell a person instead of the expression. */
  readonly message: string | undefined;
  /** The rule is that of the entity; default of the feed. */
  readonly isOfEntity?: true;
}

/** A rule of an entity itself, which every feed that maps its columns obeys. */
export type EntityCheck = Pick<Check, "sql"> & { readonly message: string; readonly severity?: "reject" | "warn" };

/** The name by which expressions know the day a file was first loaded, in the zone of its source. */
export const todayName = "today";

interface Token {
  readonly kind: "text" | "name" | "word" | "space" | "sign";
  readonly text: string;
}

const shapes =
  /(?<text>'(?:[^']|'')*')|(?<name>"(?:[^"]|"")*")|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<space>\s+)|(?<sign>::|--|\/\*|[\s\S])/gu;

/**
 * Says what in the text of an expression cannot stand there at all, whatever it means; undefined where nothing is. What the
 * engine makes of it is for `requireExpression` to judge.
 */
export function findForeignText(sql: string): string | undefined {
  const signs = split(sql).filter(({ kind }) => kind === "sign");
  const sign = signs.find(({ text }) => ["--", "/*", ";", "'", '"', "$", "?"].includes(text));
  return sign === undefined ? undefined : `${sign.text} cannot stand in a check`;
}

/** Lists which of the names an expression reads, in its order. */
export function namesRead(sql: string, known: readonly string[]): readonly string[] {
  const read = new Set(namesOf(split(sql)).map(({ name }) => name));
  return [...read].filter((name) => known.includes(name));
}

/** Writes an expression with other SQL in the place of the names it reads; names without any stay. */
export function writeExpression(sql: string, sqlOf: (name: string) => string | undefined): string {
  const tokens = split(sql);
  const places = new Map(namesOf(tokens).map(({ name, place }) => [place, name]));
  return tokens
    .map(({ text }, place) => {
      const name = places.get(place);
      return (name === undefined ? undefined : sqlOf(name)) ?? text;
    })
    .join("");
}

function split(sql: string): readonly Token[] {
  return [...sql.matchAll(shapes)].map(({ 0: text, groups }) => {
    const kind = (["text", "name", "word", "space"] as const).find((one) => groups?.[one] !== undefined);
    return { kind: kind ?? "sign", text };
  });
}

/** Words that name a column: no functions, no types, no literals such as `date '2026-01-31'`. */
function namesOf(tokens: readonly Token[]): readonly { readonly name: string; readonly place: number }[] {
  const solid = tokens.map((token, place) => ({ ...token, place })).filter(({ kind }) => kind !== "space");
  return solid.flatMap(({ kind, text, place }, index) => {
    if (kind === "name") return [{ name: text.slice(1, -1).replaceAll('""', '"'), place }];
    const before = solid[index - 1]?.text.toLowerCase();
    const next = solid[index + 1];
    const isOther = before === "::" || before === "as" || before === "." || next?.text === "(" || next?.kind === "text";
    return kind === "word" && !isOther ? [{ name: text.toLowerCase(), place }] : [];
  });
}
