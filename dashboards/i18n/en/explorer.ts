import type { Formats } from "../../formats.ts";
import { rows } from "./words.ts";

/** English texts of the SQL explorer. */
export const explorerEn = {
  explorer: {
    headline: (tables: number, format: Formats) =>
      `Ask your own question of ${format.integer(tables)} published tables; nothing leaves this browser.`,
    scope: "DuckDB in the browser; amounts as published, for display",
    query: "Query",
    run: "Run",
    keys: "Ctrl+Enter runs it; the query lives in the address, so a link saves it",
    starting: "Starting the engine, about 6 MB once…",
    running: "Asking…",
    failed: "The query could not be run",
    remedy: "Mend the query and run it again. Tables and columns are listed below; one SELECT at a time.",
    nothing: "The query ran and found no rows.",
    found: (count: number, format: Formats) => `${format.integer(count)} ${rows(count)}`,
    took: (milliseconds: string) => `${milliseconds} ms`,
    cut: (most: number, format: Formats) => `the first ${format.integer(most)} are shown`,
    picture: (value: string, name: string) => `${value} by ${name}`,
    pictureNote: "First number by first name, in the order of the result",
    try: "Questions to begin with",
    examples: {
      regions: "Sales of twelve months by region",
      classes: "Clients and sales by class",
      sleeping: "Best clients silent for half a year",
      plan: "Plan and sales by month",
    },
    look: "Show 100 rows",
    from: "from",
    tables: "Tables",
    tablesNote: "What pages are drawn from, and nothing else",
  },
};
