/** What differs between a run and the published run before it: written by publish beside the page data. */
export interface Changes {
  /** The run before; null where none is kept, or where the audience may not know counts of the company. */
  readonly before: { readonly runId: string; readonly builtAt: string; readonly asOfDate: string } | null;
  readonly list: readonly Change[];
}

/** A figure that is another than in the run before; null where one of the runs has none. */
export interface Change {
  readonly kind: ChangeKind;
  /** A source, a check, a relation or a month. */
  readonly name: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** `restated`: net sales of a month that was over in both runs. */
export type ChangeKind = "accepted" | "rejected" | "check" | "restated" | "rows";
