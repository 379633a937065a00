import { isoDate } from "./days.ts";

/** Nowruz of the years the demo touches; they have 366, 365 and 365 days. */
const nowruz: readonly (readonly [year: number, start: string])[] = [
  [1405, "2026-03-21"],
  [1404, "2025-03-21"],
  [1403, "2024-03-20"],
];

/** Year of the Persian calendar a day of the demo lies in. */
export function persianYear(day: number): number {
  return yearOn(day).year;
}

/** `۱۴۰۴/۰۷/۰۹`: a day of the demo as people in Tehran write it. */
export function persianDate(day: number): string {
  const { year, dayOfYear } = yearOn(day);
  const isFirstHalf = dayOfYear < 186;
  const month = isFirstHalf ? Math.floor(dayOfYear / 31) : 6 + Math.floor((dayOfYear - 186) / 30);
  const date = isFirstHalf ? dayOfYear % 31 : (dayOfYear - 186) % 30;
  return persianDigits(`${year}/${String(month + 1).padStart(2, "0")}/${String(date + 1).padStart(2, "0")}`);
}

/** `۱۲٬۳۴۵٫۶۰` from hundredths. */
export function persianAmount(minor: number): string {
  const whole = String(Math.floor(minor / 100)).replace(/\B(?=(?:\d{3})+$)/g, "٬");
  return persianDigits(`${whole}٫${String(minor % 100).padStart(2, "0")}`);
}

/** Text with its ASCII digits in Persian. */
export function persianDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)));
}

function yearOn(day: number): { readonly year: number; readonly dayOfYear: number } {
  const date = isoDate(day);
  const [year, start] = nowruz.find(([, first]) => first <= date) ?? [1403, "2024-03-20"];
  return { year, dayOfYear: Math.round((Date.parse(date) - Date.parse(start)) / 86_400_000) };
}
