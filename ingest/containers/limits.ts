import { FileFault } from "../formats/reader.ts";

/** What unpacking may cost; beyond it a file is taken for a bomb. */
export interface Limits {
  /** Bytes out for each byte in. */
  readonly ratio: number;
  /** Bytes out below which the ratio does not count. */
  readonly freeBytes: number;
  /** Bytes out of one file: an archive with all its members. */
  readonly bytes: number;
  /** Members of one archive. */
  readonly members: number;
}

/** What archives may hold unless told otherwise: 200 times their size beyond 16 MB, 8 GB, 10,000 members. */
export const defaultLimits: Limits = {
  ratio: 200,
  freeBytes: 16 * 1_048_576,
  bytes: 8 * 1024 * 1_048_576,
  members: 10_000,
};

/** Counts bytes that come out of one file, over all its members. */
export class Meter {
  readonly #limits: Limits;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Counts bytes unpacked, while they stream. `member` is what they came from: bytes out of it so far, and in.
   * @throws FileFault rule `bomb` beyond a limit.
   */
  take(bytes: number, member: { readonly out: number; readonly in: number }): void {
    const { ratio, freeBytes, bytes: most } = this.#limits;
    this.#bytes += bytes;
    if (this.#bytes > most) throw bomb(`holds more than ${most} bytes`);
    if (member.out > freeBytes && member.out > ratio * member.in)
      throw bomb(`unpacks to more than ${ratio} times its size`);
  }
}

function bomb(what: string): FileFault {
  return new FileFault("bomb", `the file ${what}`, "Split the export into smaller files, or export it unpacked.");
}
