import { FileFault } from "../reader.ts";
import { findXmlEncoding, readXmlText } from "./decode.ts";
import { decodeText, listAttributes, type TagHandler, TagScanner, XmlFault } from "./tags.ts";
import type { Element } from "./tree.ts";

const headLetters = 1_000_000;
const sampleRecords = 500;
const mostColumns = 200;
const mostPaths = 5_000;

/** The rows of the head of an XML file, as far as it can be guessed which elements they are. */
export interface XmlSample {
  readonly rows: readonly (readonly string[])[];
  readonly header: readonly string[];
  /** Path of the elements taken for rows. */
  readonly rowPath: string;
  /** Paths of all elements, and the name of the outermost one. */
  readonly paths: readonly string[];
  readonly root: string;
  readonly questions: readonly string[];
}

/**
 * Reads the head of an XML file: the elements that stand often and hold most of it are taken for rows.
 * @throws FileFault for XML that is not well formed.
 */
export async function sampleXml(path: string, signal: AbortSignal): Promise<XmlSample> {
  const texts = await readHead(path, signal);
  const survey = new Survey();
  walk(texts, survey);
  const [best, ...others] = survey.rank();
  if (best === undefined) throw new FileFault("empty", "the XML holds nothing that could be a row", "Export it again.");
  const builder = new RowBuilder(best.path);
  walk(texts, builder);
  const repeated = new Set<string>();
  for (const row of builder.rows) findRepeated(row, "", repeated);
  const flat = builder.rows.map((row) => new Map(flatten(row, "", repeated)));
  const header = [...new Set(flat.flatMap((row) => [...row.keys()]))].slice(0, mostColumns);
  return {
    header,
    rows: flat.map((row) => header.map((name) => row.get(name) ?? "")),
    rowPath: best.path,
    paths: survey.paths,
    root: survey.root,
    questions: listQuestions(best, others, repeated),
  };
}

interface Place {
  readonly path: string;
  readonly times: number;
}

function listQuestions(best: Place, others: readonly Place[], repeated: ReadonlySet<string>): readonly string[] {
  const shown = others.slice(0, 5).map(({ path, times }) => `${path} (${times})`);
  const first = [...repeated].slice(0, 5).join(", ");
  return [
    ...(shown.length > 0
      ? [`Are the rows ${best.path} (${best.times} in the head)? Others: ${shown.join(", ")}.`]
      : []),
    ...(first === ""
      ? []
      : [`These stand several times in a row, and the first is shown: ${first}. A feed of their own may read them.`]),
  ];
}

async function readHead(path: string, signal: AbortSignal): Promise<readonly string[]> {
  const texts: string[] = [];
  let letters = 0;
  for await (const text of readXmlText(path, await findXmlEncoding(path, undefined), signal)) {
    texts.push(text);
    letters += text.length;
    if (letters > headLetters) break;
  }
  return texts;
}

function walk(texts: readonly string[], handler: TagHandler): void {
  const scanner = new TagScanner(handler);
  try {
    for (const text of texts) scanner.push(text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new FileFault("xml", `the XML cannot be read: ${error.message}`, "Export it again.", error.line);
  }
}

/** Counts elements by their path, and the letters that stand in them. */
class Survey implements TagHandler {
  root = "";
  readonly #places = new Map<string, { times: number; letters: number; isLeaf: boolean }>();
  readonly #open: { readonly path: string; readonly from: number }[] = [];
  #letters = 0;

  get paths(): readonly string[] {
    return [...this.#places.keys()];
  }

  open(name: string, attributes: string): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.root = name;
    const path = parent === undefined ? name : `${parent.path}/${name}`;
    const above = parent === undefined ? undefined : this.#places.get(parent.path);
    if (above !== undefined) above.isLeaf = false;
    this.#open.push({ path, from: this.#letters });
    this.#letters += name.length + attributes.length;
    const known = this.#places.get(path);
    if (known !== undefined) known.times += 1;
    else if (this.#places.size < mostPaths)
      this.#places.set(path, { times: 1, letters: 0, isLeaf: attributes.trim() === "" });
  }

  close(): void {
    const closed = this.#open.pop();
    const place = closed === undefined ? undefined : this.#places.get(closed.path);
    if (place !== undefined && closed !== undefined) place.letters += this.#letters - closed.from;
  }

  text(raw: string): void {
    this.#letters += raw.trim().length;
  }

  /** Elements that may be rows: repeated ones first, those that hold most first; of a file with none, what stands below the root. */
  rank(): readonly Place[] {
    const all = [...this.#places].map(([path, place]) => ({ path, ...place })).filter(({ isLeaf }) => !isLeaf);
    const repeated = all.filter(({ times }) => times > 1);
    const single = all.filter(({ path }) => path.split("/").length === 2);
    return (repeated.length > 0 ? repeated : single.length > 0 ? single : all).sort(
      (one, other) => other.letters - one.letters,
    );
  }
}

/** Puts the elements of one path together. */
class RowBuilder implements TagHandler {
  readonly rows: Element[] = [];
  readonly #path: string;
  readonly #open: string[] = [];
  readonly #building: Element[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  open(name: string, attributes: string): void {
    this.#open.push(name);
    if (this.#building.length === 0 && (this.rows.length >= sampleRecords || this.#open.join("/") !== this.#path))
      return;
    const parent = this.#building.at(-1);
    const element = {
      name,
      attributes: listAttributes(attributes, 0),
      children: [],
      text: "",
      at: 0,
      isForeign: false,
    };
    parent?.children.push(element);
    this.#building.push(element);
  }

  close(): void {
    this.#open.pop();
    const element = this.#building.pop();
    if (element !== undefined && this.#building.length === 0) this.rows.push(element);
  }

  text(raw: string): void {
    const element = this.#building.at(-1);
    if (element !== undefined) element.text += decodeText(raw);
  }
}

function findRepeated({ children }: Element, prefix: string, found: Set<string>): void {
  const seen = new Set<string>();
  for (const child of children) {
    const path = `${prefix}${child.name}`;
    if (seen.has(path)) found.add(path);
    seen.add(path);
    findRepeated(child, `${path}/`, found);
  }
}

/** Lists the values of an element by their paths; of repeated elements the first. */
function flatten(
  element: Element,
  prefix: string,
  repeated: ReadonlySet<string>,
  plain = "",
): readonly (readonly [string, string])[] {
  const values: (readonly [string, string])[] = element.attributes.map(([name, value]) => [`${prefix}@${name}`, value]);
  const seen = new Set<string>();
  for (const child of element.children) {
    if (seen.has(child.name)) continue;
    seen.add(child.name);
    const path = `${plain}${child.name}`;
    const name = `${prefix}${child.name}${repeated.has(path) ? "[1]" : ""}`;
    if (child.children.length === 0) values.push([name, child.text.trim()]);
    values.push(...flatten(child, `${name}/`, repeated, `${path}/`));
  }
  return values;
}
