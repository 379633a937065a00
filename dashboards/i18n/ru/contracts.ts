import type { contractsEn } from "../en/contracts.ts";

/** Russian texts of contracts: their renewal, and what is due. */
export const contractsRu: typeof contractsEn = {
  contracts: {
    renewalPlain: "Продление договоров",
    renewalTitle: (rate: string) => `Из договоров, дошедших до продления, продлено ${rate}`,
    renewalSubtitle:
      "Доля продлённых при первом, втором, … продлении с границами 95 % и ожидание модели для них и трёх следующих; меньше 30 договоров — только модель",
    renewalPoint: (label: string, number: string, share: string) => `Продление ${number}, ${label}: ${share}`,
    seen: "было",
    told: "модель",
    survivalPlain: "Сколько живут договоры",
    survivalTitle: (share: string) => `Через год после начала действуют ${share} договоров`,
    survivalSubtitle:
      "Доля действующих договоров по месяцам с первого дня (Каплан — Мейер); действующие считаются столько, сколько их наблюдали",
    survivalPoint: (label: string, month: string, share: string) => `${label}, месяц ${month}: ${share}`,
    table: "Продления по видам договоров",
    tableSubtitle:
      "Сколько договоров дошло до продления и сколько продлено; строки без чисел — ожидание модели на будущее",
    kinds: {
      all: "все договоры",
      frame: "рамочный",
      service: "обслуживание",
      subscription: "подписка",
      unknown: "вид не указан",
    } as Record<string, string>,
    columns: {
      kind: "Вид договора",
      renewal: "Продление",
      due: "Дошло до него",
      renewed: "Продлено",
      rate: "Доля продлённых",
      toldRate: "Модель: продлят",
      toldSurvival: "Модель: ещё действуют",
      month: "Месяц",
      atRisk: "Наблюдали столько",
      ended: "Закончились",
      survival: "Ещё действуют",
      subject: "О чём договор",
      monthly: "В месяц",
      renewable: "Если ничего не делать",
      ends: "Договоры заканчиваются",
      services: "Пора обслужить",
      overdue: "Из них просрочено",
    },
    due: "Окончания договоров и сроки обслуживания",
    dueSubtitle: "Ближайшие дни по настройкам; просроченное обслуживание остаётся, пока его не выполнят",
    eventKinds: {
      contract_end: "срок заканчивается",
      service_due: "пора обслужить",
      service_overdue: "обслуживание просрочено",
    } as Record<string, string>,
    renews: "продлится сам",
    ends: "закончится",
    byManager: "О каких договорах говорить, по менеджерам",
    byManagerSubtitle: "Нынешние владельцы клиентов; деньги — сколько заканчивающиеся договоры приносят в месяц",
  },
};
