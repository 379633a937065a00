import type { Scale } from "@observablehq/plot";
import { element } from "../components/dom.ts";
import { entityKey, linkParts } from "./linked.ts";

/** What a bar or a cell does when it is chosen: it filters the page, or it leads to the page that tells more. */
export type PartAction =
  | {
      readonly kind: "filter";
      readonly filter: string;
      readonly value: string;
      readonly isChosen: boolean;
      readonly choose: () => void;
    }
  | { readonly kind: "link"; readonly href: string; readonly filter: string; readonly value: string };

/** A part of a picture that can be chosen, and where it lies, in pixels from the left and the top. */
export interface ActivePart {
  readonly action: PartAction;
  /** Names the part among those of its picture, whatever its figures. */
  readonly name: string;
  /** What the part says: it is read out, and shown under the pointer. */
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The tick of what is chosen stands before its name, where figures follow at once. */
  readonly isName?: true;
}

/**
 * Lays buttons and links over the parts of a picture, so that pointer and keyboard reach the same. A picture without
 * such parts stays as it is.
 */
export function layActions(picture: SVGElement | HTMLElement, parts: readonly ActivePart[]): SVGElement | HTMLElement {
  if (parts.length === 0) return picture;
  const laid = element("div", { class: "parts" }, picture, ...parts.map(drawPart));
  return linkParts(
    laid,
    parts
      .filter(({ isName }) => isName !== true)
      .map(({ action: { filter, value }, left, top, width, height }) => ({
        key: entityKey(filter, value),
        ...{ left, top, width, height },
      })),
  );
}

/** How visible a mark is that stands back; its name and its figures are not paler. */
export const stoodBack = 0.45;

/** A row of a picture: what it says, and what happens when it is chosen. */
interface PictureRow {
  readonly action?: PartAction | undefined;
  readonly name: string;
  readonly label: string;
}

/** Makes whole rows, names and all, the parts of a picture whose rows go by their place: `0`, `1`, …; what cannot be chosen tells its figures all the same. */
export function layRows(
  picture: SVGElement | HTMLElement,
  rows: readonly PictureRow[],
  scale: Scale | undefined,
  { width, rowHeight }: { readonly width: number; readonly rowHeight: number },
): SVGElement | HTMLElement {
  const height = scale?.step ?? rowHeight;
  const places = rows.map(({ action, name, label }, index) => {
    const middle = Number(scale?.apply(String(index)) ?? 0) + (scale?.bandwidth ?? 0) / 2;
    return { action, name, label, place: { left: 0, top: middle - height / 2, width, height } };
  });
  const parts = places.flatMap(({ action, place, ...said }): ActivePart[] =>
    action === undefined ? [] : [{ action, ...said, ...place }],
  );
  const stops = places.flatMap(({ action, place, label }) => (action === undefined ? [{ ...place, text: label }] : []));
  return linkParts(layActions(picture, parts), stops);
}

/** Says whether a part stands back because another one of its picture is chosen. */
export function standsBack(action: PartAction | undefined, all: readonly (PartAction | undefined)[]): boolean {
  return !isChosen(action) && all.some(isChosen);
}

function isChosen(action: PartAction | undefined): boolean {
  return action?.kind === "filter" && action.isChosen;
}

function drawPart(part: ActivePart): HTMLElement {
  const control = drawControl(part);
  for (const side of ["left", "top", "width", "height"] as const) control.style[side] = `${part[side].toFixed(1)}px`;
  return control;
}

function drawControl({ action, name, label, isName }: ActivePart): HTMLElement {
  const said = { class: isName === true ? "part name" : "part", "aria-label": label, title: label, "data-part": name };
  if (action.kind === "link") return element("a", { ...said, href: action.href });
  const button = element("button", {
    ...said,
    type: "button",
    "aria-pressed": String(action.isChosen),
    "data-choose": action.filter,
    value: action.value,
  });
  button.addEventListener("click", action.choose);
  return button;
}
