import type { Formats } from "../../formats.ts";
import type { qualityEn } from "../en/quality.ts";
import { plural } from "../locales.ts";

const ofChecks = (value: number) => plural("uk", value, { one: "перевірки", other: "перевірок" });

/** Ukrainian texts of the page quality. */
export const qualityUk: typeof qualityEn = {
  quality: {
    scope: "Усі файли сховища",
    noRows: "Жодного рядка ще не прочитано.",
    accepted: (share: string, count: number, format: Formats) =>
      `Прийнято ${share} з ${format.integer(count)} ${plural("uk", count, { one: "прочитаного рядка", other: "прочитаних рядків" })}.`,
    acceptedOfRest: (share: string, read: number, skipped: number, format: Formats) =>
      `Прочитано рядків: ${format.integer(read)}; із них ${format.integer(skipped)} навмисно залишено іншим вивантаженням, з решти прийнято ${share}.`,
    refused: (count: number, format: Formats) => `Затримано або відхилено файлів: ${format.integer(count)}.`,
    reconciled: "Гроші сходяться від файлу до показника.",
    notReconciled: (count: number, format: Formats) =>
      `Гроші розходяться на ${format.integer(count)} ${plural("uk", count, { one: "етапі", other: "етапах" })}.`,
    checksPass: "Усі перевірки пройдено.",
    checksFail: (count: number, format: Formats) => `Знахідки в ${format.integer(count)} ${ofChecks(count)}.`,
    ofFeeds: (count: number, format: Formats) =>
      `із ${format.integer(count)} ${plural("uk", count, { one: "вивантаження", other: "вивантажень" })}`,
    ofChecks: (count: number, format: Formats) => `із ${format.integer(count)} ${ofChecks(count)}`,
    freshness: "Свіжість джерел",
    freshnessSubtitle: "Коли востаннє надходило кожне вивантаження, на момент збірки",
    checks: "Перевірки",
    checksSubtitle: "Рядки, яких не має бути; помилка зупиняє публікацію",
    passed: "пройдено",
    found: "є знахідки",
    noRejects: "У карантині немає жодного рядка",
    rejectTitle: (rule: string, column: string, source: string) =>
      `Найчастіше: ${source}, правило «${rule}», стовпець ${column}`,
    rejectSubtitle: "Рядки в карантині за джерелами й правилами",
    rejects: "Рядки в карантині",
    rejectsSubtitle: "За джерелами, правилами й стовпцями; самі рядки: karavan rejects",
    reconciliation: "Гроші від файлу до показника",
    reconciliationSubtitle: "Рядки й суми кожного етапу проти попереднього",
    agrees: "сходиться",
    differs: "розходиться",
    models: "Моделі, за якими зроблено оцінки",
    modelsSubtitle:
      "Версія позначає формулу й налаштування, а не дані: та сама версія на тих самих даних дає ті самі рядки",
    model: "Модель",
    version: "Версія",
    restsOn: "Спостережень",
    restsOnKind: "Вид спостережень",
    sound: "Без застережень",
    modelNames: {
      churn: "Відтік",
      lifetime_value: "Довічна цінність",
      forecast: "Прогноз продажів",
      stage_probability: "Шанси етапів",
      deal_value: "Вартість відкритих угод",
      pipeline: "Воронка",
      renewal: "Поновлення договорів",
      next_product: "Наступний товар",
      look_alike: "Схожі клієнти",
      rfm: "Бали RFM",
    } as Record<string, string>,
    modelsOf: {
      churn: "клієнти",
      lifetime_value: "клієнти",
      forecast: "місяці",
      stage_probability: "входження в етапи",
      deal_value: "входження в етапи",
      pipeline: "відкриті угоди",
      renewal: "договори",
      next_product: "кошики",
      look_alike: "ключові клієнти",
      rfm: "клієнти",
    } as Record<string, string>,
    future: "Рядки з датою після звітної",
    futureSubtitle: "Не входять до жодного числа, доки не настане їхній день",
    futureNone: "Жодне джерело не датує документи майбутнім.",
    remarks: "Крім рядків файлів",
    remarksSubtitle: "Підсумки у файлах проти суми рядків, рядки виправлені та приховані; докладніше: karavan report",
    remarksNone: "У файлах немає ні підсумків, ні виправлених рядків.",
    line: "Рядок",
    remark: "Що це",
    finding: "Що знайдено",
    places: "Місць",
    files: "Файли",
    filesSubtitle: "Що сталося з кожним поданим файлом",
  },
  remarkKinds: {
    footer: "підсумок",
    inner_quote: "лапка всередині значення",
    plain_quote: "лапки у значенні",
    empty_tail: "порожні поля в кінці",
    padded: "бракує значень у кінці",
    hidden_rows: "приховані рядки",
    check: "правило порушено",
  },
  feedStates: {
    fresh: "свіже",
    aging: "старіє",
    stale: "застаріле",
    missing: "не надходило",
    optional: "не очікується",
  },
  stages: { file: "Файл", raw: "Сирі дані", staging: "Підготовка", mart: "Вітрина", metric: "Показник" },
};
