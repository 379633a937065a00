/** One step down: an element, chosen by its place or by a value in it, or an attribute. */
export interface Step {
  readonly kind: "element" | "attribute";
  readonly name: string;
  /** The n-th of its name, from 1. */
  readonly place: number | undefined;
  /** Only elements that have this value at this path. */
  readonly where: { readonly path: readonly Step[]; readonly value: string } | undefined;
}

/** A path from a record to a value. */
export interface ValuePath {
  /** Elements to go up first: 1 is the parent of the record. */
  readonly up: number;
  /** Empty: the element itself. */
  readonly steps: readonly Step[];
}

/** A path from the root to records; `isAnywhere` when it begins with `//`: the root may be any element. */
export interface RowPath {
  readonly isAnywhere: boolean;
  readonly names: readonly string[];
}

/** The place of a record among those of its name in their parent, from 1. */
export const positionName = "position()";

/**
 * Parses a path to a value: `Ид`, `@Код`, `Контрагенты/Контрагент[1]/ИНН`, `Реквизит[Имя=Статус]/Значение`, `../@id`, `.`
 * @throws Error that says what is wrong with it.
 */
export function parseValuePath(text: string): ValuePath {
  const parts = splitPath(text.trim());
  let up = 0;
  while (parts[up]?.trim() === "..") up += 1;
  const rest = parts.slice(up);
  const steps = rest.length === 1 && rest[0]?.trim() === "." ? [] : rest.map((part) => parseStep(part, text));
  const early = steps.findIndex(({ kind }) => kind === "attribute");
  if (early >= 0 && early < steps.length - 1) throw new Error(`in ${text}, nothing can follow an attribute`);
  if (up > 0 && steps.length === 0) throw new Error(`${text} leads up and names nothing there`);
  return { up, steps };
}

/**
 * Parses a path to records: `КоммерческаяИнформация/Документ` or `//Документ`.
 * @throws Error that says what is wrong with it.
 */
export function parseRowPath(text: string): RowPath {
  const isAnywhere = text.startsWith("//");
  const names = text.replace(/^\/{1,2}/, "").split("/");
  if (names.some((name) => !isName(name))) throw new Error(`${text} is no path of elements such as orders/order`);
  return { isAnywhere, names: names.map(localPart) };
}

/** Tells whether elements open from the root lead to records. */
export function leadsTo({ isAnywhere, names }: RowPath, open: readonly string[]): boolean {
  const from = open.length - names.length;
  if (from < 0 || (from > 0 && !isAnywhere)) return false;
  return names.every((name, index) => open[from + index] === name);
}

/** Splits at slashes that do not stand in brackets. */
function splitPath(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "[") depth += 1;
    else if (letter === "]") depth -= 1;
    else if (letter === "/" && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function parseStep(part: string, whole: string): Step {
  const found = /^(@?)([^[\]@=/]+)(?:\[(.*)\])?$/s.exec(part.trim());
  const name = found?.[2]?.trim() ?? "";
  if (found === null || !isName(name)) throw new Error(`"${part}" in ${whole} is no name of an element`);
  const kind = found[1] === "@" ? "attribute" : "element";
  const inside = found[3];
  if (inside === undefined) return { kind, name: localPart(name), place: undefined, where: undefined };
  if (kind === "attribute") throw new Error(`in ${whole}, brackets cannot follow an attribute`);
  if (/^[1-9]\d{0,5}$/.test(inside)) {
    return { kind, name: localPart(name), place: Number(inside), where: undefined };
  }
  const equals = inside.indexOf("=");
  if (equals < 1)
    throw new Error(`[${inside}] in ${whole} is neither a place such as [1] nor a choice such as [Имя=Статус]`);
  const path = parseValuePath(inside.slice(0, equals));
  if (path.up > 0) throw new Error(`[${inside}] in ${whole} may not lead up`);
  return {
    kind,
    name: localPart(name),
    place: undefined,
    where: { path: path.steps, value: inside.slice(equals + 1).trim() },
  };
}

function isName(name: string): boolean {
  return name !== "" && name !== ".." && !/[\s<>&"'=[\]@/]/.test(name);
}

function localPart(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
