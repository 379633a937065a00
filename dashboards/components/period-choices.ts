import type { PageContext } from "./context.ts";
import type { Choice } from "./filters.ts";
import { type Coverage, comparisons, isOfDays, monthsOf, type Period, planPeriod, presets } from "./period.ts";

/** Offers the periods, two months when the range is free, and what they are compared with: what the page knows. */
export function periodChoices(context: PageContext, coverage: Coverage): readonly Choice[] {
  const { words, formats, state } = context;
  const shown = readPeriod(context, coverage);
  // A page of months keeps what was chosen elsewhere, and says what it shows instead.
  const offered = presets.filter((value) => !isOfDays(value) || coverage.days !== undefined || value === shown.preset);
  const period: Choice = {
    name: "period",
    label: words.filters.period,
    options: offered.map((value) => ({ value, label: words.filters.presets[value] })),
    chip: state.get("period") === "custom" ? formats.monthRange(shown.from, shown.to) : undefined,
    also: (value) =>
      value === "custom"
        ? { from: monthsIn(shown, coverage).from.slice(0, 7), to: monthsIn(shown, coverage).to.slice(0, 7) }
        : { from: "", to: "" },
  };
  const against = comparisons.filter(
    (value) => value !== "plan" || coverage.hasPlan === true || shown.comparison === "plan",
  );
  const compare: Choice = {
    name: "compare",
    label: words.filters.compare,
    options: against.map((value) => ({ value, label: words.filters.comparisons[value] })),
  };
  if (state.get("period") !== "custom") return [period, compare];
  const months = monthsOf({ from: coverage.first, to: coverage.lastComplete })
    .map((month) => ({ value: month.slice(0, 7), label: formats.monthShort(month) }))
    .reverse();
  return [
    period,
    { name: "from", label: words.filters.from, options: months, chip: "" },
    { name: "to", label: words.filters.to, options: months, chip: "" },
    compare,
  ];
}

/** Reads the chosen period from the address. */
export function readPeriod(context: PageContext, coverage: Coverage): Period {
  const { state } = context;
  return planPeriod(
    { preset: state.get("period"), from: state.get("from"), to: state.get("to"), comparison: state.get("compare") },
    coverage,
  );
}

/** The period for figures known by month only: where days are chosen, the last complete month. */
export function readMonths(context: PageContext, coverage: Coverage): Period {
  return readPeriod(context, { ...coverage, days: undefined });
}

/** A free range begins with the complete months of what was shown. */
function monthsIn(shown: Period, coverage: Coverage): { readonly from: string; readonly to: string } {
  return shown.unit === "month" ? shown : { from: coverage.lastComplete, to: coverage.lastComplete };
}
