import type { PlotLibrary } from "../charts/base.ts";
import { element } from "./dom.ts";

/** Pictures of a page, drawn when the library is there. */
export interface Drawings {
  /** Has a picture drawn into its place when this has a width, and again when it changes. */
  keep(place: Element, draw: Draw): void;
}

/** Draws for a width in pixels. */
type Draw = (width: number, plot: PlotLibrary) => void;

/**
 * Makes what draws the pictures of a page. The library is fetched once the first figures are painted. Pictures the page
 * comes with are drawn one at a time, top first, so that the reader may act between two. When the page is drawn anew, what
 * is in view, or above it, is drawn before the next frame, and what is below it after. Before the page is printed all
 * are drawn as wide as paper has room, so that their words are as large as those around them. Where the library cannot
 * be fetched, places say `failed`.
 */
export function openDrawings(
  failed: string,
  load: () => Promise<PlotLibrary> = () => import("../charts/plot.ts"),
): Drawings {
  const draws = new WeakMap<Element, Draw>();
  const widths = new WeakMap<Element, number>();
  const waiting = new Set<Element>();
  let plot: PlotLibrary | undefined;
  let isFetched = false;
  let isRunning = false;

  const paint = (place: Element, library: PlotLibrary, width = widths.get(place) ?? 0): void => {
    waiting.delete(place);
    if (place.isConnected) draws.get(place)?.(width, library);
  };
  const next = (library: PlotLibrary): void => {
    const [first] = waiting;
    isRunning = first !== undefined;
    if (first === undefined) return;
    setTimeout(() => next(library));
    paint(first, library);
  };
  const run = (library: PlotLibrary): void => {
    if (isRunning) return;
    isRunning = true;
    setTimeout(() => next(library));
  };
  const fetchLibrary = async (): Promise<void> => {
    const library = await load();
    plot = library;
    run(library);
    addEventListener("beforeprint", () => {
      for (const place of placesOnPage()) paint(place, library, widthOnPaper(place));
    });
    addEventListener("afterprint", () => {
      for (const place of placesOnPage()) paint(place, library);
    });
  };
  const giveUp = (error: unknown): void => {
    console.error(error);
    for (const place of waiting) place.replaceChildren(element("p", { class: "empty", role: "alert" }, failed));
    waiting.clear();
  };
  const drawAll = (places: readonly Element[]): void => {
    for (const place of places) waiting.add(place);
    if (plot !== undefined && !isRunning) {
      for (const place of places.filter(isReached)) paint(place, plot);
      run(plot);
    }
    if (isFetched || waiting.size === 0) return;
    isFetched = true;
    requestAnimationFrame(() => fetchLibrary().catch(giveUp));
  };
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (!target.isConnected) observer.unobserve(target);
    drawAll(
      entries.flatMap(({ target, contentRect }) => {
        const width = Math.floor(contentRect.width);
        if (width < 1 || width === widths.get(target)) return [];
        widths.set(target, width);
        return [target];
      }),
    );
  });

  return {
    keep(place, draw) {
      draws.set(place, draw);
      observer.observe(place);
    },
  };
}

/** Says whether a place is in view, or above it: what is drawn there later would move what the reader looks at. */
function isReached(place: Element): boolean {
  return place.getBoundingClientRect().top < innerHeight;
}

function placesOnPage(): readonly Element[] {
  return [...document.querySelectorAll(".chart")];
}

/** Pixels a picture has on paper, alone in its row or beside another one: style.css lays it out so. */
function widthOnPaper(place: Element): number {
  return place.closest(".columns") === null ? 1100 : 460;
}
