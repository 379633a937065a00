/**
 * Draws a page anew and leaves the reader where he was: the page keeps its height until its charts are drawn, the part
 * of a chart he chose keeps the focus and its place on the screen.
 */
export function keepPlace(page: HTMLElement, draw: () => void): void {
  const place = readPlace(page);
  page.style.minBlockSize = `${page.offsetHeight}px`;
  draw();
  // Observers are called in the order they were made: by then the charts of this draw have their pictures.
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    page.style.minBlockSize = "";
    if (place !== undefined) returnTo(page, place);
  });
  observer.observe(page);
}

interface Place {
  readonly chart: string;
  readonly part: string;
  readonly top: number;
}

function readPlace(page: HTMLElement): Place | undefined {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) return undefined;
  const chart = focused.closest<HTMLElement>("[data-chart]")?.dataset.chart;
  const { part } = focused.dataset;
  if (chart === undefined || part === undefined) return undefined;
  return { chart, part, top: focused.getBoundingClientRect().top };
}

function returnTo(page: HTMLElement, { chart, part, top }: Place): void {
  const found = page.querySelector<HTMLElement>(
    `[data-chart="${CSS.escape(chart)}"] [data-part="${CSS.escape(part)}"]`,
  );
  if (found === null) return;
  found.focus({ preventScroll: true });
  scrollBy(0, found.getBoundingClientRect().top - top);
}
