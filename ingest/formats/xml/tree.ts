import type { Step } from "./paths.ts";

/** An element with all that stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: Element[];
  /** Its own text, without that of its children. */
  text: string;
  /** Letters of the parent's own text before it. */
  readonly at: number;
  /** A record of another feed: no part of what this one keeps. */
  readonly isForeign: boolean;
}

/** Finds all values at a path below an element. */
export function select(element: Element, steps: readonly Step[]): readonly string[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [readValue(element)];
  if (step.kind === "attribute") {
    const found = element.attributes.find(([name]) => name === step.name);
    return found === undefined ? [] : [found[1]];
  }
  return choose(element, step).flatMap((child) => select(child, rest));
}

function choose({ children }: Element, { name, place, where }: Step): readonly Element[] {
  const named = children.filter((child) => child.name === name);
  if (place !== undefined) return named.slice(place - 1, place);
  if (where === undefined) return named;
  return named.filter((child) => select(child, where.path).some((value) => value.trim() === where.value));
}

/** The text of an element; of one that only holds others, JSON. */
function readValue(element: Element): string {
  if (element.children.length === 0) return element.text;
  return isMixed(element) ? wholeText(element) : JSON.stringify(plain(element));
}

/** Text stands beside children: all of it together is one value. */
function isMixed({ children, text }: Element): boolean {
  return children.length > 0 && text.trim() !== "";
}

function wholeText({ children, text }: Element): string {
  let at = 0;
  const parts = children.map((child) => {
    const before = text.slice(at, child.at);
    at = child.at;
    return before + wholeText(child);
  });
  return parts.join("") + text.slice(at);
}

/** Writes what stands in an element, but not at these names, as JSON text of texts; empty when there is nothing. */
export function writeExtra(element: Element, mapped: ReadonlySet<string>): string {
  const found = new Map<string, unknown[]>();
  for (const [name, value] of element.attributes) {
    if (value.trim() !== "" && !mapped.has(`@${name}`)) found.set(`@${name}`, [value]);
  }
  for (const child of element.children) {
    if (child.isForeign) continue;
    const value = mapped.has(child.name) ? attributesOf(child) : plain(child);
    if (value === "") continue;
    const known = found.get(child.name);
    if (known === undefined) found.set(child.name, [value]);
    else known.push(value);
  }
  if (element.text.trim() !== "" && !mapped.has(".")) found.set("#text", [element.text]);
  const pairs = [...found].map(([name, values]) => `${JSON.stringify(name)}:${JSON.stringify(showValues(values))}`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

/** What a mapped element says beside its text. */
function attributesOf({ attributes }: Element): unknown {
  if (attributes.length === 0) return "";
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of attributes) object[`@${name}`] = value;
  return object;
}

function showValues(values: readonly unknown[]): string {
  const [only] = values;
  if (values.length > 1) return JSON.stringify(values);
  return typeof only === "string" ? only : JSON.stringify(only);
}

/** An element as plain data: text, or an object without prototype of its attributes and children. */
function plain(element: Element): unknown {
  const text = isMixed(element) ? wholeText(element) : element.text;
  const children = isMixed(element) ? [] : element.children.filter(({ isForeign }) => !isForeign);
  if (element.attributes.length === 0 && children.length === 0) return text.trim() === "" ? "" : text;
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of element.attributes) object[`@${name}`] = value;
  if (text.trim() !== "") object["#text"] = text;
  for (const child of children) {
    const known = object[child.name];
    const value = plain(child);
    if (known === undefined) object[child.name] = value;
    else if (Array.isArray(known)) known.push(value);
    else object[child.name] = [known, value];
  }
  return object;
}
