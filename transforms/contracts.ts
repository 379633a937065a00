import { contract as calendar } from "./marts/calendar.contract.ts";
import { contract as campaignMembers } from "./marts/campaign_members.contract.ts";
import { contract as campaigns } from "./marts/campaigns.contract.ts";
import { contract as clientAttributes } from "./marts/client_attributes.contract.ts";
import { contract as clientDays } from "./marts/client_days.contract.ts";
import { contract as clientMatchLimits } from "./marts/client_match_limits.contract.ts";
import { contract as clientMonths } from "./marts/client_months.contract.ts";
import { contract as clientOwners } from "./marts/client_owners.contract.ts";
import { contract as clientPairs } from "./marts/client_pairs.contract.ts";
import { contract as clientSources } from "./marts/client_sources.contract.ts";
import { contract as clients } from "./marts/clients.contract.ts";
import { contract as complaints } from "./marts/complaints.contract.ts";
import { contract as contacts } from "./marts/contacts.contract.ts";
import { contract as dealStageChanges } from "./marts/deal_stage_changes.contract.ts";
import { contract as deals } from "./marts/deals.contract.ts";
import { contract as documentRates } from "./marts/document_rates.contract.ts";
import { contract as entityTotals } from "./marts/entity_totals.contract.ts";
import { contract as exchangeRates } from "./marts/exchange_rates.contract.ts";
import { contract as interactions } from "./marts/interactions.contract.ts";
import { contract as invoices } from "./marts/invoices.contract.ts";
import { contract as lineShipments } from "./marts/line_shipments.contract.ts";
import { contract as managers } from "./marts/managers.contract.ts";
import { contract as namedKeys } from "./marts/named_keys.contract.ts";
import { contract as orderHeaders } from "./marts/order_headers.contract.ts";
import { contract as orderLines } from "./marts/order_lines.contract.ts";
import { contract as orders } from "./marts/orders.contract.ts";
import { contract as paymentAllocations } from "./marts/payment_allocations.contract.ts";
import { contract as payments } from "./marts/payments.contract.ts";
import { contract as products } from "./marts/products.contract.ts";
import { contract as returns } from "./marts/returns.contract.ts";
import { contract as salesPlans } from "./marts/sales_plans.contract.ts";
import { contract as shipments } from "./marts/shipments.contract.ts";
import { contract as surveys } from "./marts/surveys.contract.ts";
import { contract as basketItems } from "./metrics/basket_items.contract.ts";
import { contract as campaignArms } from "./metrics/campaign_arms.contract.ts";
import { contract as campaignCredits } from "./metrics/campaign_credits.contract.ts";
import { contract as campaignReturn } from "./metrics/campaign_return.contract.ts";
import { contract as campaignTouches } from "./metrics/campaign_touches.contract.ts";
import { contract as classThresholds } from "./metrics/class_thresholds.contract.ts";
import { contract as clientAbcXyz } from "./metrics/client_abc_xyz.contract.ts";
import { contract as clientClassMigration } from "./metrics/client_class_migration.contract.ts";
import { contract as clientClassSummary } from "./metrics/client_class_summary.contract.ts";
import { contract as clientClassWindows } from "./metrics/client_class_windows.contract.ts";
import { contract as clientClasses } from "./metrics/client_classes.contract.ts";
import { contract as clientLookAlikes } from "./metrics/client_look_alikes.contract.ts";
import { contract as clientMatchSummary } from "./metrics/client_match_summary.contract.ts";
import { contract as clientMovementByMonth } from "./metrics/client_movement_by_month.contract.ts";
import { contract as clientPairReview } from "./metrics/client_pair_review.contract.ts";
import { contract as clientPortrait } from "./metrics/client_portrait.contract.ts";
import { contract as clientReceivables } from "./metrics/client_receivables.contract.ts";
import { contract as clientSegments } from "./metrics/client_segments.contract.ts";
import { contract as clientTraits } from "./metrics/client_traits.contract.ts";
import { contract as complaintRateByMonth } from "./metrics/complaint_rate_by_month.contract.ts";
import { contract as complaintsByMonth } from "./metrics/complaints_by_month.contract.ts";
import { contract as dataQualityByFile } from "./metrics/data_quality_by_file.contract.ts";
import { contract as entityAmounts } from "./metrics/entity_amounts.contract.ts";
import { contract as futureRows } from "./metrics/future_rows.contract.ts";
import { contract as kpiByMonth } from "./metrics/kpi_by_month.contract.ts";
import { contract as lateDaysByCarrier } from "./metrics/late_days_by_carrier.contract.ts";
import { contract as lineDeliveries } from "./metrics/line_deliveries.contract.ts";
import { contract as moneyReconciliation } from "./metrics/money_reconciliation.contract.ts";
import { contract as nextProducts } from "./metrics/next_products.contract.ts";
import { contract as otifByMonth } from "./metrics/otif_by_month.contract.ts";
import { contract as pareto } from "./metrics/pareto.contract.ts";
import { contract as paretoBase } from "./metrics/pareto_base.contract.ts";
import { contract as paretoSummary } from "./metrics/pareto_summary.contract.ts";
import { contract as paymentDelays } from "./metrics/payment_delays.contract.ts";
import { contract as planVsActual } from "./metrics/plan_vs_actual.contract.ts";
import { contract as productAbcXyz } from "./metrics/product_abc_xyz.contract.ts";
import { contract as productPairs } from "./metrics/product_pairs.contract.ts";
import { contract as productSegments } from "./metrics/product_segments.contract.ts";
import { contract as productVolumeByMonth } from "./metrics/product_volume_by_month.contract.ts";
import { contract as receivableFlows } from "./metrics/receivable_flows.contract.ts";
import { contract as receivablesAgeing } from "./metrics/receivables_ageing.contract.ts";
import { contract as receivablesByMonth } from "./metrics/receivables_by_month.contract.ts";
import { contract as rejectsByRule } from "./metrics/rejects_by_rule.contract.ts";
import { contract as rfm } from "./metrics/rfm.contract.ts";
import { contract as rfmBase } from "./metrics/rfm_base.contract.ts";
import { contract as rfmCutPoints } from "./metrics/rfm_cut_points.contract.ts";
import { contract as rfmCutPointsByDate } from "./metrics/rfm_cut_points_by_date.contract.ts";
import { contract as rfmGrid } from "./metrics/rfm_grid.contract.ts";
import { contract as rfmScores } from "./metrics/rfm_scores.contract.ts";
import { contract as rfmSegmentRules } from "./metrics/rfm_segment_rules.contract.ts";
import { contract as rfmSegments } from "./metrics/rfm_segments.contract.ts";
import { contract as salesByMonth } from "./metrics/sales_by_month.contract.ts";
import { contract as sourceFreshness } from "./metrics/source_freshness.contract.ts";

/** The contracts of all marts and metrics, by relation; a test holds the list against the disk. */
export const contracts = {
  "marts.calendar": calendar,
  "marts.campaign_members": campaignMembers,
  "marts.campaigns": campaigns,
  "marts.client_attributes": clientAttributes,
  "marts.client_match_limits": clientMatchLimits,
  "marts.client_pairs": clientPairs,
  "marts.client_sources": clientSources,
  "metrics.client_match_summary": clientMatchSummary,
  "metrics.client_pair_review": clientPairReview,
  "marts.client_days": clientDays,
  "marts.client_months": clientMonths,
  "marts.client_owners": clientOwners,
  "marts.clients": clients,
  "marts.complaints": complaints,
  "marts.contacts": contacts,
  "marts.deal_stage_changes": dealStageChanges,
  "marts.deals": deals,
  "marts.document_rates": documentRates,
  "marts.entity_totals": entityTotals,
  "marts.exchange_rates": exchangeRates,
  "marts.interactions": interactions,
  "marts.invoices": invoices,
  "marts.line_shipments": lineShipments,
  "marts.managers": managers,
  "marts.named_keys": namedKeys,
  "marts.order_headers": orderHeaders,
  "marts.order_lines": orderLines,
  "marts.orders": orders,
  "marts.payment_allocations": paymentAllocations,
  "marts.payments": payments,
  "marts.products": products,
  "marts.returns": returns,
  "marts.sales_plans": salesPlans,
  "marts.shipments": shipments,
  "marts.surveys": surveys,
  "metrics.campaign_arms": campaignArms,
  "metrics.campaign_credits": campaignCredits,
  "metrics.campaign_return": campaignReturn,
  "metrics.campaign_touches": campaignTouches,
  "metrics.class_thresholds": classThresholds,
  "metrics.client_abc_xyz": clientAbcXyz,
  "metrics.client_class_migration": clientClassMigration,
  "metrics.client_class_summary": clientClassSummary,
  "metrics.client_class_windows": clientClassWindows,
  "metrics.client_classes": clientClasses,
  "metrics.complaint_rate_by_month": complaintRateByMonth,
  "metrics.complaints_by_month": complaintsByMonth,
  "metrics.data_quality_by_file": dataQualityByFile,
  "metrics.entity_amounts": entityAmounts,
  "metrics.future_rows": futureRows,
  "metrics.kpi_by_month": kpiByMonth,
  "metrics.late_days_by_carrier": lateDaysByCarrier,
  "metrics.line_deliveries": lineDeliveries,
  "metrics.money_reconciliation": moneyReconciliation,
  "metrics.otif_by_month": otifByMonth,
  "metrics.client_receivables": clientReceivables,
  "metrics.pareto": pareto,
  "metrics.pareto_base": paretoBase,
  "metrics.pareto_summary": paretoSummary,
  "metrics.payment_delays": paymentDelays,
  "metrics.plan_vs_actual": planVsActual,
  "metrics.product_abc_xyz": productAbcXyz,
  "metrics.product_volume_by_month": productVolumeByMonth,
  "metrics.receivable_flows": receivableFlows,
  "metrics.receivables_ageing": receivablesAgeing,
  "metrics.receivables_by_month": receivablesByMonth,
  "metrics.rejects_by_rule": rejectsByRule,
  "metrics.rfm": rfm,
  "metrics.rfm_base": rfmBase,
  "metrics.rfm_cut_points": rfmCutPoints,
  "metrics.rfm_cut_points_by_date": rfmCutPointsByDate,
  "metrics.rfm_grid": rfmGrid,
  "metrics.rfm_scores": rfmScores,
  "metrics.rfm_segment_rules": rfmSegmentRules,
  "metrics.rfm_segments": rfmSegments,
  "metrics.sales_by_month": salesByMonth,
  "metrics.source_freshness": sourceFreshness,
  "metrics.basket_items": basketItems,
  "metrics.client_look_alikes": clientLookAlikes,
  "metrics.client_movement_by_month": clientMovementByMonth,
  "metrics.client_portrait": clientPortrait,
  "metrics.client_segments": clientSegments,
  "metrics.client_traits": clientTraits,
  "metrics.next_products": nextProducts,
  "metrics.product_pairs": productPairs,
  "metrics.product_segments": productSegments,
} as const;
