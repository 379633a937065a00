import { posix } from "node:path";
import { defaultLimits, Meter } from "../../containers/limits.ts";
import { readZipDirectory, type ZipMember } from "../../containers/zip-directory.ts";
import { readMember } from "../../containers/zip-member.ts";
import { FileFault } from "../reader.ts";
import { findAttribute, type TagHandler, TagScanner, XmlFault } from "../xml/tags.ts";
import { brokenXml } from "./broken.ts";
import { readRows, type SheetFacts, type SheetRow } from "./sheet.ts";
import { readSharedStrings } from "./strings.ts";
import { type NumberKind, readNumberKinds } from "./styles.ts";

/** A worksheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The part that holds its cells. */
  readonly part: string;
}

/** A workbook, with all that its cells refer to. */
export interface Workbook {
  /** Worksheets in their order; chart sheets are none. */
  readonly sheets: readonly Sheet[];
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** What a number is, by the style of its cell. */
  readonly numberKinds: readonly NumberKind[];
  /** Streams the rows of a sheet in bunches, and returns what stands after them. */
  rows(sheet: Sheet): AsyncGenerator<readonly SheetRow[], SheetFacts>;
}

/** Walks the XML of a part; the handler may stop it early. */
export type WalkPart = (part: string, handler: StoppableHandler) => AsyncGenerator<void>;

/** A handler of tags that may say it has seen enough. */
export interface StoppableHandler extends TagHandler {
  readonly isDone?: boolean;
}

/**
 * Opens a workbook: its sheets, shared strings and number formats. Parts are found by their relations, sizes are capped,
 * formulas, macros and links are never followed.
 * @throws FileFault for what is no workbook.
 */
export async function openWorkbook(path: string, signal: AbortSignal): Promise<Workbook> {
  const members = new Map((await readZipDirectory(path)).map((member) => [partName(member.name), member]));
  const meter = new Meter(defaultLimits);
  const walk = (part: string, handler: StoppableHandler) => walkPart(path, members, part, handler, meter, signal);
  const root = await readRelations(walk, members, "");
  const book = findTarget(root, "officeDocument") ?? "xl/workbook.xml";
  const relations = await readRelations(walk, members, book);
  const { sheets, is1904 } = await readSheets(walk, book, relations);
  const strings = findTarget(relations, "sharedStrings");
  const styles = findTarget(relations, "styles");
  return {
    sheets,
    is1904,
    strings: strings === undefined ? [] : await readSharedStrings(strings, walk),
    numberKinds: styles === undefined ? [] : await readNumberKinds(styles, walk),
    rows: (sheet) => readRows(walk, sheet),
  };
}

async function* walkPart(
  path: string,
  members: ReadonlyMap<string, ZipMember>,
  part: string,
  handler: StoppableHandler,
  meter: Meter,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const member = members.get(partName(part));
  if (member === undefined) throw brokenXml(part, "it is missing");
  const scanner = new TagScanner(handler);
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of readMember(path, member, meter, signal)) {
      decoder ??= chooseDecoder(part, chunk);
      scanner.push(decoder.decode(chunk, { stream: true }));
      yield;
      if (handler.isDone) return;
    }
    scanner.push(decoder?.decode() ?? "");
    scanner.finish();
  } catch (error) {
    throw refuseXml(part, error);
  }
}

function chooseDecoder(part: string, bytes: Buffer): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(
    bytes.toString("latin1", 0, 200),
  )?.[1];
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(declared)) throw brokenXml(part, `it is in ${declared}`);
  return new TextDecoder("utf-8", { fatal: true });
}

function refuseXml(part: string, error: unknown): unknown {
  if (error instanceof XmlFault) return brokenXml(part, error.message);
  return isBadText(error) ? brokenXml(part, "its bytes are not the text they say") : error;
}

function isBadText(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA";
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly type: string;
  readonly target: string;
}

async function readRelations(
  walk: WalkPart,
  members: ReadonlyMap<string, ZipMember>,
  part: string,
): Promise<readonly Relation[]> {
  const file = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
  if (!members.has(partName(file))) return [];
  const relations: Relation[] = [];
  const handler: TagHandler = {
    open(name, attributes) {
      if (name !== "Relationship" || findAttribute(attributes, "TargetMode") === "External") return;
      const target = findAttribute(attributes, "Target") ?? "";
      relations.push({
        id: findAttribute(attributes, "Id") ?? "",
        type: (findAttribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
        target: target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target),
      });
    },
    close() {},
    text() {},
  };
  await drain(walk(file, handler));
  return relations;
}

function findTarget(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.target;
}

async function readSheets(walk: WalkPart, book: string, relations: readonly Relation[]) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  const handler: TagHandler = {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = isTrue(findAttribute(attributes, "date1904"));
      if (name !== "sheet") return;
      const relation = relations.find(({ id }) => id === findAttribute(attributes, "id"));
      if (relation?.type !== "worksheet") return;
      const state = findAttribute(attributes, "state") ?? "visible";
      sheets.push({
        name: findAttribute(attributes, "name") ?? "",
        isHidden: state !== "visible",
        part: relation.target,
      });
    },
    close() {},
    text() {},
  };
  await drain(walk(book, handler));
  if (sheets.length === 0) {
    throw new FileFault("format", "the workbook has no worksheet", "Save the sheet with the table as .xlsx.");
  }
  return { sheets, is1904 };
}

/** Runs a walk to its end. */
export async function drain(walk: AsyncGenerator<void>): Promise<void> {
  for await (const _ of walk);
}

/** Reads a flag of a workbook. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function partName(name: string): string {
  return name.replace(/^\/+/, "").toLowerCase();
}
