import type { Feed } from "../../source.ts";

/** One column of a line: from its first place up to, not with, its end; both count from 0. */
export interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** No column was declared here. */
  readonly isGap?: true;
}

/** How lines of fixed width are cut; everything decided. */
export interface FixedLayout {
  /** Declared columns and the gaps between them, in the order of their places. */
  readonly places: readonly Place[];
  /** Where the code of the record type stands. */
  readonly type: Place | undefined;
}

/** Plans the columns of a line: those declared, and gaps between them, so that no text is lost. */
export function planLayout({ columns, type }: NonNullable<Feed["fixed"]>): FixedLayout {
  const declared = Object.entries(columns)
    .map(([name, { at, width }]) => ({ name, start: at - 1, end: at - 1 + width }))
    .sort((one, other) => one.start - other.start);
  const places: Place[] = [];
  let end = 0;
  for (const place of declared) {
    if (place.start > end) places.push(gap(end, place.start));
    places.push(place);
    end = Math.max(end, place.end);
  }
  const code = type === undefined ? undefined : { name: "type", start: type.at - 1, end: type.at - 1 + type.width };
  return { places, type: code };
}

function gap(start: number, end: number): Place {
  return { name: end - start === 1 ? `place ${end}` : `places ${start + 1}-${end}`, start, end, isGap: true };
}
