/** Writes `12345,60` from hundredths, as the ERP does. */
export function comma(minor: number): string {
  return decimal(minor, ",");
}

/** Writes `12345.60` from hundredths, as programs do. */
export function point(minor: number): string {
  return decimal(minor, ".");
}

/** Writes `12,5` from tenths; whole quantities without a comma. */
export function quantityText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${tenths % 10}`;
}

function decimal(minor: number, mark: string): string {
  const size = Math.abs(minor);
  const cents = size % 100;
  return `${minor < 0 ? "-" : ""}${Math.floor(size / 100)}${mark}${cents < 10 ? "0" : ""}${cents}`;
}
