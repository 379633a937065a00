import type { armsEn } from "../en/arms.ts";

/** Ukrainian texts of the arms of campaigns. */
export const armsUk: typeof armsEn = {
  arms: {
    label: (campaign: string, arm: string) => `${campaign} · ${arm}`,
    title: (proven: string, all: string) => `Не випадково спрацювали ${proven} із ${all} варіантів`,
    subtitle:
      "Кампанії з кількома варіантами: кожен проти однієї контрольної групи, частка клієнтів, що замовили, відсоткові пункти з інтервалом 95 %",
    table: "Кожен варіант проти контрольної групи",
    tableSubtitle:
      "Враховано всіх призначених; імовірності виправлено за Голмом на кількість варіантів кампанії, відносні числа — до контрольної групи. Нічого не показано, доки вікно відкрите або розміри груп розходяться з планом",
    columns: {
      arm: "Варіант",
      treated: "У групі",
      control: "У контрольній",
      treatedRate: "Замовили, група",
      controlRate: "Замовили, контрольна",
      range: "Ефект, 95 %",
      chance: "Випадково вийшло б",
      relative: "Ефект, відносний",
      relativeRange: "Відносний, 95 %",
      incrementalRange: "Приріст, 95 %",
      amountChance: "Продажі: випадково вийшло б",
    },
  },
};
