import type { Span } from "../text/copy.ts";
import type { LineSink, SplitPlan } from "./split.ts";

/** Names that a record is given beside its own keys. */
export const parentName = "$parent";
/** The name under which a record knows its place among its like, from 1. */
export const placeName = "$position";

const mostWaiting = 32 * 1_048_576;

/** An array or object on the way to records. */
export interface Frame {
  readonly isArray: boolean;
  /** Keys of the path met so far. */
  readonly depth: number;
  /** Members wanted by records inside, as JSON text. */
  readonly values: Map<string, Buffer>;
  readonly keys: Set<string>;
  readonly line: number;
  key: string;
  position: number;
}

interface Waiting {
  readonly span: Span;
  readonly line: Buffer;
  readonly frames: readonly Frame[];
  readonly position: number;
}

/** Gives records what they ask of the objects around them, wherever in these it stands. */
export class Around {
  /** Names that some record was given. */
  readonly seen = new Set<string>();
  readonly #plan: SplitPlan;
  readonly #sink: LineSink;
  readonly #waiting: Waiting[] = [];
  #bytes = 0;
  /** What the objects around the last record gave it: records of one object are given the same. */
  #last: { readonly frame: Frame; readonly values: number; readonly given: readonly Buffer[] } | undefined;

  constructor(plan: SplitPlan, sink: LineSink) {
    this.#plan = plan;
    this.#sink = sink;
  }

  /** Says why no more records may wait. */
  get complaint(): string {
    const keys = this.#plan.around.map(({ key }) => key).join(", ");
    return `records wait for ${keys} of the objects around them, which do not come`;
  }

  /** Holds a record until all it asks for has come; false when too much waits already. */
  wait(span: Span, line: Buffer, frames: readonly Frame[]): boolean {
    const { around } = this.#plan;
    const last = frames.at(-1);
    const objects = frames.filter(({ isArray }) => !isArray).reverse();
    const position = last?.isArray ? last.position : 1;
    this.#waiting.push({ span, line: Buffer.from(line), frames: objects, position });
    this.#bytes += line.length;
    const isReady = around.every(({ up, key }) => objects[up - 1] === undefined || objects[up - 1]?.values.has(key));
    if (isReady) this.#flush();
    return this.#bytes <= mostWaiting;
  }

  /** At the end of an object what has not come is no value. */
  settle(frame: Frame): void {
    if (this.#waiting.length === 0) return;
    const highest = Math.max(0, ...this.#plan.around.map(({ up }) => up));
    const isOutermost = this.#waiting.some(({ frames }) => frames[Math.min(highest, frames.length) - 1] === frame);
    if (isOutermost) this.#flush();
  }

  #flush(): void {
    for (const { span, line, frames, position } of this.#waiting)
      this.#sink.record(span, this.#join(line, frames, position));
    this.#waiting.length = 0;
    this.#bytes = 0;
  }

  /** Writes what stands around a record into it, under names that lead there: `$parent.$parent.id`. */
  #join(line: Buffer, frames: readonly Frame[], position: number): Buffer {
    const place = this.#plan.hasPosition ? [Buffer.from(`"${placeName}":${position}`)] : [];
    const given = joinBuffers([...this.#given(frames), ...place]);
    const rest = line.subarray(1);
    const isEmpty = rest.toString("latin1").trim() === "}";
    return Buffer.concat([Buffer.from("{"), given, Buffer.from(given.length === 0 || isEmpty ? "" : ","), rest]);
  }

  #given(frames: readonly Frame[]): readonly Buffer[] {
    const [frame] = frames;
    if (frame === undefined) return this.#parents(frames, 1);
    const values = frames.reduce((sum, one) => sum + one.values.size, 0);
    if (this.#last?.frame !== frame || this.#last.values !== values)
      this.#last = { frame, values, given: this.#parents(frames, 1) };
    return this.#last.given;
  }

  #parents(frames: readonly Frame[], up: number): readonly Buffer[] {
    if (!this.#plan.around.some((one) => one.up >= up)) return [];
    const members = this.#plan.around.flatMap((one) => {
      const value = one.up === up ? frames[up - 1]?.values.get(one.key) : undefined;
      if (value === undefined) return [];
      this.seen.add(`${`${parentName}.`.repeat(up)}${one.key}`);
      return [Buffer.concat([Buffer.from(`${JSON.stringify(one.key)}:`), value])];
    });
    const inside = joinBuffers([...members, ...this.#parents(frames, up + 1)]);
    return [Buffer.concat([Buffer.from(`"${parentName}":{`), inside, Buffer.from("}")])];
  }
}

function joinBuffers(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(","), part])));
}
