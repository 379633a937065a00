/** Digits a spreadsheet keeps of a number. */
const exactDigits = 15;
/** What most cells hold: few digits, and nothing to take off. */
const plain = /^-?(?:[1-9][0-9]{0,6})(?:\.[0-9]{0,6}[1-9])?$/;

/**
 * Writes a stored number plainly: no exponent, no needless zeros. `0.10000000000000001` is 0.1, and so is what is off by
 * the noise of binary arithmetic: 17 digits that end in a run of zeros or nines at the fifteenth. Other digits stay as
 * they are stored. Undefined for what is no number.
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
  const significant = given.digits.replace(/^0+|0+$/g, "").length;
  const hasFraction = given.digits.replace(/0+$/, "").length > given.point;
  if (significant <= exactDigits || !hasFraction) return given;
  const value = Math.abs(Number(stored));
  const short = [String(value), value.toPrecision(exactDigits)].map(parse).find(isShort);
  return short ?? given;
}

/** A number of at most 13 digits was meant: more are what a spreadsheet computed. */
function isShort({ digits }: Digits): boolean {
  return digits.replace(/^0+|0+$/g, "").length <= exactDigits - 2;
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
