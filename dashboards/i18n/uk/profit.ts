import type { Formats } from "../../formats.ts";
import type { profitEn } from "../en/profit.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

/** Ukrainian texts of the page profit. */
export const profitUk: typeof profitEn = {
  profit: {
    scope: (range: string) =>
      `${range}; за вирахуванням собівартості, повернень, доставки, контактів, скарг і кампаній`,
    headline: (profit: string, rate: string, losing: number, loss: string, format: Formats) =>
      `Клієнти приносять ${profit}, ${rate} чистих продажів; ${format.integer(losing)} ${plural("uk", losing, { one: "клієнт обходиться", few: "клієнти обходяться", many: "клієнтів обходяться", other: "клієнта обходяться" })} на ${loss} дорожче, ніж ${plural("uk", losing, { one: "приносить", other: "приносять" })}.`,
    headlineNoLoss: (profit: string, rate: string) =>
      `Клієнти приносять ${profit}, ${rate} чистих продажів; збиткових клієнтів немає.`,
    none: "Собівартість невідома, тому прибуток визначити неможливо.",
    profit: "Прибуток після обслуговування",
    rateNote: (rate: string) => `${rate} чистих продажів`,
    serve: "Вартість обслуговування",
    losing: "Збиткові клієнти",
    lossNote: (loss: string) => `разом ${loss}`,
    discounts: "Рівень знижки",
    leak: "Знижки понад звичайні",
    leakNote: "на тлі всіх менеджерів, той самий клас і категорія",
    noUnitCosts: "У налаштуваннях немає питомих витрат: в обслуговуванні враховано лише кампанії.",
    nothingServed:
      "Не записано ні доставок, ні контактів, ні скарг, ні кампаній: скільки коштує обслуговування, невідомо.",
    stepsTitle: (share: string) => `Із кожних 100 за прайсом лишається ${share} прибутку`,
    stepsSubtitle: "Від продажів за прайсом до прибутку; клієнти з відомою собівартістю",
    steps: {
      list: "Продажі до знижки",
      discount: "Знижки",
      return: "Повернення",
      goods: "Собівартість",
      delivery: "Доставка",
      contact: "Контакти",
      complaint: "Скарги",
      campaign: "Кампанії",
      profit: "Прибуток",
    },
    classTitle: (name: string, share: string) => `${name}: ${share} прибутку`,
    classSubtitle: "Прибуток після обслуговування та його частка в чистих продажах за класами клієнтів",
    whaleTitle: (share: string, part: string) => `Найкращі ${share} клієнтів приносять ${part} прибутку`,
    whalePlain: "Як прибуток складається за клієнтами",
    whaleSubtitle: "Клієнти за прибутком, починаючи з найприбутковіших, і частка всього прибутку, яку вони приносять",
    whalePoint: (share: string, part: string) => `${share} клієнтів приносять ${part} прибутку`,
    leakTitle: (name: string, amount: string) => `${name}: знижки понад звичайні на ${amount}`,
    leakNone: "Жоден менеджер не дає знижок понад звичайні",
    leakSubtitle: "Знижки понад звичайний рівень того самого класу й категорії; поруч — рівень знижки",
    table: "Клієнти за прибутком",
    tableSubtitle: (count: number, format: Formats) => `${format.integer(count)} ${clients(count)}`,
    partTable: "Прибуток за класами, сегментами RFM і регіонами",
    partSubtitle: "Усі клієнти, незалежно від фільтрів",
    discountTable: "Знижки за менеджерами, класами й категоріями",
    discountSubtitle: "Реалізація ціни: продажі до їхньої вартості за сьогоднішнім прайсом товару",
    prospect: "Ще без замовлення",
    columns: {
      step: "Крок",
      list: "Продажі до знижки",
      discount: "Знижка",
      returns: "Повернення",
      goods: "Собівартість",
      serve: "Обслуговування",
      profit: "Прибуток",
      rate: "Рентабельність",
      deliveries: "Доставки",
      contacts: "Контакти",
      costed: "Продажі з відомою собівартістю",
      lines: "Позиції",
      discountRate: "Рівень знижки",
      usual: "Звичайний рівень",
      leak: "Понад звичайний",
      realisation: "Реалізація ціни",
      category: "Категорія",
      share: "Частка клієнтів",
      profitShare: "Частка прибутку",
    },
    flags: {
      no_cost: "собівартість невідома",
      partial_cost: "частина собівартості невідома",
      no_unit_costs: "питомі витрати не задано",
    },
  },
};
