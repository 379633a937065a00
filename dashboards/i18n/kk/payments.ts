import type { paymentsEn } from "../en/payments.ts";

/** Kazakh texts of the page payments. */
export const paymentsKk: typeof paymentsEn = {
  payments: {
    scope: "Есепті күнгі ашық берешек; айналым күндері — соңғы он екі айдың сатылымы бойынша",
    headline: (balance, overdue, share, debtors, format) =>
      `Клиенттердің берешегі ${balance}; мерзімі өткені ${overdue} (ашық шоттардың ${share} бөлігі), берешегі мерзімінен өткен ${format.integer(debtors)} клиент бар.`,
    nothingOverdue: (balance) => `Клиенттердің берешегі ${balance}, мерзімі өткені жоқ.`,
    nothingOpen: (credit) =>
      `Ашық шот жоқ: клиенттердің берешегі жоқ, ал алдын ала төленген, шоттарға бөлінбеген немесе кредит-нотамен қайтарылатын ${credit} — солардың ақшасы.`,
    split: (owed, credit, onBalance) =>
      `Ашық шоттар бойынша клиенттердің берешегі ${owed}, ал алдын ала төленгені, шоттарға бөлінбегені және кредит-ноталары ${credit}: ${onBalance}.`,
    theirs: (amount) => `қорытындысында біз клиенттерге ${amount} қарызбыз`,
    ours: (amount) => `қорытындысында клиенттердің берешегі ${amount}`,
    pastDue: (overdue, share, debtors, format) =>
      `Мерзімі өткені ${overdue} (ашық шоттардың ${share} бөлігі), берешегі мерзімінен өткен ${format.integer(debtors)} клиент бар.`,
    nonePastDue: "Мерзімі өткен берешек жоқ.",
    owedToClients: "Клиенттерге қарыз, қорытындысында",
    lessCredit: (owed, credit) =>
      `ашық шоттар ${owed}, шегерілгені — алдын ала төленген, шоттарға бөлінбеген не кредит-нотадағы ${credit}`,
    balance: "Дебиторлық берешек",
    overdue: "Мерзімі өткен",
    overdueShare: "Мерзімі өткен үлес",
    dso: "Дебиторлық берешектің айналым күндері (DSO)",
    dsoShort: "DSO",
    countBack: "DSO, кері есеппен",
    best: "Мүмкін болатын ең жақсы DSO",
    bestShort: "Ең жақсы ықтимал",
    delinquent: "Мерзімінен өткен орташа күн",
    effectiveness: "Берешекті өндіріп алу тиімділігі, %",
    delay: "Мерзімнен кейінгі күндер медианасы",
    paidByDueDay: (share) => `Ақшаның ${share} бөлігі мерзіміне дейін түсті`,
    oneOnly: "Өңір үшін немесе менеджер үшін белгілі, екеуі бірге таңдалса — белгісіз",
    unconverted: (count, format) => `валюта бағамы жоқ ${format.integer(count)} құжат есепке кірмеген`,
    flags: {
      low_n: "шот аз",
      insufficient_history: "сатылым тарихы он екі айдан аз",
      credit_balance: "клиенттерге біз қарызбыз",
      no_sales: "он екі айда сатылым жоқ",
      mostly_unpaid: "жартысынан азы төленген",
    },
    buckets: {
      not_due_amount: "Мерзімі келмеген",
      days_1_30_amount: "Мерзімі 1–30 күн өткен",
      days_31_60_amount: "31–60 күн",
      days_61_90_amount: "61–90 күн",
      days_over_90_amount: "90 күннен астам",
      without_due_date_amount: "Мерзімі көрсетілмеген",
      credit_amount: "Кредит-ноталар",
      unallocated_amount: "Бөлінбеген төлемдер",
    },
    age: "Мерзімі",
    noneOverdueTitle: "Мерзімі өткен берешек жоқ",
    ageTitle: (share, amount) => `Мерзімі өткен берешектің ${share} бөлігі 90 күннен асқан: ${amount}`,
    ageSubtitle: "Мерзімі өткен күндер бойынша ашық сомалар; барлық бағанның қосындысы — дебиторлық берешек",
    whoTitle: (name, share) => `${name}: мерзімі өткен берешектегі үлесі ${share}`,
    whoSubtitle: (dimension) =>
      `Мерзімі өткен сома және оның ашық шоттардағы үлесі: тапсырыстағы ${dimension.toLocaleLowerCase("kk")} бойынша`,
    dsoTitle: (days, best) =>
      `Ақша орта есеппен ${days} күнде қайтады; мерзімі өткен берешек болмаса, ${best} күн болар еді`,
    dsoSubtitle: "Ай соңындағы дебиторлық берешектің он екі айдағы сатылымға қатынасы, күнмен",
    delays: "Ақша қаншалықты кешігіп түседі",
    delaysSubtitle:
      "Соңғы 365 күннің шоттары, тапсырыс менеджері бойынша, сома салмағымен; төленбегені осы күнге дейінгі күндермен есептеледі (Каплан–Мейер)",
    delayMedian: "Жартысы түскен күн",
    delayP90: "90% түскен күн",
    delayPaid: "Төленгеннің орташа кешігуі",
    byDueDay: "Мерзіміне дейін түскені",
    invoices: "Шоттар",
    debtors: "Бүгін кімге еске салу керек",
    debtorsSubtitle: "Шоттарының мерзімі өткен клиенттер, ірісі бірінші; менеджер — клиентке бүгін жауапты қызметкер",
    oldest: "Ең ескісі, күн",
    over90: "90 күннен астам",
  },
};
