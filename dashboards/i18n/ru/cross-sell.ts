import type { Formats } from "../../formats.ts";
import type { crossSellEn } from "../en/cross-sell.ts";
import { plural } from "../locales.ts";
import { times } from "./words.ts";

const pairs = (value: number) => plural("ru", value, { one: "пара", few: "пары", many: "пар", other: "пары" });
const fromClients = (value: number) => plural("ru", value, { one: "клиента", other: "клиентов" });

/** Russian texts of the page cross-sell. */
export const crossSellRu: typeof crossSellEn = {
  crossSell: {
    scope: (range: string) => `Корзины за ${range}; товары за последние 12 полных месяцев`,
    pairLine: (first: string, second: string, lift: string) =>
      `«${first}» и «${second}» покупают вместе в ${lift} ${times(lift)} чаще случайного`,
    offersLine: (count: number, worth: string, format: Formats) =>
      `предложения ниже могут принести ${worth} маржи от ${format.integer(count)} ${fromClients(count)}.`,
    offersUncosted: (count: number, format: Formats) =>
      `предложения есть для ${format.integer(count)} ${fromClients(count)}. Сколько они принесут, неизвестно: себестоимость не загружена.`,
    ofPlace: (pair: string, offers: string) => `По компании в целом ${pair}; с учётом фильтров ${offers}`,
    noPairs: "Судя по корзинам, никакие два товара не покупают вместе чаще случайного.",
    noPairsWith: (product: string) => `Судя по корзинам, вместе с «${product}» ничего не покупают чаще случайного.`,
    pairs: "Пары чаще случайного",
    pairsNote: (count: number, format: Formats) => `по корзинам: ${format.integer(count)}`,
    clients: "Клиенты с предложением",
    worth: "Ожидаемая маржа первых предложений",
    worthNote: "вероятность × средняя маржа в корзине",
    pairTitle: (first: string, second: string, count: string) =>
      `${first} и ${second}: сверх случайного корзин — ${count}`,
    pairSubtitle:
      "Корзины с обоими товарами сверх случайного; только пары, у которых нижняя граница (95 %) кратности выше 1",
    pairText: (count: string, lift: string) => `+${count} · ${lift}×`,
    matrixTitle: (segment: string, category: string, index: string) =>
      `${segment}: доля категории «${category}» в ${index} ${times(index)} выше, чем у всех`,
    matrixPlain: "Что покупают клиенты каждого класса",
    matrixSubtitle:
      "Доля категории в покупках класса к её доле во всех продажах; классы меньше 30 клиентов не показаны",
    bestTitle: (name: string, amount: string) => `Лучше всех продаётся ${name}: ${amount}`,
    bestSubtitle: "Чистые продажи за последние 12 полных месяцев; действуют фильтры региона и направления",
    profitTitle: (name: string, amount: string) => `Больше всех приносит ${name}: ${amount}`,
    profitSubtitle: "Валовая маржа товаров с известной себестоимостью за последние 12 полных месяцев",
    offers: "Что кому предложить",
    offersSubtitle:
      "До трёх товаров на клиента: их покупают вместе с тем, что он берёт, а он не брал их 12 месяцев; сначала самые ценные",
    pairTable: "Все пары",
    pairTableSubtitle: (count: number, format: Formats) =>
      `${format.integer(count)} ${pairs(count)}, сначала самые далёкие от случайного`,
    columns: {
      first: "Первый товар",
      second: "Второй товар",
      both: "Корзины с обоими",
      beyond: "Корзины сверх случайного",
      confidenceAB: "С первым берут второй",
      confidenceBA: "Со вторым берут первый",
      lift: "Кратность случайному",
      liftLower: "Нижняя граница 95 %",
      offer: "Предложить",
      because: "Потому что берёт",
      confidence: "Вероятность",
      expected: "Ожидаемая маржа",
      category: "Категория",
      index: "Индекс",
      penetration: "Доля покупающих клиентов",
      margin: "Валовая маржа",
      marginRate: "Рентабельность",
    },
  },
};
