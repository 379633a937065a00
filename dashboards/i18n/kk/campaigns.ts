import type { campaignsEn } from "../en/campaigns.ts";

/** Kazakh texts of the page campaigns. */
export const campaignsKk: typeof campaignsEn = {
  campaigns: {
    scope: "Телінген сатылым — әсер емес: әсерді тек бақылау тобы көрсетеді",
    attributedSentence: (amount, times, isAllCosted) => {
      const timesCost = isAllCosted
        ? `, шығыннан ${times} есе`
        : `; шығыны белгілі науқандарда — шығыннан ${times} есе`;
      return `Ереже бойынша телінген сатылым: ${amount}${times === undefined ? "" : timesCost}.`;
    },
    incrementalSentence: (amount) => `Бақылау топтары растаған қосымша сатылым: ${amount}.`,
    proven: (proven, measured, format) =>
      measured === 0
        ? "Бақылау тобы аяқталған науқан жоқ, сондықтан әсерді көрсету мүмкін емес."
        : `Бақылау тобы бар науқандар: ${format.integer(measured)}, тапсырысты статистикалық маңызды арттырғаны: ${format.integer(proven)}.`,
    costMissing: (count, format) => `шығыны белгісіз ${format.integer(count)} науқан есепке кірмеген`,
    attributedNote: "баптаудағы ереже бойынша",
    incrementalNote: (count, format) => `бақылау тобы бар ${format.integer(count)} науқан бойынша`,
    responseNote: "қамтылған клиентке шаққандағы жауап",
    noControl: "Бақылау тобы аяқталған науқан жоқ",
    liftTitle: (name, points) => `«${name}» науқаны нәтиже берді: тапсырыс бергендер үлесінің өсімі ${points}`,
    liftNone: "Бірде-бір әсер статистикалық маңызды емес",
    liftSubtitle: "Науқан тобы мен бақылау тобындағы тапсырыс бергендер үлесінің айырмасы, пайыздық тармақ, 95% аралық",
    noCost: "Бұл науқандардың шығыны белгісіз",
    roiTitle: (paid, all, format) =>
      `Телінген маржасы шығыннан артық науқандар: ${format.integer(paid)}, барлығы: ${format.integer(all)}`,
    roiSubtitle: "Шығынды шегергендегі телінген маржа, шығын бірлігіне шаққанда",
    table: "Науқандар",
    rulesTitle: (share) => `Ереже таңдау телінген сатылымның ${share} бөлігіне әсер етеді`,
    rulesSame: "Барлық ереже бірдей нәтиже береді: бірде-бір тапсырысқа екі науқан қатар әсер етпеген",
    rulesSubtitle:
      "Әр ереже телитін сатылым; кез келген ереже бойынша науқандар мен науқансыз сатылым қосындысы жалпы сатылымға тең",
    rules: {
      last_touch: "Соңғы жанасу",
      first_touch: "Алғашқы жанасу",
      linear: "Тең бөлу",
      time_decay: "Тапсырысқа жақындығына қарай",
      position: "Орнына қарай",
    },
    chosenRule: (name) => `${name} (баптауда таңдалған)`,
    organic: "Науқансыз",
    ruleSpread: "Ережелер арасындағы айырма",
    funnel: "Жіберуден жауапқа дейін",
    funnelTitle: (share) => `Хабарлама жіберілген клиенттердің ${share} бөлігі жауап берді`,
    funnelSubtitle: "Көрсетілген барлық науқанның әр қадамындағы клиенттер және жіберілгендердегі үлесі",
    steps: {
      sent: "Жіберілді",
      delivered: "Жетті",
      opened: "Ашты",
      clicked: "Сілтемеге өтті",
      responded: "Жауап берді",
    },
    step: "Қадам",
    ofSent: "Жіберілгендердегі үлесі",
    notRecorded: "ештеңе жазылмаған",
    costPerResponse: "Бір жауаптың құны",
    responseRange: "Жауап үлесі, 95%",
    incrementalRoasRange: "iROAS, 95%",
    balance: {
      title: (alike: string, all: string) => `Бақылау тобы қатысушыларға ұқсас науқандар: ${alike}, барлығы: ${all}`,
      subtitle:
        "Топтарға бөлгенге дейінгі 365 күн; айырма стандартты ауытқудың оннан бірінен асса — ұқсас емес; шағын топтарда бұл жиі кездейсоқ болады",
      figure: "Көрсеткіш",
      figures: { orders: "Тапсырыстар", amount: "Сатылым", active: "Тапсырыс берген клиенттер" } as Record<
        string,
        string
      >,
      treatedMean: "Қатысушылар, орташа",
      controlMean: "Бақылау, орташа",
      difference: "Айырма, стандартты ауытқу",
      verdict: "Қорытынды",
      alike: "ұқсас",
      unlike: "ұқсас емес",
    },
    incrementalMargin: "Қосымша маржа",
    incrementalRoiRange: "iROI, 95%",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `Бақылау тобымен салыстырғанда шығынын сенімді ақтағаны: ${paid}, барлығы: ${all}; сенімді шығынды: ${lost}`,
    incrementalSubtitle:
      "Шығынды шегергендегі қосымша маржа, шығын бірлігіне шаққанда, 95% аралықпен; маржа сатылым сияқты бақылау тобымен салыстырып өлшенген",
  },
};
