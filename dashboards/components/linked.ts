import { type LinkedPart, linkedParts } from "../charts/linked.ts";
import { contain } from "../i18n/contain.ts";
import { element } from "./dom.ts";

/**
 * Tells what a reader points at, or has the focus on, and marks its month or its entity in the other pictures of a page: marks
 * are laid over them, nothing is drawn anew. The arrow keys go from value to value of a picture.
 */
export function followPointer(page: HTMLElement): void {
  let shown: readonly LinkedPart[] = [];
  const show = (chart: HTMLElement | undefined, parts: readonly LinkedPart[], told: readonly LinkedPart[]) => {
    const wanted = [...parts, ...told];
    if (wanted.length === shown.length && wanted.every((part, index) => part === shown[index])) return;
    shown = wanted;
    for (const mark of page.querySelectorAll(".linked")) mark.remove();
    const keys = new Set(parts.flatMap(({ key }) => key ?? []));
    if (keys.size > 0)
      for (const other of page.querySelectorAll<HTMLElement>(".chart"))
        if (other !== chart) other.append(...linkedIn(other, keys).map((part) => markOf(part, other)));
    if (chart !== undefined) chart.append(...told.map((part) => markOf(part, chart)));
  };
  const letGo = () => show(undefined, [], []);
  page.addEventListener("pointermove", (event) => {
    const chart = chartOf(event.target);
    if (chart === undefined) return letGo();
    const { left, top } = chart.getBoundingClientRect();
    const parts = partsAt(chart, event.clientX - left, event.clientY - top);
    show(chart, parts, parts.filter(isFramed));
  });
  page.addEventListener("pointerleave", letGo);
  page.addEventListener("focusin", ({ target }) => {
    const chart = chartOf(target);
    if (chart === undefined || !(target instanceof HTMLElement)) return letGo();
    if (isWalk(target)) return show(chart, stepOf(chart, target), stepOf(chart, target));
    const [x, y] = [target.offsetLeft + target.offsetWidth / 2, target.offsetTop + target.offsetHeight / 2];
    show(chart, partsAt(chart, x, y), []);
  });
  page.addEventListener("focusout", letGo);
  page.addEventListener("keydown", (event) => {
    const [chart, { target }] = [chartOf(event.target), event];
    if (chart === undefined || !(target instanceof HTMLElement) || !isWalk(target)) return;
    if (!step(chart, target, event.key)) return;
    event.preventDefault();
    show(chart, stepOf(chart, target), stepOf(chart, target));
  });
}

/** Makes a picture one that is walked by keyboard: each of its values that cannot be chosen says its figures. Time begins at its end. */
export function walkStops(chart: HTMLElement, title: string): void {
  const stops = stopsOf(chart);
  if (stops.length === 0) return;
  const walk = element("div", {
    class: "walk",
    tabindex: "0",
    role: "slider",
    "aria-label": title,
    "aria-valuemin": "0",
    "aria-valuemax": String(stops.length - 1),
    "data-part": "walk",
  });
  stand(chart, walk, stops[0]?.key === undefined ? 0 : stops.length - 1);
  chart.append(walk);
}

function isWalk(target: HTMLElement): boolean {
  return target.classList.contains("walk");
}

function stand(chart: HTMLElement, walk: HTMLElement, place: number): void {
  walk.setAttribute("aria-valuenow", String(place));
  walk.setAttribute("aria-valuetext", contain(stopsOf(chart)[place]?.text ?? ""));
}

/** Values a page of keys goes on by. */
const pageOfStops = 10;

/** Time runs from left to right in every language, rows from top to bottom. */
function step(chart: HTMLElement, walk: HTMLElement, key: string): boolean {
  const now = Number(walk.getAttribute("aria-valuenow"));
  const last = Number(walk.getAttribute("aria-valuemax"));
  const places = new Map([
    ["ArrowLeft", now - 1],
    ["ArrowUp", now - 1],
    ["ArrowRight", now + 1],
    ["ArrowDown", now + 1],
    ["PageUp", now - pageOfStops],
    ["PageDown", now + pageOfStops],
    ["Home", 0],
    ["End", last],
  ]);
  const place = places.get(key);
  if (place === undefined) return false;
  stand(chart, walk, Math.max(0, Math.min(last, place)));
  return true;
}

function stepOf(chart: HTMLElement, walk: HTMLElement): readonly LinkedPart[] {
  const found = stopsOf(chart)[Number(walk.getAttribute("aria-valuenow"))];
  return found === undefined ? [] : [found];
}

function stopsOf(chart: HTMLElement): readonly LinkedPart[] {
  return linkedParts(chart.firstElementChild).filter(({ text }) => text !== undefined);
}

/** A picture tells its lines itself where it is pointed at. */
function isFramed({ text, line }: LinkedPart): boolean {
  return text !== undefined && line === undefined;
}

function chartOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(".chart") ?? undefined) : undefined;
}

function partsAt(chart: HTMLElement, x: number, y: number): readonly LinkedPart[] {
  return linkedParts(chart.firstElementChild).filter(
    ({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
  );
}

function linkedIn(chart: HTMLElement, keys: ReadonlySet<string>): readonly LinkedPart[] {
  return linkedParts(chart.firstElementChild).filter(({ key }) => key !== undefined && keys.has(key));
}

function markOf(part: LinkedPart, { clientWidth, clientHeight }: HTMLElement): HTMLElement {
  const { text, line, left, top, width, height } = part;
  const told = text === undefined ? undefined : element("span", { class: "told", dir: "auto" }, contain(text));
  const mark = element("div", { class: line === undefined ? "linked box" : "linked rule", "aria-hidden": true }, told);
  const middle = line ?? (width > clientWidth / 2 ? 0 : left + width / 2);
  if (middle > clientWidth / 2) mark.dataset.side = "left";
  if (line === undefined && top + height / 2 > clientHeight / 2) mark.dataset.over = "";
  Object.assign(mark.style, { left: px(line ?? left), top: px(top), height: px(height) });
  if (line === undefined) mark.style.width = px(width);
  return mark;
}

function px(pixels: number): string {
  return `${pixels.toFixed(1)}px`;
}
