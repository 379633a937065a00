import type { Formats } from "../../formats.ts";
import type { rfmEn } from "../en/rfm.ts";
import { plural } from "../locales.ts";

/** Ukrainian texts of the page rfm. */
export const rfmUk: typeof rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: клієнти із замовленням за цей період, порівняно з попереднім місяцем`,
    headline: (champions: number, share: string, risk: number, amount: string, format: Formats) =>
      `${format.integer(champions)} ${plural("uk", champions, { one: "чемпіон дає", few: "чемпіони дають", many: "чемпіонів дають", other: "чемпіона дають" })} ${share} продажів; ${format.integer(risk)} ${plural("uk", risk, { one: "цінний клієнт", few: "цінні клієнти", many: "цінних клієнтів", other: "цінного клієнта" })} із продажами ${amount} під загрозою втрати.`,
    monthAgo: "попереднього місяця",
    segmentNote: (amount: string) => `чисті продажі ${amount}`,
    atRisk: "Під загрозою втрати",
    gridTitle: (segment: string, recency: number, fm: number, amount: string) =>
      `Найбільше продажів — ${segment} (давність ${recency}, цінність ${fm}): ${amount}`,
    gridSubtitle: "Клієнти за оцінкою давності (рядки) та частоти й суми (стовпці); що темніше, то більше продажів",
    gridByFrequency: "Клієнти за оцінкою давності (рядки) та частоти (стовпці); що темніше, то більше продажів",
    fmAxis: (score: number) => (score === 1 ? "1 мало" : score === 5 ? "5 багато" : String(score)),
    recencyAxis: (score: number) => (score === 1 ? "1 давно" : score === 5 ? "5 нещодавно" : String(score)),
    segmentsTitle: (name: string, change: string) => `Найпомітніша зміна за місяць: «${name}», ${change}`,
    segmentsSame: "За місяць сегменти не змінилися",
    segmentsSubtitle: "Клієнти за сегментами, у дужках — зміна за місяць",
    table: "Клієнти за сегментами RFM",
    segmentTable: "Сегменти в цифрах",
    cuts: "Межі квінтилів",
    cutsSubtitle: "Значення, нижче яких лежать 20, 40, 60 і 80% клієнтів; однакові значення дістають однакові оцінки",
    cutsFixedSubtitle:
      "Значення з налаштувань, а без них ті, нижче яких лежать 20, 40, 60 і 80% клієнтів; однакові значення дістають однакові оцінки",
    measures: {
      recency: "Днів від останнього замовлення",
      recency_own_gaps: "Мовчання у власних проміжках між покупками",
      frequency: "Днів із покупками",
      monetary: "Чисті продажі",
      monetary_money_per_purchase: "Чисті продажі на день із покупкою",
    },
  },
  segments: {
    champions: "Чемпіони",
    loyal: "Лояльні",
    potential_loyalist: "Потенційно лояльні",
    new: "Нові",
    promising: "Перспективні",
    needs_attention: "Потребують уваги",
    about_to_sleep: "Засинають",
    cannot_lose: "Не можна втратити",
    at_risk: "У зоні ризику",
    hibernating: "Сплячі",
  },
};
