import { element } from "./dom.ts";

/** Narrower screens show filters on demand: the width style.css speaks of. */
const narrow = "(max-width: 640px)";

/** Filters that a narrow screen keeps behind one button. */
export interface Drawer {
  readonly place: HTMLElement;
  /** Writes on the button what it opens. */
  name(text: string): void;
  /** Gives the focus to something inside, or to the button while that is shut away. */
  focus(inside: HTMLElement | null): void;
}

/** Makes a drawer: always open on a wide screen, opened by its button on a narrow one, shut by Escape. */
export function openDrawer(inside: HTMLElement): Drawer {
  const screen = matchMedia(narrow);
  const summary = element("summary", {});
  const place = element("details", { class: "drawer", open: !screen.matches }, summary, inside);
  screen.addEventListener("change", () => {
    place.open = !screen.matches;
  });
  place.addEventListener("toggle", () => {
    if (place.open && document.activeElement === summary) inside.querySelector("select")?.focus();
  });
  place.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !screen.matches || !place.open) return;
    place.open = false;
    summary.focus();
  });
  return {
    place,
    name(text) {
      summary.textContent = text;
    },
    focus: (wanted) => (place.open ? wanted : summary)?.focus(),
  };
}
