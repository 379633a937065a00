/** The filters of a page: what stands in the address. A default is not written there. */
export interface PageState {
  get(name: string): string;
  set(values: Readonly<Record<string, string>>): void;
  /** Keeps in the address what one part of the page shows by itself; the page is not drawn anew. */
  keep(values: Readonly<Record<string, string>>): void;
  /** Takes some filters back to their defaults. */
  drop(names: readonly string[]): void;
  /** Drops every filter. */
  reset(): void;
  /** Whether any filter differs from its default. */
  isFiltered(names: readonly string[]): boolean;
  /** Calls back after each change the page is drawn anew for. */
  onChange(listener: () => void): void;
  /** Calls back whenever the address changes. */
  onAddress(listener: () => void): void;
}

/** Filters that mean the same on every page and travel along its links. */
const commonFilters = ["period", "from", "to", "compare", "grain", "region", "manager", "direction"] as const;

/** Keeps filters in the query string of the page, without entries in the history. */
export function openState(defaults: Readonly<Record<string, string>>): PageState {
  const listeners: (() => void)[] = [];
  const followers: (() => void)[] = [];
  const read = () => new URLSearchParams(location.search);
  const write = (parameters: URLSearchParams) => {
    const query = parameters.toString();
    history.replaceState(history.state, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
    for (const follower of followers) follower();
  };
  const change = (values: Readonly<Record<string, string>>) => {
    const parameters = read();
    for (const [name, value] of Object.entries(values)) {
      if (value === (defaults[name] ?? "")) parameters.delete(name);
      else parameters.set(name, value);
    }
    write(parameters);
  };
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const get = (name: string) => read().get(name) ?? defaults[name] ?? "";
  return {
    get,
    set(values) {
      change(values);
      notify();
    },
    keep: change,
    drop(names) {
      change(Object.fromEntries(names.map((name) => [name, defaults[name] ?? ""])));
      notify();
    },
    reset() {
      write(new URLSearchParams());
      notify();
    },
    isFiltered: (names) => names.some((name) => get(name) !== (defaults[name] ?? "")),
    onChange: (listener) => listeners.push(listener),
    onAddress: (listener) => followers.push(listener),
  };
}

/** Sets one filter in a link. */
export function withFilter(href: string, name: string, value: string): string {
  const [path = "", query = ""] = href.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${path}?${parameters}`;
}

/** Adds the filters common to all pages to a link. */
export function withCommonFilters(href: string, search: string): string {
  const common = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(search))
    if (commonFilters.some((filter) => filter === name)) common.set(name, value);
  const query = common.toString();
  const path = href.split("?")[0] ?? href;
  return query === "" ? path : `${path}?${query}`;
}
