import type { PageContext } from "./context.ts";
import { element } from "./dom.ts";

/** Rows a page takes along at once; longer lists are fetched when the reader comes to them. */
const mostRows = 5000;

/** A list that may be too long to come with its page. No figure of the page is made of it before it is there, whole. */
export interface LongList<Row> {
  /** Its rows; undefined until they were fetched. */
  readonly rows: readonly Row[] | undefined;
  /** Fetches the rows, once, and has the page drawn anew. */
  load(): Promise<void>;
}

/** Reads a list that has the rows of a relation: at once where they are few, else when it is asked for. */
export async function readLongList<Row>(
  { snapshot, state }: PageContext,
  relation: string,
  read: () => Promise<readonly Row[]>,
): Promise<LongList<Row>> {
  const count = snapshot.rowCounts.find((each) => each.relation === relation)?.rows ?? 0;
  let rows = count > mostRows ? undefined : await read();
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

/** Holds the place of a table until its list is there: fetched when the reader scrolls near, or turns to the filters. */
export function longListCard<Row>(context: PageContext, list: LongList<Row>, title: string): HTMLElement {
  const card = element(
    "section",
    { class: "card", "aria-busy": true },
    element("h2", {}, title),
    element("div", { class: "skeleton tall", "aria-hidden": true }),
  );
  const fetchList = () => {
    watch.disconnect();
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
  // Charts above get their height after the first layout: until then the card stands too high.
  requestAnimationFrame(() => requestAnimationFrame(() => watch.observe(card)));
  for (const event of ["pointerenter", "focusin"])
    document.getElementById("filters")?.addEventListener(event, fetchList, { once: true });
  addEventListener("beforeprint", fetchList, { once: true });
  return card;
}
