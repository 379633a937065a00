import type { Formats } from "../../formats.ts";
import type { activityEn } from "../en/activity.ts";
import { plural } from "../locales.ts";
import { prepositional } from "./words.ts";

/** Russian texts of the page of managers' activity. */
export const activityRu: typeof activityEn = {
  activity: {
    headline: (coverage: string, late: number, key: number, format: Formats) =>
      `За месяц контакт есть с ${coverage} клиентов; дольше нормы своего класса ${plural("ru", late, { one: "ждёт", other: "ждут" })} ${format.integer(late)}, из них ключевых ${format.integer(key)}.`,
    contacts: "Контакты",
    calls: "Звонки",
    meetings: "Встречи и визиты",
    messages: "Сообщения",
    coverage: "Охват клиентов за месяц",
    coverageNote: "от портфеля на конец месяца, кем угодно",
    perDay: "Контакты на менеджера в рабочий день",
    missed: "Сорвано из запланированного",
    missedCount: "Сорвано",
    outgoing: "Исходящие",
    gaps: "В данных есть дни без единого контакта: это пробел, а не простой",
    mostTitle: (month: string, count: string) => `Больше всего контактов — в ${prepositional(month)}: ${count}`,
    trendSubtitle: "Состоявшиеся контакты по каналам; автоматические рассылки не считаются",
    nobodyWaits: "Никто не ждёт дольше нормы",
    waitTitle: (name: string, count: string) => `${name}: больше всех ожидающих клиентов, ${count}`,
    waitNobodyTitle: (count: string) => `Без менеджера ждут контакта клиентов: ${count}`,
    waitSubtitle: "Клиенты без контакта дольше нормы класса, по владельцам, на отчётный день",
    waiting: "Ждут клиентов",
    critical: "Вдвое дольше нормы",
    keyWaiting: "Ключевые",
    mediumWaiting: "Средние",
    bar: (late: number, critical: number, format: Formats) =>
      critical === 0 ? format.integer(late) : `${format.integer(late)}, критично ${format.integer(critical)}`,
    table: "Менеджеры",
    tableSubtitle:
      "Контакты, портфель и продажи портфеля за период; дни отсутствия, если они названы, рабочими не считаются",
    portfolio: "Клиентов в портфеле",
    todo: "Списки для работы",
    todoSubtitle: "Кому звонить, кому напомнить, кого обслужить, что решить; каждый список можно скачать",
    call: "Позвонить сегодня",
    callSubtitle:
      "Клиенты, которые ждут слишком долго, сначала важные: просрочка × ценность × задержка заказов; запланированный контакт снимает срочность",
    optedOut: (count: string) => `Не показаны просившие не звонить: ${count}.`,
    severities: { warn: "просрочен", critical: "давно просрочен", planned: "контакт назначен" } as Record<
      string,
      string
    >,
    days: "Дней без контакта",
    allowed: "Норма, дней",
    lastContact: "Последний контакт",
    next: "Назначен",
    worth: "Ценность",
    orderGaps: "Дни без заказа, в обычных промежутках",
    channels: {
      call: "звонок",
      meeting: "встреча",
      visit: "визит",
      message: "сообщение",
      email: "письмо",
    } as Record<string, string>,
    events: "Дни рождения и назначенные контакты",
    eventsSubtitle: "Ближайшие дни по настройкам и контакты, сорванные за столько же дней до того",
    eventKinds: {
      birthday: "день рождения",
      planned_contact: "назначен контакт",
      missed_contact: "контакт сорван",
    } as Record<string, string>,
    day: "День",
    what: "Что",
    daysLeft: "Осталось дней",
  },
};
