import type { clientsEn } from "../en/clients.ts";

/** Kazakh texts of the page clients. */
export const clientsKk: typeof clientsEn = {
  movement: {
    title: "Айлар бойынша келген және кеткен клиенттер",
    finding: (fresh, wonBack, lost, month, format) =>
      `${month}: жаңа — ${format.integer(fresh)}, қайтып келген — ${format.integer(wonBack)}, кеткен — ${format.integer(lost)}`,
    subtitle:
      "Толық айлар бойынша клиенттер; тапсырыссыз өткен айлар саны баптаудағы мерзімге жетсе, клиент кеткен саналады",
    opening: "Ай басындағы белсенді",
    fresh: "Жаңа",
    wonBack: "Қайтып келген",
    won: "Келген",
    lost: "Кеткен",
    closing: "Ай соңындағы белсенді",
    freshAmount: "Жаңа клиенттерге сатылым",
    wonBackAmount: "Қайтып келгендерге сатылым",
    keptAmount: "Қалған клиенттерге сатылым",
  },
  clients: {
    scope: (month) => `Кластар ${month} жағдайы бойынша, оған дейінгі толық кезеңдер негізінде`,
    headline: (count, share, sales, format) =>
      `${format.integer(count)} негізгі клиент (барлық клиенттің ${share} бөлігі) сатылымның ${sales} бөлігін береді.`,
    noKey: "Негізгі клиент әлі жоқ.",
    giniNote: (gini) => `Джини коэффициенті ${gini}: 0 — бәрі тең, 1 — бәрі бір клиентте`,
    classTitle: (name, share) => `${name} клиенттердің сатылымдағы үлесі: ${share}`,
    classSubtitle: "Есеп терезесіндегі әр кластың таза сатылымы",
    classThreshold: (key, medium) =>
      `Әр кластың таза сатылымы; кезеңдегі орташа шек: негізгі — кемінде ${key}, орташа — кемінде ${medium}`,
    classBar: (share, count, format) => `${share}, ${format.integer(count)} клиент`,
    historyTitle: (size, change, month) =>
      change === 0
        ? `Негізгі клиенттер саны ${month} деңгейінде қалды`
        : `Негізгі клиенттер саны: ${size} (${month} деңгейіне қарағанда)`,
    historySubtitle: "Әр кезең соңындағы клиенттер, кластар бойынша",
    migrationTitle: (up, down, format) =>
      `Класы көтерілгені: ${format.integer(up)} клиент, төмендегені: ${format.integer(down)}`,
    migrationSubtitle: "Клиенттер: бұрынғы класы (жолдар) және қазіргі класы (бағандар) бойынша",
    paretoPlain: "Сатылым ең ірі клиенттерден қалай жиналады",
    paretoTitle: (count, share, format) => `Сатылымның 80% бөлігін ${format.integer(count)} клиент (${share}) береді`,
    paretoSubtitle: "Ең ірілерінен бастап клиенттер үлесі және олардың таза сатылымдағы үлесі; соңғы 12 толық ай",
    paretoPoint: (clientShare, sales) => `Клиенттердің ${clientShare} бөлігі сатылымның ${sales} бөлігін береді`,
    table: "Клиенттер",
    tableSubtitle: (amount, share) => `Таза сатылым ${amount}, жалпы сомадағы үлесі ${share}`,
  },
  classes: {
    key: "Негізгі",
    medium: "Орташа",
    small: "Шағын",
    occasional: "Сирек алатын",
    inactive: "Белсенді емес",
    new: "Жаңа",
    none: "Әлі клиент емес",
  },
};
