import type { Formats } from "../../formats.ts";
import type { clientsEn } from "../en/clients.ts";
import { plural } from "../locales.ts";
import { clients } from "./words.ts";

/** Ukrainian texts of the page clients. */
export const clientsUk: typeof clientsEn = {
  movement: {
    title: "Нові та втрачені клієнти за місяцями",
    finding: (fresh: number, wonBack: number, lost: number, month: string, format: Formats) =>
      `За ${month}: нових — ${format.integer(fresh)}, повернулося — ${format.integer(wonBack)}, втрачено — ${format.integer(lost)}`,
    subtitle: "Клієнти за повними місяцями; втрачений — без замовлень стільки місяців, скільки задано в налаштуваннях",
    opening: "Активні на початок",
    fresh: "Нові",
    wonBack: "Повернулися",
    won: "Прийшли",
    lost: "Втрачені",
    closing: "Активні на кінець",
    freshAmount: "Продажі новим",
    wonBackAmount: "Продажі тим, хто повернувся",
    keptAmount: "Продажі тим, хто залишився",
  },
  clients: {
    scope: (month: string) => `Класи на ${month}, за повними періодами до нього`,
    headline: (count: number, share: string, sales: string, format: Formats) =>
      `${format.integer(count)} ${plural("uk", count, { one: "ключовий клієнт", few: "ключові клієнти", many: "ключових клієнтів", other: "ключового клієнта" })} (${share} усіх) — це ${sales} продажів.`,
    noKey: "Ключових клієнтів поки немає.",
    giniNote: (gini: string) => `коефіцієнт Джині ${gini}: 0 — усі рівні, 1 — усе в одного`,
    classTitle: (name: string, share: string) => `${name} клієнти дають ${share} продажів`,
    classSubtitle: "Чисті продажі кожного класу за розрахункове вікно",
    classThreshold: (key: string, medium: string) =>
      `Чисті продажі класів; ключові — від ${key}, середні — від ${medium} у середньому за період`,
    classBar: (share: string, count: number, format: Formats) => `${share}, ${format.integer(count)} ${clients(count)}`,
    historyTitle: (size: string, change: number, month: string) =>
      change === 0 ? `Ключових клієнтів стільки ж, скільки в ${month}` : `Ключових клієнтів: ${size} від ${month}`,
    historySubtitle: "Клієнти за класами на кінець кожного періоду",
    migrationTitle: (up: number, down: number, format: Formats) =>
      `Піднялися: ${format.integer(up)} ${clients(up)}, опустилися: ${format.integer(down)}`,
    migrationSubtitle: "Клієнти за попереднім класом (рядки) і теперішнім (стовпці)",
    paretoPlain: "Як продажі складаються з найбільших клієнтів",
    paretoTitle: (count: number, share: string, format: Formats) =>
      `80% продажів ${plural("uk", count, { one: "дає", other: "дають" })} ${format.integer(count)} ${clients(count)} (${share})`,
    paretoSubtitle: "Частка клієнтів, починаючи з найбільших, і частка чистих продажів; останні 12 повних місяців",
    paretoPoint: (clientShare: string, sales: string) => `${clientShare} клієнтів дають ${sales} продажів`,
    table: "Клієнти",
    tableSubtitle: (amount: string, share: string) => `Чисті продажі ${amount}, ${share} усіх`,
  },
  classes: {
    key: "Ключові",
    medium: "Середні",
    small: "Малі",
    occasional: "Епізодичні",
    inactive: "Неактивні",
    new: "Нові",
    none: "Ще не клієнт",
  },
};
