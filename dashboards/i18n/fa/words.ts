/** A number or a text with Persian digits, for what comes as it is. */
export const digits = (value: number | string) =>
  String(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit)));
