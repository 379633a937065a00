import type { Formats } from "../../formats.ts";
import type { campaignsEn } from "../en/campaigns.ts";
import { plural } from "../locales.ts";

const ofCampaigns = (value: number) => plural("uk", value, { one: "кампанії", other: "кампаній" });

/** Ukrainian texts of the page campaigns. */
export const campaignsUk: typeof campaignsEn = {
  campaigns: {
    scope: "Атрибутовані продажі — ще не ефект: його показує лише контрольна група",
    attributedSentence: (amount: string, times: string | undefined, isAllCosted: boolean) => {
      const timesCost = isAllCosted
        ? `, до витрат — як ${times} до 1`
        : `; де витрати відомі, до витрат — як ${times} до 1`;
      return `Атрибутовано за правилом: ${amount} продажів${times === undefined ? "" : timesCost}.`;
    },
    incrementalSentence: (amount: string) => `Додаткові продажі, підтверджені контрольними групами: ${amount}.`,
    proven: (proven: number, measured: number, format: Formats) =>
      measured === 0
        ? "У жодної кампанії немає завершеної контрольної групи, тож ефект показати неможливо."
        : `З ${format.integer(measured)} ${ofCampaigns(measured)} із контрольною групою статистично значущий приріст замовлень — у ${format.integer(proven)}.`,
    costMissing: (count: number, format: Formats) =>
      `без ${format.integer(count)} ${ofCampaigns(count)} з невідомими витратами`,
    attributedNote: "за правилом із налаштувань",
    incrementalNote: (count: number, format: Formats) =>
      `за даними ${format.integer(count)} ${ofCampaigns(count)} з контрольною групою`,
    responseNote: "відповідей на охопленого клієнта",
    noControl: "У жодної кампанії немає завершеної контрольної групи",
    liftTitle: (name: string, points: string) =>
      `Кампанія «${name}» спрацювала: ${points} до частки клієнтів, які замовили`,
    liftNone: "Жоден ефект не є статистично значущим",
    liftSubtitle: "Різниця часток клієнтів, які замовили, між групами, відсоткові пункти, інтервал 95%",
    noCost: "Витрати цих кампаній невідомі",
    roiTitle: (paid: number, all: number, format: Formats) =>
      `Атрибутована маржа вища за витрати у ${format.integer(paid)} з ${format.integer(all)} ${ofCampaigns(all)}`,
    roiSubtitle: "Атрибутована маржа за вирахуванням витрат, на одиницю витрат",
    table: "Кампанії",
    rulesTitle: (share: string) => `Від вибору правила залежать ${share} атрибутованих продажів`,
    rulesSame: "Усі правила дають однаковий результат: жодне замовлення не пов’язане з двома з цих кампаній",
    rulesSubtitle:
      "Продажі, які атрибутувало б кожне правило; за будь-яким із них кампанії та продажі без кампаній разом дають усі продажі",
    rules: {
      last_touch: "Останній дотик",
      first_touch: "Перший дотик",
      linear: "Порівну",
      time_decay: "Із загасанням",
      position: "За позицією",
    },
    chosenRule: (name: string) => `${name} (у налаштуваннях)`,
    organic: "Без кампаній",
    ruleSpread: "Розкид між правилами",
    funnel: "Від надсилання до відповіді",
    funnelTitle: (share: string) => `З охоплених клієнтів відповіли ${share}`,
    funnelSubtitle: "Клієнти на кожному кроці за всіма показаними кампаніями та їхня частка від надісланих",
    steps: {
      sent: "Надіслано",
      delivered: "Доставлено",
      opened: "Відкрито",
      clicked: "Перехід",
      responded: "Відповідь",
    },
    step: "Крок",
    ofSent: "Частка від надісланих",
    notRecorded: "нічого не записано",
    costPerResponse: "Витрати на відповідь",
    responseRange: "Відгук, 95%",
    incrementalRoasRange: "iROAS, 95%",
    balance: {
      title: (alike: string, all: string) => `Контрольна група схожа на учасників у ${alike} з ${all} кампаній`,
      subtitle:
        "365 днів до розподілу на групи; якщо різниця понад 0,1 стандартного відхилення, групи не схожі; у малих груп так часто буває випадково",
      figure: "Показник",
      figures: { orders: "Замовлення", amount: "Продажі", active: "Клієнти із замовленням" } as Record<string, string>,
      treatedMean: "Учасники, середнє",
      controlMean: "Контроль, середнє",
      difference: "Різниця, стандартних відхилень",
      verdict: "Висновок",
      alike: "схожі",
      unlike: "не схожі",
    },
    incrementalMargin: "Додаткова маржа",
    incrementalRoiRange: "iROI, 95%",
    incrementalTitle: (paid: string, lost: string, all: string) =>
      `Порівняно з контрольною групою достовірно окупилися: ${paid} з ${all}; достовірно збиткові: ${lost}`,
    incrementalSubtitle:
      "Додаткова маржа за вирахуванням витрат, на одиницю витрат, з інтервалом 95%; маржу, як і продажі, виміряно порівняно з контрольною групою",
  },
};
