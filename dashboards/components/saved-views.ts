import type { Dictionary } from "../i18n/en.ts";
import type { PageContext } from "./context.ts";
import { element, nowhere } from "./dom.ts";
import { saveBlob } from "./download.ts";
import { addViews, keepViews, parseViews, readViews, type SavedView } from "./view-store.ts";

type Here = Pick<PageContext, "page" | "href">;

/** What the list of views can do with one of them. */
interface Actions {
  readonly change: (views: readonly SavedView[], said: string) => void;
  readonly list: () => readonly SavedView[];
  readonly say: (said: string, undo?: readonly SavedView[]) => void;
}

/** Draws the views this browser keeps: opened, renamed, deleted, copied, saved to a file and taken from one. */
export function drawViews(words: Dictionary, here: Here): HTMLElement {
  const status = element("p", { class: "note", role: "status" });
  const list = element("ul", { "aria-label": words.views.title });
  const none = element("p", { class: "note" }, words.views.none);
  const place = element("div", { class: "card", "data-views": true });
  const kept = readViews();
  if (kept === undefined) return element("div", { class: "card" }, blocked(words));
  let views = kept;
  const actions: Actions = {
    list: () => views,
    change(changed, said) {
      const before = views;
      if (!keepViews(changed)) return status.replaceChildren(blocked(words));
      views = changed;
      draw();
      actions.say(said, changed.length < before.length ? before : undefined);
    },
    say: (said, undo) => status.replaceChildren(said, ...(undo === undefined ? [] : [undoButton(undo)])),
  };
  const undoButton = (before: readonly SavedView[]) =>
    button(words.views.undo, words.views.undo, () => actions.change(before, ""));
  const draw = () => {
    none.hidden = views.length > 0;
    list.replaceChildren(...views.map((view) => drawView(words, here, view, actions)));
  };
  draw();
  place.append(
    element("p", { class: "note" }, words.views.about),
    saveForm(words, here, actions),
    none,
    list,
    fileTools(words, actions),
    status,
  );
  return place;
}

function blocked(words: Dictionary): HTMLElement {
  return element("p", { role: "alert" }, words.views.blocked);
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...(label === text ? {} : { "aria-label": label }) }, text);
  made.addEventListener("click", act);
  return made;
}

function saveForm(words: Dictionary, { page }: Here, { list, change }: Actions): HTMLElement {
  return nameForm(words.views.name, "", words.views.save, (name) =>
    change(addViews(list(), [{ name, page, query: location.search.slice(1) }]), words.views.saved(name)),
  );
}

/** A form that asks for a name; an empty one is none. */
function nameForm(label: string, value: string, act: string, take: (name: string) => void): HTMLFormElement {
  const input = element("input", { type: "text", value, required: true, autocomplete: "off" });
  const form = element(
    "form",
    { class: "filters" },
    element("label", {}, label, input),
    element("button", { type: "submit" }, act),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const name = input.value.trim();
    if (name === "") return;
    input.value = "";
    take(name);
  });
  return form;
}

function drawView(words: Dictionary, { href }: Here, view: SavedView, { list, change, say }: Actions): HTMLElement {
  const path = href(view.page as PageContext["page"]).split("?")[0] ?? "";
  const address = path === nowhere ? nowhere : `${path}${view.query === "" ? "" : `?${view.query}`}`;
  const labelled = (text: string) => `${text}: ${view.name.slice(0, 80)}`;
  const item = element("li", {});
  const without = () => list().filter((each) => each !== view);
  const rename = button(words.views.rename, labelled(words.views.rename), () => {
    const form = nameForm(words.views.name, view.name, words.views.keep, (name) =>
      change(addViews(without(), [{ ...view, name }]), words.views.saved(name)),
    );
    form.append(button(words.views.cancel, words.views.cancel, show));
    item.replaceChildren(form);
    form.querySelector("input")?.select();
  });
  const remove = button(words.views.remove, labelled(words.views.remove), () =>
    change(without(), words.views.removed(view.name)),
  );
  const copy = button(words.link.copy, labelled(words.link.copy), async () => {
    const link = new URL(address, location.href).href;
    await navigator.clipboard.writeText(link).then(
      () => say(words.link.copied),
      () => say(link),
    );
  });
  const show = () =>
    item.replaceChildren(
      element("a", { class: "name", href: address, title: view.name.slice(0, 400) }, view.name),
      element("span", { class: "note" }, titleOf(words, view.page)),
      ...(address === nowhere ? [] : [copy]),
      rename,
      remove,
    );
  show();
  return item;
}

/** A page this site does not have goes by its name. */
function titleOf(words: Dictionary, page: string): string {
  const pages: Readonly<Record<string, { readonly short: string }>> = words.pages;
  return Object.hasOwn(pages, page) ? (pages[page]?.short ?? page) : page;
}

function fileTools(words: Dictionary, { list, change, say }: Actions): HTMLElement {
  const save = button(words.views.export, words.views.export, () =>
    saveBlob(new Blob([JSON.stringify(list(), null, 2)], { type: "application/json" }), "karavan-views.json"),
  );
  const input = element("input", { type: "file", accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    const added = parseViews((await input.files?.[0]?.text()) ?? "");
    input.value = "";
    if (added.length === 0) say(words.views.notRead);
    else change(addViews(list(), added), words.views.imported(String(added.length)));
  });
  return element("div", { class: "tools" }, save, element("label", { class: "file" }, words.views.import, input));
}
