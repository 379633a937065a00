import { campaigns } from "./campaigns.ts";
import { type Population, Profiles } from "./clients.ts";
import { isoDate } from "./days.ts";
import { Random } from "./random.ts";
import type { Simulation } from "./simulation.ts";
import type { Table, Tables } from "./tables.ts";

/** The mailing tool: commas, English headers, instants with a zone. */
const mailing = { source: "mailing" } as const;
const memberHeader = [
  "campaign",
  "client_code",
  "group",
  "assigned",
  "sent",
  "delivered",
  "opened",
  "clicked",
  "responded",
];

/** Writes the campaigns and, file by file, who was in them. */
export function writeMailing(tables: Tables, population: Population, simulation: Simulation): void {
  const random = new Random(population.seed, "messages");
  const profiles = new Profiles(population);
  writeCampaigns(tables);
  campaigns.forEach((campaign, index) => {
    const table: Table = {
      ...mailing,
      file: `members-${campaign.code}.csv`,
      entity: "campaign_members",
      header: memberHeader,
    };
    tables.ensure(table);
    for (let client = 0; client < population.companies; client += 1) {
      const assignment = simulation.assignment(index, client);
      if (assignment === undefined) continue;
      const times = assignment.isTreated
        ? messageTimes(campaign.start, campaign.channel, random.at(client, index))
        : noMessage;
      const assigned = instant(campaign.start, 8, 0);
      const code = profiles.of(client).code;
      tables.add(table, [campaign.code, code, assignment.arm, assigned, ...times]);
    }
  });
}

const noMessage = ["", "", "", "", ""];

function writeCampaigns(tables: Tables): void {
  const header = [
    "campaign",
    "title",
    "channel",
    "start",
    "end",
    "budget",
    "fixed_cost",
    "cost_per_message",
    "control_percent",
    "equal_groups",
  ];
  const table: Table = { ...mailing, file: "campaigns.csv", entity: "campaigns", header };
  for (const campaign of campaigns) {
    tables.add(table, [
      campaign.code,
      campaign.name,
      campaign.channel,
      isoDate(campaign.start),
      isoDate(campaign.end),
      String(campaign.budget),
      campaign.fixedCost === undefined ? "" : String(campaign.fixedCost),
      campaign.unitCost === undefined ? "" : (campaign.unitCost / 100).toFixed(2),
      campaign.control === undefined ? "" : String(campaign.control * 100),
      campaign.arms.length > 1 ? "yes" : "",
    ]);
  }
}

/** Sent, delivered, opened, clicked, answered: each only after the one before. Calls and SMS are never opened. */
function messageTimes(start: number, channel: string, random: Random): string[] {
  const isDelivered = random.chance(0.96);
  const isOpened = channel === "email" && random.chance(0.38);
  const isClicked = channel !== "call" && random.chance(isOpened ? 0.22 : channel === "sms" ? 0.06 : 0);
  const hasAnswered = random.chance(channel === "call" ? 0.3 : isClicked ? 0.25 : 0.01);
  const hour = random.between(9, 16);
  const minute = random.between(0, 59);
  const openedAfter = random.between(0, 3);
  const sent = instant(start, hour, minute);
  if (!isDelivered) return [sent, "", "", "", ""];
  const opened = isOpened ? instant(start + openedAfter, hour + 1, minute) : "";
  const clicked = isClicked ? instant(start + openedAfter, hour + 2, minute) : "";
  const answered = hasAnswered ? instant(start + openedAfter + 1, hour, minute) : "";
  return [sent, instant(start, hour, Math.min(59, minute + 1)), opened, clicked, answered];
}

/** `2025-03-03T09:05:00+03:00`. */
export function instant(day: number, hour: number, minute: number): string {
  return `${isoDate(day)}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+03:00`;
}
