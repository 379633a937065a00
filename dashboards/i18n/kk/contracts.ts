import type { contractsEn } from "../en/contracts.ts";

/** Kazakh texts of contracts: their renewal, and what is due. */
export const contractsKk: typeof contractsEn = {
  contracts: {
    renewalPlain: "Шарттарды ұзарту",
    renewalTitle: (rate: string) => `Ұзарту мерзіміне жеткен шарттардың ${rate} ұзартылды`,
    renewalSubtitle:
      "Бірінші, екінші, … ұзартудағы үлес 95 % шектерімен және модельдің олар мен келесі үшеуі үшін күтуі; 30 шарттан аз болса — тек модель",
    renewalPoint: (label: string, number: string, share: string) => `${number}-ұзарту, ${label}: ${share}`,
    seen: "болғаны",
    told: "модель",
    survivalPlain: "Шарттар қанша уақыт сақталады",
    survivalTitle: (share: string) => `Басталғанына бір жыл өткенде шарттардың ${share} әлі күшінде`,
    survivalSubtitle:
      "Бірінші күннен бергі айлар бойынша күшіндегі шарттардың үлесі (Каплан — Мейер); жүріп жатқандары бақыланған уақытқа саналады",
    survivalPoint: (label: string, month: string, share: string) => `${label}, ${month}-ай: ${share}`,
    table: "Шарт түрлері бойынша ұзартулар",
    tableSubtitle: "Ұзартуға жеткен және ұзартылған шарттар саны; саны жоқ жолдар — модельдің алдағыға күтуі",
    kinds: {
      all: "барлық шарттар",
      frame: "негіздемелік",
      service: "қызмет көрсету",
      subscription: "жазылым",
      unknown: "түрі көрсетілмеген",
    } as Record<string, string>,
    columns: {
      kind: "Шарт түрі",
      renewal: "Ұзарту",
      due: "Мерзімі жеткені",
      renewed: "Ұзартылды",
      rate: "Ұзартылған үлесі",
      toldRate: "Модель: ұзартылады",
      toldSurvival: "Модель: әлі күшінде",
      month: "Ай",
      atRisk: "Осынша бақыланды",
      ended: "Аяқталды",
      survival: "Әлі күшінде",
      subject: "Шарт не туралы",
      monthly: "Айына",
      renewable: "Ештеңе істемесе",
      ends: "Аяқталатын шарттар",
      services: "Қызмет көрсету уақыты",
      overdue: "Оның мерзімі өткені",
    },
    due: "Аяқталатын шарттар және қызмет көрсету мерзімдері",
    dueSubtitle: "Баптаулардағы таяу күндер; мерзімі өткен қызмет орындалғанша қалады",
    eventKinds: {
      contract_end: "мерзімі бітеді",
      service_due: "қызмет көрсету уақыты",
      service_overdue: "қызмет көрсету мерзімі өтті",
    } as Record<string, string>,
    renews: "өзі ұзарады",
    ends: "аяқталады",
    byManager: "Сөйлесетін шарттар, менеджерлер бойынша",
    byManagerSubtitle: "Клиенттердің бүгінгі иелері; ақша — аяқталатын шарттар айына қанша әкеледі",
  },
};
