import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";
import { listId } from "./table.ts";

/** A list that may be too long to come with its page. No figure of the page is made of it before it is there, whole. */
export interface LongList<Row> {
  /** Its rows; undefined until they were fetched. */
  readonly rows: readonly Row[] | undefined;
  /** Fetches the rows, once, and has the page drawn anew. */
  load(): Promise<void>;
}

/** Reads a list made of some datasets: with its page where all of them come with it, else when it is asked for. */
export async function readLongList<Row>(
  context: PageContext,
  datasets: readonly string[],
  read: () => Promise<readonly Row[]>,
): Promise<LongList<Row>> {
  const isAtOnce = datasets.every((name) => context.files[name]?.isAtOnce !== false);
  return openLongList(context, read, isAtOnce ? await read() : undefined);
}

/** Opens a list that is fetched when it is asked for, unless its rows are there. */
export function openLongList<Row>(
  { state }: PageContext,
  read: () => Promise<readonly Row[]>,
  rows?: readonly Row[],
): LongList<Row> {
  let loading: Promise<void> | undefined;
  return {
    get rows() {
      return rows;
    },
    load() {
      loading ??= read().then((all) => {
        rows = all;
        state.set({});
      });
      return loading;
    },
  };
}

/**
 * Holds the place of a table until its list is there: fetched when the reader scrolls near, asks for it, came by a link to
 * it, or prints. Before that the reader gets the page alone; a list that is what the page is for comes at once.
 */
export function longListCard<Row>(
  context: PageContext,
  list: LongList<Row>,
  { name, title, isAtOnce }: { readonly name: string; readonly title: string; readonly isAtOnce?: boolean },
): HTMLElement {
  const button = element("button", { type: "button", "data-fetch": name }, context.words.tables.fetch);
  const place = element("div", { class: "skeleton tall", "aria-hidden": true });
  const card = element(
    "section",
    { class: "card", id: listId(name), "data-long-list": name },
    element("h2", {}, title),
    place,
    element("div", { class: "tools" }, button),
  );
  const fetchList = () => {
    watch.disconnect();
    button.disabled = true;
    card.setAttribute("aria-busy", "true");
    list.load().catch((error: unknown) => {
      console.error(error);
      card.replaceChildren(element("p", { role: "alert" }, context.words.states.error));
    });
  };
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) fetchList();
    },
    { rootMargin: "100px" },
  );
  button.addEventListener("click", fetchList);
  if (isAtOnce === true || isAskedFor(name)) requestAnimationFrame(fetchList);
  else if (scrollY > 0) watch.observe(card);
  else addEventListener("scroll", () => watch.observe(card), { once: true, passive: true });
  addEventListener("beforeprint", fetchList, { once: true });
  return card;
}

/** Whether the address leads to the list, or carries its search or its order. */
function isAskedFor(name: string): boolean {
  const parameters = [...new URLSearchParams(location.search).keys()];
  return location.hash === `#${listId(name)}` || parameters.some((each) => each.startsWith(`${name}.`));
}
