/** Digits a spreadsheet keeps of a number. */
const exactDigits = 15;
/** A sum that comes this short when rounded to fifteen digits was meant to be. */
const meantDigits = 13;
/** What most cells hold: few digits, and nothing to take off. */
const plain = /^-?(?:[1-9][0-9]{0,6})(?:\.[0-9]{0,6}[1-9])?$/;

/**
 * Writes a stored number plainly: no exponent, no needless zeros. More than fifteen digits with a fraction are written as
 * the shortest text of the same double (`0.10000000000000001` is 0.1), or without the noise of binary arithmetic where
 * rounding to fifteen leaves thirteen or fewer (`0.30000000000000004` is 0.3); else they stay as they are stored.
 * Undefined for what is no number.
 */
export function plainNumber(stored: string): string | undefined {
  if (plain.test(stored)) return stored;
  const found = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]{1,3}))?$/.exec(stored);
  if (found === null || `${found[2]}${found[3]}` === "") return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = found;
  const digits = withoutNoise({ digits: `${whole}${fraction}`, point: whole.length + Number(exponent) }, stored);
  const text = place(digits);
  return sign === "-" && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Digits, and how many of them stand before the decimal point. */
interface Digits {
  readonly digits: string;
  readonly point: number;
}

function withoutNoise(given: Digits, stored: string): Digits {
  const hasFraction = given.digits.replace(/0+$/, "").length > given.point;
  if (countDigits(given) <= exactDigits || !hasFraction) return given;
  const value = Math.abs(Number(stored));
  const shortest = parse(String(value));
  if (countDigits(shortest) <= exactDigits) return shortest;
  const rounded = parse(value.toPrecision(exactDigits));
  return countDigits(rounded) <= meantDigits ? rounded : given;
}

function countDigits({ digits }: Digits): number {
  return digits.replace(/^0+|0+$/g, "").length;
}

function parse(text: string): Digits {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { digits: `${whole}${fraction}`, point: whole.length + Number(exponent) };
}

function place({ digits, point }: Digits): string {
  const whole = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? `${"0".repeat(-point)}${digits}` : digits.slice(point);
  const tail = fraction.replace(/0+$/, "");
  return `${whole.replace(/^0+/, "") || "0"}${tail === "" ? "" : `.${tail}`}`;
}
