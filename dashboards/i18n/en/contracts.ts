/** English texts of contracts: their renewal, and what is due. */
export const contractsEn = {
  contracts: {
    renewalPlain: "Renewal of contracts",
    renewalTitle: (rate: string) => `Of contracts that came to their renewal ${rate} were renewed`,
    renewalSubtitle:
      "Share renewed at the first, second, … renewal, with 95% limits, and what the model expects of them and of the next three; under 30 contracts only the model is drawn",
    renewalPoint: (label: string, number: string, share: string) => `Renewal ${number}, ${label}: ${share}`,
    seen: "seen",
    told: "model",
    survivalPlain: "How long contracts are held",
    survivalTitle: (share: string) => `A year after its start ${share} of contracts are still held`,
    survivalSubtitle:
      "Share of contracts still held, by months since the first day (Kaplan–Meier); contracts that run count as long as they were watched",
    survivalPoint: (label: string, month: string, share: string) => `${label}, month ${month}: ${share}`,
    table: "Renewals by kind of contract",
    tableSubtitle:
      "Contracts that came to a renewal, and those that renewed; rows without counts are the model's view of what is ahead",
    kinds: {
      all: "all contracts",
      frame: "frame contract",
      service: "service",
      subscription: "subscription",
      unknown: "kind not given",
    } as Record<string, string>,
    columns: {
      kind: "Kind of contract",
      renewal: "Renewal",
      due: "Came to it",
      renewed: "Renewed",
      rate: "Renewed, share",
      toldRate: "Model: renewed",
      toldSurvival: "Model: still held",
      month: "Month",
      atRisk: "Watched so long",
      ended: "Ended",
      survival: "Still held",
      subject: "What it is about",
      monthly: "A month",
      renewable: "If nobody acts",
      ends: "Contracts that end",
      services: "Service due",
      overdue: "Of it overdue",
    },
    due: "Contracts that end and equipment due for service",
    dueSubtitle: "The next days by the settings; a service that is overdue stays until it is done",
    eventKinds: { contract_end: "term ends", service_due: "service due", service_overdue: "service overdue" } as Record<
      string,
      string
    >,
    renews: "renews itself",
    ends: "ends",
    byManager: "Contracts to speak about, by manager",
    byManagerSubtitle: "Owners of the clients today; money is what the ending contracts bring a month",
  },
};
