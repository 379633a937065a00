/** What every page says of its data: written by publish beside the page data. */
export interface Snapshot {
  readonly runId: string;
  /** The day all numbers speak of, `YYYY-MM-DD`. */
  readonly asOfDate: string;
  /** When the warehouse was built, ISO instant in UTC. */
  readonly builtAt: string;
  readonly company: string;
  readonly currency: string;
  readonly fiscalYearStartMonth: number;
  /** Events of the settings, marked on charts over time. */
  readonly annotations: readonly { readonly date: string; readonly text: string }[];
  /** Day of the newest order up to the as-of day; null without orders. */
  readonly newestOrderDate: string | null;
  /** The last day that is told whole: over when the warehouse was built, and not after the newest order; null without orders. */
  readonly lastFullDay: string | null;
  /** Kinds of data that were never loaded; none are told to limited audiences. */
  readonly missing: readonly string[];
  /** Files that were held back or refused, as the page of quality counts them; limited audiences are told of none. */
  readonly refusedFiles: number;
  /** Age of the warehouse, in hours, that earns a warning, and the one that is stale. */
  readonly freshness: { readonly warnHours: number; readonly errorHours: number; readonly silentDays: number };
  readonly targets: {
    readonly planAttainment: number;
    readonly onTimeRate: number;
    readonly otifRate: number;
    readonly complaintsPer100Orders: number;
    /** Days after which an open complaint is overdue. */
    readonly complaintDays: number;
    readonly rejectedRowShare: number;
  };
  /** Months up to the as-of day that models of clients' habits look back on. */
  readonly windows: { readonly rfmMonths: number; readonly crossSellMonths: number };
  /** Whom this site is for; null: everyone. */
  readonly audience: SnapshotAudience | null;
  readonly rowCounts: readonly { readonly relation: string; readonly rows: number }[];
  readonly checks: readonly {
    readonly name: string;
    readonly severity: string;
    readonly state: string;
    readonly rows: number;
  }[];
}

/** What an audience sees of the rows. */
export interface SnapshotAudience {
  readonly name: string;
  /** Regions it is limited to; null: all. */
  readonly regions: readonly string[] | null;
  /** Names of the managers it is limited to; null: all. */
  readonly managers: readonly string[] | null;
}

/** Does the audience see some rows only? */
export function isPartial(audience: SnapshotAudience | null): boolean {
  return audience !== null && (audience.regions !== null || audience.managers !== null);
}
