/** English texts of the arms of campaigns. */
export const armsEn = {
  arms: {
    names: { treated: "treated", control: "control", letter: "letter", letter_and_call: "letter and call" } as Record<
      string,
      string
    >,
    label: (campaign: string, arm: string) => `${arm} · ${campaign}`,
    title: (proven: string, all: string) => `${proven} of ${all} arms won orders beyond chance`,
    subtitle:
      "Campaigns that tried several versions: each against the same control, share of clients who ordered, percentage points with 95% interval",
    table: "Every treated arm against its control",
    tableSubtitle:
      "As assigned; chances are Holm's over the arms of a campaign, relative figures compare with the control. Nothing is shown while the window is open or where the sizes of the arms stray from the design",
    columns: {
      arm: "Arm",
      treated: "Treated",
      control: "Control",
      treatedRate: "Ordered, treated",
      controlRate: "Ordered, control",
      range: "Effect, 95%",
      chance: "By chance alone",
      relative: "Effect, relative",
      relativeRange: "Relative, 95%",
      incrementalRange: "Incremental, 95%",
      amountChance: "Sales by chance alone",
    },
  },
};
