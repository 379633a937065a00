import { type FileAddress, openFiles, readJson, UnreachableFile } from "../data.ts";
import { formats } from "../formats.ts";
import type { Dictionary } from "../i18n/en.ts";
import { isolateNames } from "../i18n/isolate.ts";
import { directionOf, type Locale } from "../i18n/locales.ts";
import type { PageName } from "../site.ts";
import type { Snapshot } from "../snapshot.ts";
import type { PageContext, RenderPage } from "./context.ts";
import { element, nowhere, place } from "./dom.ts";
import { openDrawings } from "./drawings.ts";
import { showFreshness, tellMissing } from "./freshness.ts";
import { keepPlace } from "./keep-place.ts";
import { followPointer } from "./linked.ts";
import { openState, withCommonFilters } from "./state.ts";
import { offerViews } from "./views.ts";

const defaults = { period: "ytd", compare: "year" };

/** Draws a page into the skeleton that came with its HTML; what goes wrong is said on the page. */
export async function start(
  options: {
    readonly locale: Locale;
    readonly page: PageName;
    readonly files: Readonly<Record<string, FileAddress>>;
  },
  words: Dictionary,
  render: RenderPage,
): Promise<void> {
  const files = openFiles(options.files);
  try {
    const snapshot = (await readJson(files.snapshot)) as Snapshot;
    const context: PageContext = {
      ...options,
      files,
      drawings: openDrawings(words.states.error),
      words: isolateNames(words, directionOf(options.locale)),
      snapshot,
      formats: formats(options.locale, snapshot.currency),
      state: openState(defaults),
      href: (page) => withCommonFilters(linkOf(page), location.search),
    };
    showFreshness(context);
    tellMissing(context);
    showCurrentLink();
    followFilters(context);
    followPointer(place("page"));
    await drawPage(context, render);
    offerLink(context);
    place("title").append(offerViews(context));
    showTarget();
  } catch (error) {
    console.error(error);
    place("body").replaceChildren(errorCard(words, error));
  }
  place("page").removeAttribute("aria-busy");
}

async function drawPage(context: PageContext, render: RenderPage): Promise<void> {
  const view = await render(context);
  const draw = () => place("body").replaceChildren(...view.draw());
  const redraw = () => keepPlace(place("page"), draw);
  if (view.filters !== undefined) place("filters").replaceChildren(view.filters);
  draw();
  context.state.onChange(redraw);
}

/** Says what went wrong in words, and offers to try again. */
function errorCard(words: Dictionary, error: unknown): HTMLElement {
  const text = error instanceof UnreachableFile ? words.states.unreachable(error.file) : words.states.error;
  const again = element("button", { type: "button" }, words.states.reload);
  again.addEventListener("click", () => location.reload());
  return element("div", { class: "card empty", role: "alert" }, element("p", {}, text), again);
}

/** A button that copies the address with all filters; where the browser refuses, the address is shown to copy by hand. */
function offerLink({ words }: PageContext): void {
  const said = element("span", { class: "note", role: "status" });
  const button = element("button", { type: "button", "data-copy": true }, words.link.copy);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = words.link.copied;
    } catch {
      const address = element("input", { readonly: true, value: location.href, "aria-label": words.link.byHand });
      said.replaceChildren(address);
      address.select();
    }
  });
  place("title").append(element("div", { class: "copy" }, said, button));
}

/** What the address points at was not there when the page came: it is shown once it is drawn. */
function showTarget(): void {
  const id = readFragment(location.hash.slice(1));
  const target = id === "" ? null : document.getElementById(id);
  if (target === null) return;
  target.dataset.found = "";
  target.scrollIntoView({ block: "center" });
}

/** A fragment somebody typed may be no text at all: it then points at nothing. */
function readFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return "";
  }
}

/** On a narrow screen the navigation scrolls: the current page comes into view. */
function showCurrentLink(): void {
  const link = document.querySelector<HTMLElement>(".pages a[aria-current]");
  const bar = link?.closest<HTMLElement>(".pages");
  if (link && bar) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
}

/** Links to other pages and languages carry the filters along. */
function followFilters(context: PageContext): void {
  const lead = (link: HTMLAnchorElement, write: (href: string) => string) => {
    const href = link.getAttribute("href") ?? "";
    const wanted = write(href);
    if (wanted !== href) link.setAttribute("href", wanted);
  };
  const update = () => {
    const { search } = location;
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-page]"))
      lead(link, (href) => withCommonFilters(href, search));
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-language]"))
      lead(link, (href) => `${href.split("?")[0]}${search}`);
  };
  update();
  context.state.onAddress(update);
}

/** The navigation knows which pages there are and where, from wherever the site is served. */
function linkOf(page: PageName): string {
  return document.querySelector(`a[data-page="${page}"]`)?.getAttribute("href") ?? nowhere;
}
