import type { PlotLibrary } from "../charts/base.ts";
import { element } from "./dom.ts";

/** Pictures of a page, drawn when the library is there. */
export interface Drawings {
  /** Has a picture drawn into its place: at once, or after those that were asked for before it. */
  draw(place: Element, paint: (plot: PlotLibrary) => void): void;
}

/**
 * Makes what draws the pictures of a page. The library is fetched once the first figures are painted. Pictures the page
 * comes with are drawn one at a time, top first, so that the reader may act between two; later ones before the next frame.
 * What waits when the page is printed is drawn before it is. Where the library cannot be fetched, places say `failed`.
 */
export function openDrawings(
  failed: string,
  load: () => Promise<PlotLibrary> = () => import("../charts/plot.ts"),
): Drawings {
  const waiting = new Map<Element, (plot: PlotLibrary) => void>();
  let plot: PlotLibrary | undefined;
  let isFetched = false;

  const next = (library: PlotLibrary): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const [place, paint] = first;
    waiting.delete(place);
    setTimeout(() => next(library));
    if (place.isConnected) paint(library);
  };
  const fetchLibrary = async (): Promise<void> => {
    const library = await load();
    plot = library;
    setTimeout(() => next(library));
    addEventListener("beforeprint", () => {
      for (const [place, paint] of waiting) if (place.isConnected) paint(library);
      waiting.clear();
    });
  };
  const giveUp = (error: unknown): void => {
    console.error(error);
    for (const place of waiting.keys()) place.replaceChildren(element("p", { class: "empty", role: "alert" }, failed));
    waiting.clear();
  };

  return {
    draw(place, paint) {
      if (plot !== undefined && waiting.size === 0) return paint(plot);
      waiting.set(place, paint);
      if (isFetched) return;
      isFetched = true;
      requestAnimationFrame(() => fetchLibrary().catch(giveUp));
    },
  };
}
