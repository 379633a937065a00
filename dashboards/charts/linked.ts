/** A place of a picture, in pixels from its left and its top: it stands for a month or an entity, or tells a value, or both. */
export interface LinkedPart {
  /** The same month or entity has the same key in every picture of a page. */
  readonly key?: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the line of a value stands in its part; without one, the part is framed. */
  readonly line?: number;
  /** What the picture says there, to the pointer and to the keyboard. */
  readonly text?: string;
}

const partsOfPictures = new WeakMap<Element, readonly LinkedPart[]>();

/** Remembers what the places of a picture stand for, beside what is remembered of it. */
export function linkParts<Picture extends Element>(picture: Picture, parts: readonly LinkedPart[]): Picture {
  partsOfPictures.set(picture, [...linkedParts(picture), ...parts]);
  return picture;
}

/** Reads what the places of a picture stand for. */
export function linkedParts(picture: Element | null): readonly LinkedPart[] {
  return (picture === null ? undefined : partsOfPictures.get(picture)) ?? [];
}

/** The key of a month, by its name: a quarter or a week that begins on the same day is not the month. */
export function monthKey(name: string): string {
  return `month=${name}`;
}

/** The key of what a filter chooses. */
export function entityKey(filter: string, value: string): string {
  return `${filter}=${value}`;
}

/** Gives each of some lines in order the room to the middle between it and the next one. */
export function bandsAround(
  lines: readonly number[],
): readonly Required<Pick<LinkedPart, "left" | "width" | "line">>[] {
  const half = ((lines[1] ?? 0) - (lines[0] ?? 0)) / 2;
  return lines.map((line, index) => {
    const left = (line + (lines[index - 1] ?? line - 2 * half)) / 2;
    const right = (line + (lines[index + 1] ?? line + 2 * half)) / 2;
    return { left, width: right - left, line };
  });
}

/** Gives each point of curves its place above the axis; points of several curves at one place are told together. */
export function pointStops(
  points: readonly { readonly x: number; readonly detail: string }[],
  pixelOf: (x: number) => number,
  place: Pick<LinkedPart, "top" | "height">,
): readonly LinkedPart[] {
  const details = new Map<number, string>();
  for (const { x, detail } of points) {
    const told = details.get(x);
    details.set(x, told === undefined ? detail : `${told}\n${detail}`);
  }
  const xs = [...details.keys()].sort((left, right) => left - right);
  return bandsAround(xs.map(pixelOf)).map((band, index) => ({
    ...band,
    ...place,
    text: details.get(xs[index] ?? 0) ?? "",
  }));
}
