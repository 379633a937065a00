import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** Offers the views a reader saved, and to save the one shown; what lists them is fetched when it is first opened. */
export function offerViews({ words, page, href }: PageContext): HTMLElement {
  const place = element("div", {});
  const fold = element("details", { class: "views" }, element("summary", {}, words.views.title), place);
  const open = async () => {
    const { drawViews } = await import("../components/saved-views.ts");
    place.replaceChildren(drawViews(words, { page, href }));
  };
  fold.addEventListener("toggle", () => {
    if (!fold.open) return;
    open().catch((error: unknown) => {
      console.error(error);
      place.replaceChildren(element("p", { class: "empty", role: "alert" }, words.states.error));
    });
  });
  fold.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary")?.focus();
  });
  return fold;
}
