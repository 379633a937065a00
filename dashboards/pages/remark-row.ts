/** A row of the dataset `remarks`: what was found in a file beside its rows, or mended. */
export interface RemarkRow {
  readonly source: string;
  readonly entity: string;
  readonly name: string;
  readonly kind: string;
  readonly message: string;
  readonly remark_count: number;
  readonly first_line: number;
  readonly is_total_missed: boolean;
}
