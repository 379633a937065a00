import type { rfmEn } from "../en/rfm.ts";

/** Kazakh texts of the page rfm. */
export const rfmKk: typeof rfmEn = {
  rfm: {
    scope: (range: string) => `${range}: осы кезеңде тапсырысы бар клиенттер, бір ай бұрынғы жағдаймен салыстырғанда`,
    headline: (champions, share, risk, amount, format) =>
      `${format.integer(champions)} чемпион клиент сатылымның ${share} бөлігін береді; ${format.integer(risk)} құнды клиент кету қаупінде, сатылымы: ${amount}.`,
    monthAgo: "өткен ай",
    segmentNote: (amount) => `таза сатылым ${amount}`,
    atRisk: "Кету қаупінде",
    gridTitle: (segment, recency, fm, amount) =>
      `Сатылымның ең көбі: ${segment} (соңғы тапсырыс ${recency}, жиілік пен сома ${fm}), ${amount}`,
    gridSubtitle:
      "Клиенттер: соңғы тапсырыс ұпайы (жолдар), жиілік пен сома ұпайы (бағандар); түсі қою болса, сатылым көп",
    gridByFrequency: "Клиенттер: соңғы тапсырыс ұпайы (жолдар), жиілік ұпайы (бағандар); түсі қою болса, сатылым көп",
    fmAxis: (score) => (score === 1 ? "1 аз" : score === 5 ? "5 көп" : String(score)),
    recencyAxis: (score) => (score === 1 ? "1 ертеде" : score === 5 ? "5 жақында" : String(score)),
    segmentsTitle: (name, change) => `Бір айдағы ең үлкен өзгеріс: «${name}», ${change}`,
    segmentsSame: "Бір айда сегменттер өзгерген жоқ",
    segmentsSubtitle: "Сегменттердегі клиенттер, жақшада бір айдағы өзгеріс",
    table: "RFM сегменттері бойынша клиенттер",
    segmentTable: "Сегменттер сандармен",
    cuts: "Бестен бір бөліктердің шекаралары",
    cutsSubtitle: "Клиенттердің 20, 40, 60 және 80% бөлігі осы мәндерден төмен жатыр; тең мәндердің ұпайы да тең",
    cutsFixedSubtitle:
      "Баптаулардағы мәндер, олар болмаса клиенттердің 20, 40, 60 және 80% бөлігі төмен жататын мәндер; тең мәндердің ұпайы да тең",
    measures: {
      recency: "Соңғы тапсырыстан бері, күн",
      recency_own_gaps: "Үнсіздік, клиенттің өз сатып алу аралықтарымен",
      frequency: "Сатып алған күндер",
      monetary: "Таза сатылым",
      monetary_money_per_purchase: "Сатып алған күнге таза сатылым",
    },
  },
  segments: {
    champions: "Чемпиондар",
    loyal: "Адал",
    potential_loyalist: "Әлеуетті адал",
    new: "Жаңа",
    promising: "Болашағы бар",
    needs_attention: "Назар керек",
    about_to_sleep: "Бәсеңдеген",
    cannot_lose: "Сақтап қалу",
    at_risk: "Тәуекелде",
    hibernating: "Ұйқыдағы",
  },
};
