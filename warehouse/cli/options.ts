import { InvalidArgumentError } from "commander";

/** Formats examples for the end of a command's help. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}

/** Parses `2026-10-31`. */
export function parseDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (isDate && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError("A day is written 2026-10-31.");
}

/** Parses a whole number from 0. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError("It must be a whole number.");
}

/** Parses a TCP port; 0 means any free one. */
export function parsePort(text: string): number {
  const port = parseCount(text);
  if (port <= 65535) return port;
  throw new InvalidArgumentError("A port is a number from 0 to 65535.");
}

/** Leaves out options that were not given, for `exactOptionalPropertyTypes`. */
export function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
