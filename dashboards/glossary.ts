/** A relation of the glossary, as its contract describes it. */
export interface Term {
  readonly relation: string;
  readonly description: string;
  readonly columns: readonly { readonly name: string; readonly description: string; readonly unit: string | null }[];
}
