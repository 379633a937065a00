import type { contractsEn } from "../en/contracts.ts";

/** Ukrainian texts of contracts: their renewal, and what is due. */
export const contractsUk: typeof contractsEn = {
  contracts: {
    renewalPlain: "Поновлення договорів",
    renewalTitle: (rate: string) => `Із договорів, що дійшли до поновлення, поновлено ${rate}`,
    renewalSubtitle:
      "Частка поновлених за першого, другого, … поновлення з межами 95% та очікування моделі для них і трьох наступних; менше ніж 30 договорів — лише модель",
    renewalPoint: (label: string, number: string, share: string) => `Поновлення ${number}, ${label}: ${share}`,
    seen: "було",
    told: "модель",
    survivalPlain: "Скільки діють договори",
    survivalTitle: (share: string) => `Через рік після початку діють ${share} договорів`,
    survivalSubtitle:
      "Частка чинних договорів за місяцями від першого дня (Каплан — Маєр); чинні враховано за той час, що за ними спостерігали",
    survivalPoint: (label: string, month: string, share: string) => `${label}, місяць ${month}: ${share}`,
    table: "Поновлення за видами договорів",
    tableSubtitle:
      "Скільки договорів дійшло до поновлення і скільки поновлено; рядки без чисел — очікування моделі на майбутнє",
    kinds: {
      all: "усі договори",
      frame: "рамковий",
      service: "обслуговування",
      subscription: "підписка",
      unknown: "вид не вказано",
    } as Record<string, string>,
    columns: {
      kind: "Вид договору",
      renewal: "Поновлення",
      due: "Дійшло до нього",
      renewed: "Поновлено",
      rate: "Частка поновлених",
      toldRate: "Модель: поновлять",
      toldSurvival: "Модель: ще діють",
      month: "Місяць",
      atRisk: "Спостерігали стільки",
      ended: "Закінчилися",
      survival: "Ще діють",
      subject: "Предмет договору",
      monthly: "На місяць",
      renewable: "Якщо нічого не робити",
      ends: "Договори закінчуються",
      services: "Час обслуговувати",
      overdue: "Із них прострочено",
    },
    due: "Закінчення договорів і строки обслуговування",
    dueSubtitle: "Найближчі дні за налаштуваннями; прострочене обслуговування лишається, доки його не виконають",
    eventKinds: {
      contract_end: "строк закінчується",
      service_due: "час обслуговувати",
      service_overdue: "обслуговування прострочено",
    } as Record<string, string>,
    renews: "поновиться сам",
    ends: "закінчиться",
    byManager: "Про які договори говорити, за менеджерами",
    byManagerSubtitle:
      "Теперішні відповідальні за клієнтів; гроші — скільки договори, що закінчуються, приносять на місяць",
  },
};
