import type { armsEn } from "../en/arms.ts";

/** Russian texts of the arms of campaigns. */
export const armsRu: typeof armsEn = {
  arms: {
    names: {
      treated: "группа кампании",
      control: "контрольная группа",
      letter: "письмо",
      letter_and_call: "письмо и звонок",
    },
    label: (campaign: string, arm: string) => `${arm} · ${campaign}`,
    title: (proven: string, all: string) => `Вариантов, сработавших не случайно: ${proven} из ${all}`,
    subtitle:
      "Кампании с несколькими вариантами: каждый против одной контрольной группы, доля заказавших клиентов, процентные пункты с интервалом 95 %",
    table: "Каждый вариант против контрольной группы",
    tableSubtitle:
      "Считаются все назначенные; вероятности поправлены по Холму на число вариантов кампании, относительные числа — к контрольной группе. Ничего не показано, пока окно открыто или размеры групп расходятся с планом",
    columns: {
      arm: "Вариант",
      treated: "В группе",
      control: "В контрольной",
      treatedRate: "Заказали, группа",
      controlRate: "Заказали, контрольная",
      range: "Эффект, 95 %",
      chance: "Случайно вышло бы",
      relative: "Эффект, относительный",
      relativeRange: "Относительный, 95 %",
      incrementalRange: "Прирост, 95 %",
      amountChance: "Продажи: случайно вышло бы",
    },
  },
};
