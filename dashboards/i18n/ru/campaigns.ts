import type { Formats } from "../../formats.ts";
import type { campaignsEn } from "../en/campaigns.ts";
import { plural } from "../locales.ts";

/** Russian texts of the page campaigns. */
export const campaignsRu: typeof campaignsEn = {
  campaigns: {
    scope: "Приписанные продажи — ещё не эффект: его показывает только контрольная группа",
    attributedSentence: (amount: string, times: string | undefined, isAllCosted: boolean) => {
      const timesCost = isAllCosted
        ? `, к затратам — как ${times} к 1`
        : `; где затраты известны, к затратам — как ${times} к 1`;
      return `Приписано по правилу: ${amount} продаж${times === undefined ? "" : timesCost}.`;
    },
    incrementalSentence: (amount: string) => `Дополнительные продажи, подтверждённые контрольными группами: ${amount}.`,
    proven: (proven: number, measured: number, format: Formats) =>
      measured === 0
        ? "Ни у одной кампании нет завершённой контрольной группы, эффект показать нельзя."
        : `Из ${format.integer(measured)} ${plural("ru", measured, { one: "кампании", other: "кампаний" })} с контрольной группой статистически значимый прирост заказов — у ${format.integer(proven)}.`,
    costMissing: (count: number, format: Formats) =>
      `без ${format.integer(count)} ${plural("ru", count, { one: "кампании", other: "кампаний" })} с неизвестными затратами`,
    attributedNote: "по правилу из настроек",
    incrementalNote: (count: number, format: Formats) =>
      `по ${format.integer(count)} ${plural("ru", count, { one: "кампании", other: "кампаниям" })} с контрольной группой`,
    responseNote: "ответов на охваченного клиента",
    noControl: "Ни у одной кампании нет завершённой контрольной группы",
    liftTitle: (name: string, points: string) => `Кампания «${name}» сработала: ${points} к доле заказавших`,
    liftNone: "Ни один эффект не отличим от случайности",
    liftSubtitle: "Разница доли заказавших между группами, процентные пункты, интервал 95 %",
    noCost: "Затраты этих кампаний неизвестны",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `Приписанная маржа выше затрат у ${format.integer(paid)} из ${format.integer(all)} ${plural("ru", all, { one: "кампании", other: "кампаний" })}`,
    roiSubtitle: "Приписанная маржа за вычетом затрат, на единицу затрат",
    table: "Кампании",
    rulesTitle: (share: string) => `Выбор правила решает судьбу ${share} приписанных продаж`,
    rulesSame: "Все правила дают один результат: ни один заказ не связан с двумя из этих кампаний",
    rulesSubtitle:
      "Продажи, которые приписало бы каждое правило; по любому из них кампании и продажи без кампаний дают в сумме все продажи",
    rules: {
      last_touch: "Последнее касание",
      first_touch: "Первое касание",
      linear: "Поровну",
      time_decay: "С затуханием",
      position: "По положению",
    },
    chosenRule: (name: string) => `${name} (в настройках)`,
    organic: "Без кампаний",
    ruleSpread: "Разброс",
    funnel: "От отправки до ответа",
    funnelTitle: (share: string) => `Из охваченных клиентов ответили ${share}`,
    funnelSubtitle: "Клиенты на каждом шаге по всем показанным кампаниям и их доля от отправленных",
    steps: {
      sent: "Отправлено",
      delivered: "Доставлено",
      opened: "Открыто",
      clicked: "Переход",
      responded: "Ответ",
    },
    step: "Шаг",
    ofSent: "Доля от отправленных",
    notRecorded: "ничего не записано",
    costPerResponse: "Затраты на ответ",
    responseRange: "Отклик, 95 %",
    incrementalRoasRange: "iROAS, 95 %",
    balance: {
      title: (alike: string, all: string) => `Контрольная группа похожа на участников в ${alike} из ${all} кампаний`,
      subtitle:
        "365 дней до распределения по группам; при различии больше 0,1 стандартного отклонения группы не похожи; у малых групп так часто бывает случайно",
      figure: "Показатель",
      figures: { orders: "Заказы", amount: "Продажи", active: "Клиенты с заказом" } as Record<string, string>,
      treatedMean: "Участники, среднее",
      controlMean: "Контроль, среднее",
      difference: "Разность, стандартных отклонений",
      verdict: "Вывод",
      alike: "похожи",
      unlike: "не похожи",
    },
    incrementalMargin: "Дополнительная маржа",
    incrementalRoiRange: "iROI, 95 %",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `По сравнению с контрольной группой достоверно окупились: ${paid} из ${all}; достоверно убыточны: ${lost}`,
    incrementalSubtitle:
      "Дополнительная маржа за вычетом затрат, на единицу затрат, с интервалом 95 %; маржа, как и продажи, измерена по сравнению с контрольной группой",
  },
};
