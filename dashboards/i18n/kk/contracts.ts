import type { contractsEn } from "../en/contracts.ts";

/** Kazakh texts of contracts: their renewal, and what is due. */
export const contractsKk: typeof contractsEn = {
  contracts: {
    renewalPlain: "Шарттарды ұзарту",
    renewalTitle: (rate) => `Ұзарту мерзіміне жеткен шарттардың ${rate} бөлігі ұзартылды`,
    renewalSubtitle:
      "Бірінші, екінші, … ұзартудағы үлес 95% шектерімен және осы әрі келесі үш ұзартуға модель болжамы; 30 шарттан аз болса — тек модель",
    renewalPoint: (label, number, share) => `${number}-ұзарту, ${label}: ${share}`,
    seen: "нақты",
    told: "модель",
    survivalPlain: "Шарттар қанша уақыт күшінде болады",
    survivalTitle: (share) => `Басталғанына бір жыл өткенде шарттардың ${share} бөлігі әлі күшінде`,
    survivalSubtitle:
      "Бірінші күннен бергі айлар бойынша күшіндегі шарттардың үлесі (Каплан–Мейер); қолданыстағылары бақыланған уақытымен есептеледі",
    survivalPoint: (label, month, share) => `${label}, ${month}-ай: ${share}`,
    table: "Шарт түрлері бойынша ұзартулар",
    tableSubtitle: "Ұзарту мерзіміне жеткен және ұзартылған шарттар; саны жоқ жолдар — модельдің алдағы болжамы",
    kinds: {
      all: "барлық шарттар",
      frame: "негіздемелік",
      service: "қызмет көрсету",
      subscription: "жазылым",
      unknown: "түрі көрсетілмеген",
    },
    columns: {
      kind: "Шарт түрі",
      renewal: "Ұзарту",
      due: "Мерзімі жеткен",
      renewed: "Ұзартылған",
      rate: "Ұзартылғандар үлесі",
      toldRate: "Модель: ұзартылу ықтималдығы",
      toldSurvival: "Модель: әлі күшінде",
      month: "Ай",
      atRisk: "Осынша уақыт бақыланған",
      ended: "Аяқталған",
      survival: "Әлі күшінде",
      subject: "Шарт мәні",
      monthly: "Айына",
      renewable: "Ешкім әрекет етпесе",
      ends: "Аяқталатын шарттар",
      services: "Жабдыққа қызмет көрсету мерзімі",
      overdue: "Оның ішінде мерзімі өткені",
    },
    due: "Аяқталатын шарттар және қызмет көрсету мерзімі келген жабдық",
    dueSubtitle: "Баптаудағы алдағы күндер; мерзімі өткен қызмет көрсету орындалғанша тізімде қалады",
    eventKinds: {
      contract_end: "шарт аяқталады",
      service_due: "қызмет көрсету мерзімі",
      service_overdue: "қызмет көрсету мерзімі өтті",
    },
    renews: "өздігінен ұзарады",
    ends: "аяқталады",
    byManager: "Талқылау керек шарттар, менеджерлер бойынша",
    byManagerSubtitle: "Клиентке бүгін жауапты менеджерлер; сома — аяқталатын шарттардың айлық түсімі",
  },
};
