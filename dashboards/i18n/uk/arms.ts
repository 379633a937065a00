import type { armsEn } from "../en/arms.ts";

/** Ukrainian texts of the arms of campaigns. */
export const armsUk: typeof armsEn = {
  arms: {
    names: {
      treated: "група кампанії",
      control: "контрольна група",
      letter: "лист",
      letter_and_call: "лист і дзвінок",
    },
    label: (campaign: string, arm: string) => `${arm} · ${campaign}`,
    title: (proven: string, all: string) => `Статистично значущий ефект — у ${proven} з ${all} варіантів`,
    subtitle:
      "Кампанії з кількома варіантами: кожен проти тієї самої контрольної групи; різниця часток клієнтів, які замовили, відсоткові пункти, інтервал 95%",
    table: "Кожен варіант проти контрольної групи",
    tableSubtitle:
      "Враховано всіх призначених; p-значення з поправкою Голма на кількість варіантів кампанії, відносні числа — до контрольної групи. Нічого не показано, доки вікно відкрите або розміри груп розходяться з планом",
    columns: {
      arm: "Варіант",
      treated: "Клієнтів у групі",
      control: "Клієнтів у контрольній",
      treatedRate: "Замовили, група",
      controlRate: "Замовили, контрольна",
      range: "Ефект, 95%",
      chance: "p-значення",
      relative: "Ефект, відносний",
      relativeRange: "Відносний, 95%",
      incrementalRange: "Додаткові продажі, 95%",
      amountChance: "p-значення за продажами",
    },
  },
};
