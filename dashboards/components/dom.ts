import { contain } from "../i18n/contain.ts";

/** The address of a page this site does not have: an anchor to it is bare text. */
export const nowhere = "#nowhere";

type Attribute = string | number | boolean | undefined;
export type Child = Node | string | undefined | readonly Child[];

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an element. Children that are text become text nodes: data is never parsed as markup, and turns nothing around but itself. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  setAttributes(node, attributes);
  append(node, children);
  return node;
}

/** Makes an SVG element. */
export function svgElement<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS(svgNamespace, tag);
  setAttributes(node, attributes);
  append(node, children);
  return node;
}

function setAttributes(node: Element, attributes: Readonly<Record<string, Attribute>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "href" && String(value).startsWith(nowhere)) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(node: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === "string") node.append(document.createTextNode(contain(child)));
    else if (child instanceof Node) node.append(child);
    else append(node, child);
  }
}

/** Finds a place every page comes with. */
export function place(id: "page" | "title" | "banner" | "filters" | "body" | "badge"): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}
