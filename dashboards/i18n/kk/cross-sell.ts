import type { crossSellEn } from "../en/cross-sell.ts";

/** Kazakh texts of the page cross-sell. */
export const crossSellKk: typeof crossSellEn = {
  crossSell: {
    scope: (range: string) => `Себеттер: ${range}; тауарлар — соңғы 12 толық ай үшін`,
    pairLine: (first, second, lift) =>
      `«${first}» және «${second}» кездейсоқ жағдайға қарағанда ${lift} есе жиі бірге алынады`,
    offersLine: (count, worth, format) =>
      `төмендегі ұсыныстар ${format.integer(count)} клиенттен ${worth} маржа әкелуі мүмкін.`,
    offersUncosted: (count, format) =>
      `${format.integer(count)} клиентке ұсыныс бар. Олардың қанша маржа әкелетіні белгісіз: өзіндік құн жүктелмеген.`,
    ofPlace: (pair, offers) => `Бүкіл компания бойынша ${pair}; сүзгілерді ескергенде ${offers}`,
    noPairs: "Себеттерге қарағанда, кездейсоқтықтан жиі бірге алынатын екі тауар жоқ.",
    noPairsWith: (product) =>
      `Себеттерге қарағанда, «${product}» тауарымен кездейсоқтықтан жиі бірге алынатын тауар жоқ.`,
    pairs: "Кездейсоқ емес жұптар",
    pairsNote: (count, format) => `${format.integer(count)} себет бойынша`,
    clients: "Ұсынысы бар клиенттер",
    worth: "Бірінші ұсыныстардан күтілетін маржа",
    worthNote: "ықтималдық × себеттегі орташа маржа",
    pairTitle: (first, second, count) => `${first} және ${second}: кездейсоқтықтан артық ${count} себет`,
    pairSubtitle:
      "Екеуі де бар, кездейсоқтықтан артық себеттер; тек еселігінің төменгі шегі (95%) 1 санынан жоғары жұптар",
    pairText: (count, lift) => `+${count} · ${lift}×`,
    matrixTitle: (segment, category, index) =>
      `${segment} клиенттер: «${category}» санатының үлесі жалпы деңгейден ${index} есе жоғары`,
    matrixPlain: "Әр кластағы клиенттер не сатып алады",
    matrixSubtitle:
      "Санаттың класс сатып алуындағы үлесі оның жалпы сатылымдағы үлесіне қатынасы; 30 клиентке жетпейтін кластар көрсетілмейді",
    bestTitle: (name, amount) => `Ең көп сатылатын тауар: ${name}, ${amount}`,
    bestSubtitle: "Соңғы 12 толық айдағы таза сатылым; өңір мен бағыт сүзгілері қолданылады",
    profitTitle: (name, amount) => `Ең көп маржа әкелетін тауар: ${name}, ${amount}`,
    profitSubtitle: "Өзіндік құны белгілі тауарлардың жалпы маржасы, соңғы 12 толық ай",
    offers: "Кімге не ұсыну керек",
    offersSubtitle:
      "Әр клиентке үш тауарға дейін: клиент сатып алатын тауармен бірге сатылады, бірақ клиент оны 12 ай бойы алмаған; алдымен ең құндылары",
    pairTable: "Барлық жұптар",
    pairTableSubtitle: (count, format) => `${format.integer(count)} жұп, кездейсоқтықтан ең алшағы бірінші`,
    columns: {
      first: "Бірінші тауар",
      second: "Екінші тауар",
      both: "Екеуі де бар себеттер",
      beyond: "Кездейсоқтықтан артық себеттер",
      confidenceAB: "Біріншімен бірге екіншісі",
      confidenceBA: "Екіншімен бірге біріншісі",
      lift: "Кездейсоқтықтан неше есе",
      liftLower: "Төменгі шек, 95%",
      offer: "Ұсыныс",
      because: "Негізі: сатып алатын тауары",
      confidence: "Ықтималдық",
      expected: "Күтілетін маржа",
      category: "Санат",
      index: "Индекс",
      penetration: "Сатып алатын клиенттер үлесі",
      margin: "Жалпы маржа",
      marginRate: "Маржа үлесі",
    },
  },
};
