import { type LinkedPart, linkedParts } from "../charts/linked.ts";
import { element } from "./dom.ts";

/**
 * Marks the month or the entity a reader points at, or has the focus on, in the other pictures of a page: marks are laid over
 * them, nothing is drawn anew. On a picture of months the arrow keys go from month to month.
 */
export function followPointer(page: HTMLElement): void {
  let shown = "";
  const show = (chart: HTMLElement | undefined, parts: readonly LinkedPart[], isTold: boolean) => {
    const keys = new Set(parts.map(({ key }) => key));
    const wanted = [...keys].join("\n");
    if (wanted === shown) return;
    shown = wanted;
    for (const mark of page.querySelectorAll(".linked")) mark.remove();
    if (keys.size === 0) return;
    for (const other of page.querySelectorAll<HTMLElement>(".chart"))
      if (other !== chart || isTold) other.append(...marksOf(other, keys));
  };
  const letGo = () => show(undefined, [], false);
  page.addEventListener("pointermove", (event) => {
    const chart = chartOf(event.target);
    if (chart === undefined) return letGo();
    const { left, top } = chart.getBoundingClientRect();
    show(chart, partsAt(chart, event.clientX - left, event.clientY - top), false);
  });
  page.addEventListener("pointerleave", letGo);
  page.addEventListener("focusin", ({ target }) => {
    const chart = chartOf(target);
    if (chart === undefined || !(target instanceof HTMLElement)) return letGo();
    if (target === chart) return show(chart, stepOf(chart), true);
    const [x, y] = [target.offsetLeft + target.offsetWidth / 2, target.offsetTop + target.offsetHeight / 2];
    show(chart, partsAt(chart, x, y), false);
  });
  page.addEventListener("focusout", letGo);
  page.addEventListener("keydown", (event) => {
    const chart = chartOf(event.target);
    if (chart === undefined || chart !== event.target || !step(chart, event.key)) return;
    event.preventDefault();
    show(chart, stepOf(chart), true);
  });
}

/** Makes a picture of months one that is walked by keyboard: each month says its figures. */
export function walkMonths(chart: HTMLElement, title: string): void {
  const last = monthsOf(chart).length - 1;
  if (last < 1) return;
  for (const [name, value] of Object.entries({
    tabindex: "0",
    role: "slider",
    "aria-label": title,
    "aria-valuemin": "0",
  }))
    chart.setAttribute(name, value);
  chart.setAttribute("aria-valuemax", String(last));
  stand(chart, last);
}

function stand(chart: HTMLElement, place: number): void {
  chart.setAttribute("aria-valuenow", String(place));
  chart.setAttribute("aria-valuetext", monthsOf(chart)[place]?.text ?? "");
}

/** Time runs from left to right in every language. */
function step(chart: HTMLElement, key: string): boolean {
  const now = Number(chart.getAttribute("aria-valuenow"));
  const last = Number(chart.getAttribute("aria-valuemax"));
  const places: Readonly<Record<string, number>> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: last };
  const place = Object.hasOwn(places, key) ? places[key] : undefined;
  if (place === undefined) return false;
  stand(chart, Math.max(0, Math.min(last, place)));
  return true;
}

function stepOf(chart: HTMLElement): readonly LinkedPart[] {
  const found = monthsOf(chart)[Number(chart.getAttribute("aria-valuenow"))];
  return found === undefined ? [] : [found];
}

function monthsOf(chart: HTMLElement): readonly LinkedPart[] {
  return linkedParts(chart.firstElementChild).filter(({ line }) => line !== undefined);
}

function chartOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(".chart") ?? undefined) : undefined;
}

function partsAt(chart: HTMLElement, x: number, y: number): readonly LinkedPart[] {
  return linkedParts(chart.firstElementChild).filter(
    ({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
  );
}

function marksOf(chart: HTMLElement, keys: ReadonlySet<string>): readonly HTMLElement[] {
  return linkedParts(chart.firstElementChild)
    .filter(({ key }) => keys.has(key))
    .map((part) => (part.line === undefined ? frame(part) : rule(part, part.line, chart.clientWidth)));
}

function frame(part: LinkedPart): HTMLElement {
  const mark = element("div", { class: "linked", "aria-hidden": true });
  for (const side of ["left", "top", "width", "height"] as const) mark.style[side] = `${part[side].toFixed(1)}px`;
  return mark;
}

/** A line with what the picture says there, on the side that has more room. */
function rule({ top, height, text = "" }: LinkedPart, line: number, width: number): HTMLElement {
  const mark = element(
    "div",
    { class: "linked rule", "aria-hidden": true },
    element("span", { class: "told", dir: "auto" }, text),
  );
  if (line > width / 2) mark.dataset.side = "left";
  Object.assign(mark.style, { left: `${line.toFixed(1)}px`, top: `${top}px`, height: `${height}px` });
  return mark;
}
