import type { Formats } from "../../formats.ts";
import type { rfmEn } from "../en/rfm.ts";
import { plural } from "../locales.ts";

/** Russian texts of the page rfm. */
export const rfmRu: typeof rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: клиенты с заказом за этот период, в сравнении с прошлым месяцем`,
    headline: (champions: number, share: string, risk: number, amount: string, format: Formats) =>
      `${format.integer(champions)} ${plural("ru", champions, { one: "чемпион даёт", few: "чемпиона дают", many: "чемпионов дают", other: "чемпиона дают" })} ${share} продаж; ${format.integer(risk)} ${plural("ru", risk, { one: "ценный клиент", few: "ценных клиента", many: "ценных клиентов", other: "ценного клиента" })} на ${amount} под угрозой ухода.`,
    monthAgo: "прошлому месяцу",
    segmentNote: (amount: string) => `чистые продажи ${amount}`,
    atRisk: "Под угрозой ухода",
    gridTitle: (segment: string, recency: number, fm: number, amount: string) =>
      `Больше всего продаж — ${segment} (давность ${recency}, ценность ${fm}): ${amount}`,
    gridSubtitle: "Клиенты по оценке давности (строки) и частоты и суммы (столбцы); чем темнее, тем больше продаж",
    gridByFrequency: "Клиенты по оценке давности (строки) и частоты (столбцы); чем темнее, тем больше продаж",
    fmAxis: (score: number) => (score === 1 ? "1 мало" : score === 5 ? "5 много" : String(score)),
    recencyAxis: (score: number) => (score === 1 ? "1 давно" : score === 5 ? "5 недавно" : String(score)),
    segmentsTitle: (name: string, change: string) => `Самый заметный сдвиг за месяц: «${name}», ${change}`,
    segmentsSame: "За месяц сегменты не изменились",
    segmentsSubtitle: "Клиенты по сегментам, в скобках изменение за месяц",
    table: "Клиенты по сегментам RFM",
    segmentTable: "Сегменты в цифрах",
    cuts: "Границы пятых частей",
    cutsSubtitle: "Значения, ниже которых лежат 20, 40, 60 и 80 % клиентов; равные значения получают равные оценки",
    cutsFixedSubtitle:
      "Значения из настроек, а без них те, ниже которых лежат 20, 40, 60 и 80 % клиентов; равные значения получают равные оценки",
    measures: {
      recency: "Дней с последнего заказа",
      recency_own_gaps: "Молчание в собственных промежутках между покупками",
      frequency: "Дней с покупками",
      monetary: "Чистые продажи",
      monetary_money_per_purchase: "Чистые продажи на день с покупкой",
    },
  },
  segments: {
    champions: "Чемпионы",
    loyal: "Верные",
    potential_loyalist: "Могут стать верными",
    new: "Новые",
    promising: "Многообещающие",
    needs_attention: "Требуют внимания",
    about_to_sleep: "Засыпают",
    cannot_lose: "Нельзя потерять",
    at_risk: "В зоне риска",
    hibernating: "Спящие",
  },
};
