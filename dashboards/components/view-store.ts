/** A page with its filters, under the name a reader gave it. */
export interface SavedView {
  readonly name: string;
  readonly page: string;
  /** The query of its address, without the question mark. */
  readonly query: string;
}

const key = "karavan-views";

/** Reads what this browser keeps; undefined where it keeps nothing for this site. */
export function readViews(): readonly SavedView[] | undefined {
  try {
    return parseViews(localStorage.getItem(key) ?? "[]");
  } catch {
    return undefined;
  }
}

/** Keeps views in this browser; false where it refuses. */
export function keepViews(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}

/** Takes the views out of a text, which anybody may have written; what is none is left out. */
export function parseViews(text: string): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.flatMap(parseView) : [];
  } catch {
    return [];
  }
}

function parseView(value: unknown): readonly SavedView[] {
  if (typeof value !== "object" || value === null) return [];
  const { name, page, query } = value as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof page !== "string" || typeof query !== "string") return [];
  if (name.trim() === "" || !/^[a-z-]{1,40}$/.test(page)) return [];
  return [{ name, page, query: new URLSearchParams(query).toString() }];
}

/** Adds views; one of the same name and page takes the place of the older. */
export function addViews(views: readonly SavedView[], added: readonly SavedView[]): readonly SavedView[] {
  const isSame = (left: SavedView) => (right: SavedView) => left.name === right.name && left.page === right.page;
  const kept = views.filter((view) => !added.some(isSame(view)));
  return [...kept, ...added.filter((view, index) => added.findLastIndex(isSame(view)) === index)];
}
