import { readFileSync } from "node:fs";
import Papa from "papaparse";

/** Reads an export the simplest way there is, as an oracle that shares no code with ingest. */
export function readExport(path: string, encoding = "utf-8"): readonly Readonly<Record<string, string>>[] {
  const text = new TextDecoder(encoding).decode(readFileSync(path));
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Turns a decimal text into a whole number of units of the scale given: `12.5` at scale 4 is 125000n. */
export function scaled(text: string, scale: number): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(`${whole}${fraction.padEnd(scale, "0").slice(0, scale)}`);
}

/** Turns whole units back into decimal text. */
export function unscaled(units: bigint, scale: number): string {
  const digits = units.toString().padStart(scale + 1, "0");
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
