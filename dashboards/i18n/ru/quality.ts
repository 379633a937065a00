import type { Formats } from "../../formats.ts";
import type { qualityEn } from "../en/quality.ts";
import { plural } from "../locales.ts";

/** Russian texts of the page quality. */
export const qualityRu: typeof qualityEn = {
  quality: {
    scope: "Все файлы хранилища",
    noRows: "Строк ещё не прочитано.",
    accepted: (share: string, count: number, format: Formats) =>
      `Принято ${share} из ${format.integer(count)} ${plural("ru", count, { one: "прочитанной строки", other: "прочитанных строк" })}.`,
    acceptedOfRest: (share: string, read: number, skipped: number, format: Formats) =>
      `Прочитано строк: ${format.integer(read)}; из них ${format.integer(skipped)} намеренно оставлено другим выгрузкам, из остальных принято ${share}.`,
    refused: (count: number, format: Formats) => `Задержано или отклонено файлов: ${format.integer(count)}.`,
    reconciled: "Деньги сходятся от файла до показателя.",
    notReconciled: (count: number, format: Formats) =>
      `Деньги расходятся на ${format.integer(count)} ${plural("ru", count, { one: "этапе", other: "этапах" })}.`,
    checksPass: "Все проверки пройдены.",
    checksFail: (count: number, format: Formats) =>
      `Находки у ${format.integer(count)} ${plural("ru", count, { one: "проверки", other: "проверок" })}.`,
    ofFeeds: (count: number, format: Formats) =>
      `из ${format.integer(count)} ${plural("ru", count, { one: "выгрузки", other: "выгрузок" })}`,
    ofChecks: (count: number, format: Formats) =>
      `из ${format.integer(count)} ${plural("ru", count, { one: "проверки", other: "проверок" })}`,
    freshness: "Свежесть источников",
    freshnessSubtitle: "Когда в последний раз приходила каждая выгрузка, на момент сборки",
    checks: "Проверки",
    checksSubtitle: "Строки, которых быть не должно; ошибка останавливает публикацию",
    passed: "пройдена",
    found: "есть находки",
    noRejects: "Ни одна строка не отложена",
    rejectTitle: (rule: string, column: string, source: string) =>
      `Чаще всего: ${source}, правило «${rule}», колонка ${column}`,
    rejectSubtitle: "Отложенные строки по источникам и правилам",
    rejects: "Отложенные строки",
    rejectsSubtitle: "По источникам, правилам и колонкам; сами строки: karavan rejects",
    reconciliation: "Деньги от файла до показателя",
    reconciliationSubtitle: "Строки и суммы каждого этапа против предыдущего",
    agrees: "сходится",
    differs: "расходится",
    models: "Модели, по которым сделаны оценки",
    modelsSubtitle:
      "Версия обозначает формулу и настройки, а не данные: та же версия на тех же данных даёт те же строки",
    model: "Модель",
    version: "Версия",
    restsOn: "Наблюдений",
    restsOnKind: "Вид наблюдений",
    sound: "Без оговорок",
    modelNames: {
      churn: "Отток",
      lifetime_value: "Пожизненная ценность",
      forecast: "Прогноз продаж",
      stage_probability: "Шансы этапов",
      deal_value: "Стоимость открытых сделок",
      pipeline: "Воронка",
      renewal: "Продление договоров",
      next_product: "Следующий товар",
      look_alike: "Похожие клиенты",
      rfm: "Баллы RFM",
    } as Record<string, string>,
    modelsOf: {
      churn: "клиенты",
      lifetime_value: "клиенты",
      forecast: "месяцы",
      stage_probability: "входы в этапы",
      deal_value: "входы в этапы",
      pipeline: "открытые сделки",
      renewal: "договоры",
      next_product: "корзины",
      look_alike: "ключевые клиенты",
      rfm: "клиенты",
    } as Record<string, string>,
    future: "Строки с датой позже отчётного дня",
    futureSubtitle: "Не входят ни в одно число, пока не наступит их день",
    futureNone: "Ни один источник не датирует документы будущим.",
    remarks: "Кроме строк файлов",
    remarksSubtitle: "Итоги в файлах против суммы строк, строки исправленные и скрытые; подробнее: karavan report",
    remarksNone: "Ни итогов, ни исправленных строк в файлах нет.",
    line: "Строка",
    remark: "Что это",
    finding: "Что найдено",
    places: "Мест",
    files: "Файлы",
    filesSubtitle: "Что стало с каждым предложенным файлом",
  },
  remarkKinds: {
    footer: "итог",
    inner_quote: "кавычка внутри значения",
    plain_quote: "кавычки в значении",
    empty_tail: "пустые поля в конце",
    padded: "нет значений в конце",
    hidden_rows: "скрытые строки",
    check: "правило нарушено",
  },
  feedStates: {
    fresh: "свежая",
    aging: "стареет",
    stale: "устарела",
    missing: "не приходила",
    optional: "не ожидается",
  },
  stages: { file: "Файл", raw: "Сырые данные", staging: "Подготовка", mart: "Витрина", metric: "Показатель" },
};
