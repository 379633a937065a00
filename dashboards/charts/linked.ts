/** A place of a picture that stands for a month or an entity, in pixels from the left and the top of the picture. */
export interface LinkedPart {
  /** The same month or entity has the same key in every picture of a page. */
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the line of a month stands in its part; without one, the part is framed. */
  readonly line?: number;
  /** What the picture says there. */
  readonly text?: string;
}

const partsOfPictures = new WeakMap<Element, readonly LinkedPart[]>();

/** Remembers where a picture shows months and entities, beside what is remembered of it. */
export function linkParts<Picture extends Element>(picture: Picture, parts: readonly LinkedPart[]): Picture {
  partsOfPictures.set(picture, [...linkedParts(picture), ...parts]);
  return picture;
}

/** Reads where a picture shows months and entities. */
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
