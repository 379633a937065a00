import type { Formats } from "../../formats.ts";
import type { crossSellEn } from "../en/cross-sell.ts";
import { plural } from "../locales.ts";
import { ofClients, times } from "./words.ts";

const pairs = (value: number) => plural("uk", value, { one: "пара", few: "пари", many: "пар", other: "пари" });

/** Ukrainian texts of the page cross-sell. */
export const crossSellUk: typeof crossSellEn = {
  crossSell: {
    scope: (range: string) => `Кошики за ${range}; товари за останні 12 повних місяців`,
    pairLine: (first: string, second: string, lift: string) =>
      `«${first}» і «${second}» купують разом у ${lift} ${times(lift)} частіше, ніж випадково`,
    offersLine: (count: number, worth: string, format: Formats) =>
      `пропозиції нижче можуть принести ${worth} маржі від ${format.integer(count)} ${ofClients(count)}.`,
    offersUncosted: (count: number, format: Formats) =>
      `пропозиції є для ${format.integer(count)} ${ofClients(count)}. Скільки вони принесуть, невідомо: собівартість не завантажено.`,
    ofPlace: (pair: string, offers: string) => `По компанії загалом ${pair}; з урахуванням фільтрів ${offers}`,
    noPairs: "Судячи з кошиків, жодні два товари не купують разом частіше, ніж випадково.",
    noPairsWith: (product: string) =>
      `Судячи з кошиків, разом із «${product}» нічого не купують частіше, ніж випадково.`,
    pairs: "Невипадкові пари",
    pairsNote: (count: number, format: Formats) => `за кошиками: ${format.integer(count)}`,
    clients: "Клієнти з пропозицією",
    worth: "Очікувана маржа перших пропозицій",
    worthNote: "імовірність × середня маржа в кошику",
    pairTitle: (first: string, second: string, count: string) =>
      `${first} і ${second}: кошиків понад випадковий рівень — ${count}`,
    pairSubtitle: "Кошики з обома товарами понад випадковий рівень; лише пари, у яких нижня межа (95%) ліфту вища за 1",
    pairText: (count: string, lift: string) => `+${count} · ${lift}×`,
    matrixTitle: (segment: string, category: string, index: string) =>
      `${segment}: частка категорії «${category}» в ${index} ${times(index)} вища, ніж в усіх`,
    matrixPlain: "Що купують клієнти кожного класу",
    matrixSubtitle:
      "Частка категорії в покупках класу до її частки в усіх продажах; класи, де менше ніж 30 клієнтів, не показано",
    bestTitle: (name: string, amount: string) => `Найкраще продається ${name}: ${amount}`,
    bestSubtitle: "Чисті продажі за останні 12 повних місяців; діють фільтри регіону й напряму",
    profitTitle: (name: string, amount: string) => `Найбільше заробляє ${name}: ${amount}`,
    profitSubtitle: "Валова маржа товарів із відомою собівартістю за останні 12 повних місяців",
    offers: "Що кому запропонувати",
    offersSubtitle:
      "До трьох товарів на клієнта: їх купують разом із тим, що він бере, а він не брав їх 12 місяців; спочатку найцінніші",
    pairTable: "Усі пари",
    pairTableSubtitle: (count: number, format: Formats) =>
      `${format.integer(count)} ${pairs(count)}, спочатку найменш випадкові`,
    columns: {
      first: "Перший товар",
      second: "Другий товар",
      both: "Кошики з обома",
      beyond: "Кошики понад випадковий рівень",
      confidenceAB: "З першим беруть другий",
      confidenceBA: "З другим беруть перший",
      lift: "Ліфт, разів",
      liftLower: "Нижня межа 95%",
      offer: "Запропонувати",
      because: "Бо бере",
      confidence: "Імовірність",
      expected: "Очікувана маржа",
      category: "Категорія",
      index: "Індекс",
      penetration: "Частка клієнтів, які купують",
      margin: "Валова маржа",
      marginRate: "Маржинальність",
    },
  },
};
