import { absences } from "./absences.ts";
import { calendar } from "./calendar.ts";
import { campaignMembers } from "./campaign_members.ts";
import { campaigns } from "./campaigns.ts";
import { clientOwners } from "./client_owners.ts";
import { clients } from "./clients.ts";
import { complaints } from "./complaints.ts";
import { contacts } from "./contacts.ts";
import { contracts } from "./contracts.ts";
import { dealStageChanges } from "./deal_stage_changes.ts";
import { deals } from "./deals.ts";
import { exchangeRates } from "./exchange_rates.ts";
import { interactions } from "./interactions.ts";
import { invoices } from "./invoices.ts";
import { managers } from "./managers.ts";
import { orderLines } from "./order_lines.ts";
import { orders } from "./orders.ts";
import { payments } from "./payments.ts";
import { products } from "./products.ts";
import { returns } from "./returns.ts";
import { salesPlans } from "./sales_plans.ts";
import { shipments } from "./shipments.ts";
import { surveys } from "./surveys.ts";

/** The canonical entities of design.md §4: what every source is mapped to. */
export const entities = {
  clients,
  contacts,
  managers,
  products,
  orders,
  order_lines: orderLines,
  shipments,
  invoices,
  payments,
  returns,
  complaints,
  interactions,
  campaigns,
  campaign_members: campaignMembers,
  deals,
  deal_stage_changes: dealStageChanges,
  contracts,
  surveys,
  sales_plans: salesPlans,
  client_owners: clientOwners,
  absences,
  exchange_rates: exchangeRates,
  calendar,
} as const;

export type EntityName = keyof typeof entities;

/** The names of all entities, in reading order. */
export const entityNames = Object.keys(entities) as readonly EntityName[];
