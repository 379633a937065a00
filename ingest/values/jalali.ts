import { bind } from "./bind.ts";

/** First and last year of the Persian calendar that days are read of. */
export const firstJalaliYear = 1300;
export const lastJalaliYear = 1500;

/** Days from 1970-01-01 to 1 Farvardin 1300, which is 1921-03-21. */
const firstDay = -17_818;

/** Leap years of the Persian calendar from 1300 to 1500, as `Intl.DateTimeFormat` (ICU) has them. */
const leapYears: ReadonlySet<number> = new Set([
  1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375,
  1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449, 1453,
  1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498,
]);

/** Nowruz of each year from 1300 through 1501, as days since 1970-01-01. */
const nowruz: readonly number[] = listNowruz();

/**
 * Writes SQL for the day of a Persian date whose year, month and day are integers; null for days that do not exist and for
 * years outside 1300 to 1500. ICU's own calendar setting is not used: it rolls impossible days over (ingest.md §6).
 */
export function jalaliDay(year: string, month: string, day: string): string {
  return bind(`[${year}, ${month}, ${day}]`, "jalali", (ymd) => {
    const [y, m, d] = [`${ymd}[1]`, `${ymd}[2]`, `${ymd}[3]`];
    const start = (offset: number) => `[${nowruz.join(", ")}][${y} - ${firstJalaliYear - 1 - offset}]`;
    const length = `case when ${m} <= 6 then 31 when ${m} <= 11 then 30 else ${start(1)} - ${start(0)} - 336 end`;
    const before = `(${m} - 1) * 30 + case when ${m} <= 7 then ${m} - 1 else 6 end`;
    const exists = `${y} between ${firstJalaliYear} and ${lastJalaliYear} and ${m} between 1 and 12 and ${d} >= 1`;
    return `case when ${exists} and ${d} <= ${length} then date '1970-01-01' + (${start(0)} + ${before} + ${d} - 1) end`;
  });
}

function listNowruz(): readonly number[] {
  const days = [firstDay];
  for (let year = firstJalaliYear; year <= lastJalaliYear; year += 1) {
    days.push((days.at(-1) ?? firstDay) + (leapYears.has(year) ? 366 : 365));
  }
  return days;
}
