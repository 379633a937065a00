import type { Formats } from "../../formats.ts";
import type { promisesEn } from "../en/promises.ts";

/** Russian texts of the page of answering times and returns. */
export const promisesRu: typeof promisesEn = {
  promises: {
    headline: (answered: string, solved: string, open: number, late: number, format: Formats) =>
      `В обещанный срок отвечено на ${answered} жалоб и закрыто ${solved}; открыто ${format.integer(open)}, из них с нарушением срока ${format.integer(late)}.`,
    none: "В этом периоде жалоб нет",
    answered: "Отвечено в срок",
    answeredShort: "Отвечено",
    solved: "Закрыто в пределах срока",
    solvedShort: "Закрыто",
    openLate: "Открыто сверх срока",
    ofOpen: (open: number, format: Formats) => `из открытых: ${format.integer(open)}`,
    hours: (half: string, most: string) => `за 365 дней: половина за ${half} раб. ч, 90 % — за ${most} раб. ч`,
    slaTitle: (month: string, share: string) => `Из жалоб за ${month} в пределах срока закрыто ${share}`,
    slaSubtitle: "Доли жалоб, полученных в месяце, в рабочих часах; те, чей срок не вышел, ждут",
    pending: "Срок ещё не вышел",
    returns: "Возвраты",
    returnRate: "Доля возвратов по сумме",
    returnRateUnits: "Доля возвратов по количеству",
    returnTitle: (rate: string) => `Вернулось ${rate} доставленного по сумме`,
    returnSubtitle: "Возвраты к доставленному, по месяцу доставки; слишком молодые месяцы не показаны",
    immature: "Последние месяцы ещё не созрели: вернётся больше",
    arrived: "Доставлено",
    cameBack: "Вернулось",
    mature: "Созрел",
    yes: "да",
    notYet: "ещё нет",
    reason: "Причина",
    returnCount: "Возвраты",
    noReturns: "В этом периоде возвратов нет",
    reasonTitle: (reason: string, share: string) => `«${reason}» — ${share} суммы возвратов`,
    reasonSubtitle: "Сумма возвратов по причинам и её доля, в месяце возврата",
    reasonShare: "Доля суммы возвратов",
    lineReturns: "Возвраты на отгруженную строку",
    lineProductTitle: (name: string, rate: string) => `Чаще всего возвращают «${name}»: ${rate} отгруженных единиц`,
    lineManagerTitle: (name: string, rate: string) =>
      `Чаще всего возвращают из строк менеджера ${name}: ${rate} отгруженных единиц`,
    lineReasonTitle: (reason: string, rate: string) => `По причине «${reason}» возвращается ${rate} отгруженной суммы`,
    lineSubtitle:
      "Вернувшиеся единицы к отгруженным, строки последних двенадцати месяцев; слишком молодые месяцы не учтены",
    lineReasonSubtitle: "Возвращённая по каждой причине сумма к отгруженной за те же месяцы",
    shipped: "Отгружено",
    deliveries: "Отгрузки",
    fewDeliveries: "меньше 30 отгрузок",
    rates: "Жалобы на 100 доставленных заказов",
    ratesSubtitle: "По видам и по менеджерам заказа за выбранный период; виды — ко всем заказам",
    by: "Разрез",
    name: "Название",
    open: "Открытые жалобы",
    openSubtitle: "На отчётный день, от старых; часы идут только в рабочие дни",
    complaint: "Жалоба",
    received: "Получена",
    answer: "Ответ дан",
    hoursSoFar: "Рабочих часов прошло",
    target: "Срок, часов",
    states: { met: "в срок", breached: "срок нарушен", pending: "в пределах срока", unknown: "время неясно" } as Record<
      string,
      string
    >,
  },
};
