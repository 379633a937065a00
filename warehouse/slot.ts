/** One due moment of one schedule of the settings. */
export interface Slot {
  readonly schedule: string;
  /** UTC. */
  readonly at: Date;
}

/** Writes a slot for the hidden option of `karavan run`: `every-morning@2026-11-01T03:00:00.000Z`. */
export function formatSlot(slot: Slot): string {
  return `${slot.schedule}@${slot.at.toISOString()}`;
}

/** Reads what `formatSlot` wrote; undefined when it is not that. */
export function parseSlot(text: string): Slot | undefined {
  const [schedule = "", moment = ""] = text.split("@");
  const at = new Date(moment);
  return schedule === "" || Number.isNaN(at.getTime()) ? undefined : { schedule, at };
}
