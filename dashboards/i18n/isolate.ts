const open = "\u2068";
const close = "\u2069";

/**
 * Sets apart, in a dictionary written from the right, the names its texts are given: a Latin or Cyrillic name keeps
 * its own order, brackets and full stops, and leaves that of the sentence alone. Codes stay as they are, because texts
 * may look them up; numbers are set apart where they are written (numbers.ts).
 */
export function isolateNames<Words>(words: Words): Words {
  return isolateValue(words) as Words;
}

function isolateValue(value: unknown): unknown {
  if (typeof value === "function")
    return (...given: readonly unknown[]): unknown => value(...given.map((each) => isolateArgument(each)));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isolateValue(inner)]));
}

function isolateArgument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => isolateArgument(each));
  return typeof value === "string" && isForeign(value) ? `${open}${value}${close}` : value;
}

function isForeign(text: string): boolean {
  return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(text) && !/^[a-z0-9_-]+$/.test(text);
}
