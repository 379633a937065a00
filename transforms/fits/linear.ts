/** A square matrix as rows. */
export type Matrix = readonly (readonly number[])[];

/** Solves matrix · x = right by elimination with pivots; null where the matrix is singular. */
export function solve(matrix: Matrix, right: readonly number[]): readonly number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = pickPivot(rows, column);
    if (pivot === undefined) return null;
    clearColumn(rows, column, pivot);
  }
  return rows.map((row) => row[size] ?? 0);
}

/** Inverts a square matrix; null where it is singular. */
export function invert(matrix: Matrix): Matrix | null {
  const columns = matrix.map((_, at) =>
    solve(
      matrix,
      matrix.map((_, index) => (index === at ? 1 : 0)),
    ),
  );
  if (columns.some((column) => column === null)) return null;
  return matrix.map((_, row) => columns.map((column) => column?.[row] ?? 0));
}

/** Moves the row with the largest entry of a column up to its place, and returns it. */
function pickPivot(rows: number[][], column: number): number[] | undefined {
  let best = column;
  for (let at = column; at < rows.length; at += 1)
    if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at;
  const [pivot, displaced] = [rows[best], rows[column]];
  if (pivot === undefined || displaced === undefined || Math.abs(pivot[column] ?? 0) < 1e-300) return undefined;
  rows[column] = pivot;
  rows[best] = displaced;
  return pivot;
}

function clearColumn(rows: number[][], column: number, pivot: number[]): void {
  const scale = pivot[column] ?? 1;
  for (let at = 0; at < pivot.length; at += 1) pivot[at] = (pivot[at] ?? 0) / scale;
  for (const row of rows) {
    const factor = row === pivot ? 0 : (row[column] ?? 0);
    if (factor === 0) continue;
    for (let at = 0; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
  }
}
