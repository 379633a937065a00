/** English texts of what changed since the run before. */
export const changesEn = {
  changes: {
    heading: "What changed",
    first: "This is the first published run kept here: there is nothing to compare it with.",
    none: "Nothing changed since the run before",
    since: (when: string, run: string) => `Compared with the run of ${when} (${run})`,
    title: (count: string) => `Differences from the run before: ${count}`,
    what: "What",
    name: "Which",
    before: "Run before",
    now: "This run",
    kinds: {
      accepted: "rows accepted",
      rejected: "rows set aside",
      check: "findings of checks",
      restated: "months restated (net sales)",
      rows: "rows in marts",
    },
  },
};
