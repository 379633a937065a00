/** A tax number as the key that links. Numbers without a check digit (Uzbek СТИР) link only where the names agree. */
export interface TaxKey {
  readonly key: string;
  readonly isChecked: boolean;
}

/**
 * Reads a tax number: undefined where it cannot identify anybody, because its length or check digit is wrong or it is a
 * placeholder (one digit repeated, digits in a row). The country is a skeleton (`readPlace`) or empty.
 *
 * Rules: ИНН of Russia (10 and 12 digits), БИН/ИИН of Kazakhstan (12), ЄДРПОУ (8) and РНОКПП (10) of Ukraine, national id
 * (10) and company id (11) of Iran, СТИР of Uzbekistan (9, no check digit is published). A country that is known leaves
 * its own rules alone, so that fewer wrong numbers pass by chance. Formulas as in `ingest/values/tax-id.ts`, which makes
 * SQL of them; a test holds one against the other.
 */
export function readTaxKey(text: string | null, country: string): TaxKey | undefined {
  if (text === null || text === "") return undefined;
  const key = text.replace(/[\s\u00a0.-]/g, "");
  if (!/^\d{8,12}$/.test(key) || isPlaceholder(key)) return undefined;
  const home = countries.find((code) => code === country);
  if (key.length === 9) {
    const isUzbek = home === undefined || home === "uz";
    return isUzbek && /^[2-9]/.test(key) ? { key, isChecked: false } : undefined;
  }
  const digits = Array.from(key, Number);
  const isValid = (home === undefined ? countries : [home]).some((rules) =>
    isTaxNumber[rules](key, digits, home !== undefined),
  );
  return isValid ? { key, isChecked: true } : undefined;
}

const countries = ["ru", "kz", "ua", "uz", "ir"] as const;
type Country = (typeof countries)[number];
type Rule = (key: string, digits: readonly number[], isHome: boolean) => boolean;

const isTaxNumber: Readonly<Record<Country, Rule>> = {
  ru: (key, digits) => (key.length === 10 ? isInnOfCompany(digits) : key.length === 12 && isInnOfPerson(digits)),
  kz: (key, digits) => key.length === 12 && isBin(digits),
  ua: (key, digits, isHome) =>
    key.length === 8 ? isEdrpou(key, digits) : isHome && key.length === 10 && isRnokpp(digits),
  uz: () => false,
  ir: (key, digits) => (key.length === 10 ? isIranian(digits) : key.length === 11 && isIranianCompany(digits)),
};

function isPlaceholder(text: string): boolean {
  return /^(\d)\1*$/.test(text) || "12345678901234567890".includes(text) || "98765432109876543210".includes(text);
}

const weighted = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

function isInnOfCompany(digits: readonly number[]): boolean {
  return (weighted(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === digits[9];
}

function isInnOfPerson(digits: readonly number[]): boolean {
  const first = (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return first === digits[10] && second === digits[11];
}

function isBin(digits: readonly number[]): boolean {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const check = first === 10 ? weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first;
  return check === digits[11];
}

function isEdrpou(text: string, digits: readonly number[]): boolean {
  const weights = text >= "30000000" && text <= "60000000" ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];
  const first = weighted(digits, weights) % 11;
  const second = weighted(
    digits,
    weights.map((weight) => weight + 2),
  );
  return (first < 10 ? first : (second % 11) % 10) === digits[7];
}

/** РНОКПП of a person in Ukraine. */
function isRnokpp(digits: readonly number[]): boolean {
  const sum = weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === digits[9];
}

function isIranian(digits: readonly number[]): boolean {
  const rest = weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest < 2 ? rest : 11 - rest) === digits[9];
}

/** شناسه ملی of a company in Iran: the tenth digit plus two is added to each digit before it is weighed. */
function isIranianCompany(digits: readonly number[]): boolean {
  const shift = (digits[9] ?? 0) + 2;
  const sum = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17].reduce(
    (total, weight, index) => total + weight * ((digits[index] ?? 0) + shift),
    0,
  );
  return (sum % 11) % 10 === digits[10];
}
