import { detectEncoding } from "../../encoding/detect.ts";
import type { FormatSample } from "../../sample-formats.ts";
import { FileFault } from "../reader.ts";
import { readLines, type TextLine } from "../text/lines.ts";
import { cutCells, findBorders, isBordered, isRule } from "./borders.ts";
import { headBlocks, headLines, joinDown } from "./header.ts";

const sampleLines = 2_000;

/** Reads the head of an SAP list: the header is the first lines with cells between two rules. */
export async function sampleList(path: string, signal: AbortSignal): Promise<FormatSample> {
  const { encoding, questions } = await guessEncoding(path, signal);
  const lines = await readHead(path, encoding, signal);
  const blocks = headBlocks(lines.slice(0, headLines)).filter(({ length }) => length <= 4);
  const header = blocks.find((block) => isHeader(block, lines)) ?? blocks[0] ?? [];
  const borders = findBorders(header[0]?.text ?? "");
  const names = header.map(({ text }) => cutCells(text, borders));
  const isWrapped = names.every((cells) => cells !== undefined);
  const last = header.at(-1)?.number ?? 0;
  const below = lines.filter(({ number, text }) => number > last && isBordered(text) && text !== header[0]?.text);
  return {
    format: "sap_list",
    encoding,
    header: joinDown(names.map((cells) => cells ?? [])),
    rows: below.flatMap(({ text }) => {
      const cells = cutCells(text, borders);
      return cells === undefined || (cells.find((cell) => cell !== "") ?? "*").startsWith("*") ? [] : [cells];
    }),
    questions: [...questions, ...(isWrapped ? [] : [stacked(header)])],
  };
}

/** A header stands between two rules, and has at least two cells. */
function isHeader(block: readonly TextLine[], lines: readonly TextLine[]): boolean {
  const [first, last] = [block[0], block.at(-1)];
  if (first === undefined || last === undefined) return false;
  const isEnclosed = [first.number - 2, last.number].every((index) => isRule(lines[index]?.text ?? ""));
  return isEnclosed && findBorders(first.text).characters.length >= 3;
}

function stacked(header: readonly TextLine[]): string {
  return `Has each record ${header.length} lines, like the header in line ${header[0]?.number}? Only names of its first line are proposed.`;
}

async function readHead(path: string, encoding: string, signal: AbortSignal): Promise<readonly TextLine[]> {
  const head: TextLine[] = [];
  for await (const lines of readLines(path, signal, { encoding })) {
    for (const line of lines) if (head.length < sampleLines) head.push(line);
    if (head.length >= sampleLines) break;
  }
  return head;
}

async function guessEncoding(path: string, signal: AbortSignal) {
  const any = { encoding: "auto", languages: undefined, names: [] };
  try {
    return { encoding: (await detectEncoding(path, any, signal)).encoding, questions: [] };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { encoding: "windows-1252", questions: [`In which encoding is the file? ${error.message}.`] };
  }
}
