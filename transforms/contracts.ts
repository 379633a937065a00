import { contract as absences } from "./marts/absences.contract.ts";
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
import { contract as clientTimeline } from "./marts/client_timeline.contract.ts";
import { contract as clients } from "./marts/clients.contract.ts";
import { contract as complaints } from "./marts/complaints.contract.ts";
import { contract as contacts } from "./marts/contacts.contract.ts";
import { contract as clientContractsHeld } from "./marts/contracts.contract.ts";
import { contract as dealStageChanges } from "./marts/deal_stage_changes.contract.ts";
import { contract as deals } from "./marts/deals.contract.ts";
import { contract as documentRates } from "./marts/document_rates.contract.ts";
import { contract as entityTotals } from "./marts/entity_totals.contract.ts";
import { contract as exchangeRates } from "./marts/exchange_rates.contract.ts";
import { contract as interactions } from "./marts/interactions.contract.ts";
import { contract as invoices } from "./marts/invoices.contract.ts";
import { contract as loadedKinds } from "./marts/loaded_kinds.contract.ts";
import { contract as managers } from "./marts/managers.contract.ts";
import { contract as martTotals } from "./marts/mart_totals.contract.ts";
import { contract as namedKeys } from "./marts/named_keys.contract.ts";
import { contract as namedSettlements } from "./marts/named_settlements.contract.ts";
import { contract as oldestSettlements } from "./marts/oldest_settlements.contract.ts";
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
import { contract as abcXyz } from "./metrics/abc_xyz.contract.ts";
import { contract as alertMonthValues } from "./metrics/alert_month_values.contract.ts";
import { contract as alertPeriods } from "./metrics/alert_periods.contract.ts";
import { contract as alertTargets } from "./metrics/alert_targets.contract.ts";
import { contract as alertValues } from "./metrics/alert_values.contract.ts";
import { contract as alerts } from "./metrics/alerts.contract.ts";
import { contract as basketItems } from "./metrics/basket_items.contract.ts";
import { contract as calendarEvents } from "./metrics/calendar_events.contract.ts";
import { contract as campaignArmEffects } from "./metrics/campaign_arm_effects.contract.ts";
import { contract as campaignArms } from "./metrics/campaign_arms.contract.ts";
import { contract as campaignBalance } from "./metrics/campaign_balance.contract.ts";
import { contract as campaignCreditParts } from "./metrics/campaign_credit_parts.contract.ts";
import { contract as campaignCredits } from "./metrics/campaign_credits.contract.ts";
import { contract as campaignCreditsByRule } from "./metrics/campaign_credits_by_rule.contract.ts";
import { contract as campaignDifferences } from "./metrics/campaign_differences.contract.ts";
import { contract as campaignReturn } from "./metrics/campaign_return.contract.ts";
import { contract as campaignSampleRatios } from "./metrics/campaign_sample_ratios.contract.ts";
import { contract as campaignTotals } from "./metrics/campaign_totals.contract.ts";
import { contract as campaignTouches } from "./metrics/campaign_touches.contract.ts";
import { contract as churn } from "./metrics/churn.contract.ts";
import { contract as churnBacktest } from "./metrics/churn_backtest.contract.ts";
import { contract as churnBase } from "./metrics/churn_base.contract.ts";
import { contract as churnBaselineFits } from "./metrics/churn_baseline_fits.contract.ts";
import { contract as churnByStatus } from "./metrics/churn_by_status.contract.ts";
import { contract as churnCalibration } from "./metrics/churn_calibration.contract.ts";
import { contract as churnCohortFits } from "./metrics/churn_cohort_fits.contract.ts";
import { contract as churnCutOffs } from "./metrics/churn_cut_offs.contract.ts";
import { contract as churnErrors } from "./metrics/churn_errors.contract.ts";
import { contract as churnFeatures } from "./metrics/churn_features.contract.ts";
import { contract as churnFits } from "./metrics/churn_fits.contract.ts";
import { contract as churnGate } from "./metrics/churn_gate.contract.ts";
import { contract as churnHistories } from "./metrics/churn_histories.contract.ts";
import { contract as churnProbabilities } from "./metrics/churn_probabilities.contract.ts";
import { contract as churnRanking } from "./metrics/churn_ranking.contract.ts";
import { contract as churnRecalibrationBins } from "./metrics/churn_recalibration_bins.contract.ts";
import { contract as churnRecalibrations } from "./metrics/churn_recalibrations.contract.ts";
import { contract as churnRule } from "./metrics/churn_rule.contract.ts";
import { contract as churnScoreRanks } from "./metrics/churn_score_ranks.contract.ts";
import { contract as churnScores } from "./metrics/churn_scores.contract.ts";
import { contract as churnTraining } from "./metrics/churn_training.contract.ts";
import { contract as classLateReturns } from "./metrics/class_late_returns.contract.ts";
import { contract as classRhythms } from "./metrics/class_rhythms.contract.ts";
import { contract as classThresholds } from "./metrics/class_thresholds.contract.ts";
import { contract as clientAbcXyz } from "./metrics/client_abc_xyz.contract.ts";
import { contract as clientCard } from "./metrics/client_card.contract.ts";
import { contract as clientCardsBySource } from "./metrics/client_cards_by_source.contract.ts";
import { contract as clientClassAtCutOffs } from "./metrics/client_class_at_cut_offs.contract.ts";
import { contract as clientClassMigration } from "./metrics/client_class_migration.contract.ts";
import { contract as clientClassSummary } from "./metrics/client_class_summary.contract.ts";
import { contract as clientClassWindows } from "./metrics/client_class_windows.contract.ts";
import { contract as clientClasses } from "./metrics/client_classes.contract.ts";
import { contract as clientContactMonths } from "./metrics/client_contact_months.contract.ts";
import { contract as clientContacts } from "./metrics/client_contacts.contract.ts";
import { contract as clientLifetimeValue } from "./metrics/client_lifetime_value.contract.ts";
import { contract as clientLookAlikes } from "./metrics/client_look_alikes.contract.ts";
import { contract as clientMatchSummary } from "./metrics/client_match_summary.contract.ts";
import { contract as clientMovementByMonth } from "./metrics/client_movement_by_month.contract.ts";
import { contract as clientPairReview } from "./metrics/client_pair_review.contract.ts";
import { contract as clientPortrait } from "./metrics/client_portrait.contract.ts";
import { contract as clientProfit } from "./metrics/client_profit.contract.ts";
import { contract as clientReceivables } from "./metrics/client_receivables.contract.ts";
import { contract as clientSeasons } from "./metrics/client_seasons.contract.ts";
import { contract as clientSegments } from "./metrics/client_segments.contract.ts";
import { contract as clientServiceCosts } from "./metrics/client_service_costs.contract.ts";
import { contract as clientTraits } from "./metrics/client_traits.contract.ts";
import { contract as clientTroubles } from "./metrics/client_troubles.contract.ts";
import { contract as closedDays } from "./metrics/closed_days.contract.ts";
import { contract as cohortActivity } from "./metrics/cohort_activity.contract.ts";
import { contract as cohortRetention } from "./metrics/cohort_retention.contract.ts";
import { contract as complaintCounts } from "./metrics/complaint_counts.contract.ts";
import { contract as complaintDurations } from "./metrics/complaint_durations.contract.ts";
import { contract as complaintRateByMonth } from "./metrics/complaint_rate_by_month.contract.ts";
import { contract as complaintRates } from "./metrics/complaint_rates.contract.ts";
import { contract as complaintTimes } from "./metrics/complaint_times.contract.ts";
import { contract as complaintsByDay } from "./metrics/complaints_by_day.contract.ts";
import { contract as complaintsByMonth } from "./metrics/complaints_by_month.contract.ts";
import { contract as contactsDueByPlace } from "./metrics/contacts_due_by_place.contract.ts";
import { contract as contractRenewals } from "./metrics/contract_renewals.contract.ts";
import { contract as contractSurvival } from "./metrics/contract_survival.contract.ts";
import { contract as dataQualityByFile } from "./metrics/data_quality_by_file.contract.ts";
import { contract as dealResults } from "./metrics/deal_results.contract.ts";
import { contract as dealStageStays } from "./metrics/deal_stage_stays.contract.ts";
import { contract as dealStages } from "./metrics/deal_stages.contract.ts";
import { contract as debtorsByPlace } from "./metrics/debtors_by_place.contract.ts";
import { contract as demandSpread } from "./metrics/demand_spread.contract.ts";
import { contract as discounts } from "./metrics/discounts.contract.ts";
import { contract as entityAmounts } from "./metrics/entity_amounts.contract.ts";
import { contract as expectationHistories } from "./metrics/expectation_histories.contract.ts";
import { contract as expectedSpends } from "./metrics/expected_spends.contract.ts";
import { contract as forecast } from "./metrics/forecast.contract.ts";
import { contract as forecastLateReturns } from "./metrics/forecast_late_returns.contract.ts";
import { contract as forecastSeries } from "./metrics/forecast_series.contract.ts";
import { contract as futureRows } from "./metrics/future_rows.contract.ts";
import { contract as kpiByDay } from "./metrics/kpi_by_day.contract.ts";
import { contract as kpiByMonth } from "./metrics/kpi_by_month.contract.ts";
import { contract as lateDaysByCarrier } from "./metrics/late_days_by_carrier.contract.ts";
import { contract as lateReturns } from "./metrics/late_returns.contract.ts";
import { contract as lifetimeValueDeciles } from "./metrics/lifetime_value_deciles.contract.ts";
import { contract as lifetimeValueHoldout } from "./metrics/lifetime_value_holdout.contract.ts";
import { contract as lineDeliveries } from "./metrics/line_deliveries.contract.ts";
import { contract as lineReturns } from "./metrics/line_returns.contract.ts";
import { contract as lineReturnsByReason } from "./metrics/line_returns_by_reason.contract.ts";
import { contract as lostDeals } from "./metrics/lost_deals.contract.ts";
import { contract as managerActivityByMonth } from "./metrics/manager_activity_by_month.contract.ts";
import { contract as managerPortfoliosByMonth } from "./metrics/manager_portfolios_by_month.contract.ts";
import { contract as managerProfit } from "./metrics/manager_profit.contract.ts";
import { contract as metricReconciliation } from "./metrics/metric_reconciliation.contract.ts";
import { contract as moneyReconciliation } from "./metrics/money_reconciliation.contract.ts";
import { contract as nextProducts } from "./metrics/next_products.contract.ts";
import { contract as offersByPlace } from "./metrics/offers_by_place.contract.ts";
import { contract as openDeals } from "./metrics/open_deals.contract.ts";
import { contract as optedOutClients } from "./metrics/opted_out_clients.contract.ts";
import { contract as orderExpectations } from "./metrics/order_expectations.contract.ts";
import { contract as orderOtifByMonth } from "./metrics/order_otif_by_month.contract.ts";
import { contract as otifByDay } from "./metrics/otif_by_day.contract.ts";
import { contract as otifByMonth } from "./metrics/otif_by_month.contract.ts";
import { contract as paidClaims } from "./metrics/paid_claims.contract.ts";
import { contract as pareto } from "./metrics/pareto.contract.ts";
import { contract as paretoBase } from "./metrics/pareto_base.contract.ts";
import { contract as paretoSummary } from "./metrics/pareto_summary.contract.ts";
import { contract as paymentDelays } from "./metrics/payment_delays.contract.ts";
import { contract as pipeline } from "./metrics/pipeline.contract.ts";
import { contract as pipelineAtQuarterStarts } from "./metrics/pipeline_at_quarter_starts.contract.ts";
import { contract as pipelineBacktest } from "./metrics/pipeline_backtest.contract.ts";
import { contract as pipelineBacktestScores } from "./metrics/pipeline_backtest_scores.contract.ts";
import { contract as planCells } from "./metrics/plan_cells.contract.ts";
import { contract as planVsActual } from "./metrics/plan_vs_actual.contract.ts";
import { contract as productAbcXyz } from "./metrics/product_abc_xyz.contract.ts";
import { contract as productBridge } from "./metrics/product_bridge.contract.ts";
import { contract as productPairs } from "./metrics/product_pairs.contract.ts";
import { contract as productSegments } from "./metrics/product_segments.contract.ts";
import { contract as productVolumeByMonth } from "./metrics/product_volume_by_month.contract.ts";
import { contract as profitByPlace } from "./metrics/profit_by_place.contract.ts";
import { contract as profitBySegment } from "./metrics/profit_by_segment.contract.ts";
import { contract as purchaseDays } from "./metrics/purchase_days.contract.ts";
import { contract as purchaseGapCounts } from "./metrics/purchase_gap_counts.contract.ts";
import { contract as purchaseHorizons } from "./metrics/purchase_horizons.contract.ts";
import { contract as purchaseRhythms } from "./metrics/purchase_rhythms.contract.ts";
import { contract as receivableBalances } from "./metrics/receivable_balances.contract.ts";
import { contract as receivableFlows } from "./metrics/receivable_flows.contract.ts";
import { contract as receivablesAgeing } from "./metrics/receivables_ageing.contract.ts";
import { contract as receivablesByMonth } from "./metrics/receivables_by_month.contract.ts";
import { contract as rejectsByRule } from "./metrics/rejects_by_rule.contract.ts";
import { contract as remarksByFile } from "./metrics/remarks_by_file.contract.ts";
import { contract as renewalFits } from "./metrics/renewal_fits.contract.ts";
import { contract as retentionCurve } from "./metrics/retention_curve.contract.ts";
import { contract as returnMonths } from "./metrics/return_months.contract.ts";
import { contract as returnRateByMonth } from "./metrics/return_rate_by_month.contract.ts";
import { contract as returnedLines } from "./metrics/returned_lines.contract.ts";
import { contract as returnedOrders } from "./metrics/returned_orders.contract.ts";
import { contract as returnsByReason } from "./metrics/returns_by_reason.contract.ts";
import { contract as rfm } from "./metrics/rfm.contract.ts";
import { contract as rfmBase } from "./metrics/rfm_base.contract.ts";
import { contract as rfmByPlace } from "./metrics/rfm_by_place.contract.ts";
import { contract as rfmCutPoints } from "./metrics/rfm_cut_points.contract.ts";
import { contract as rfmCutPointsByDate } from "./metrics/rfm_cut_points_by_date.contract.ts";
import { contract as rfmGrid } from "./metrics/rfm_grid.contract.ts";
import { contract as rfmScores } from "./metrics/rfm_scores.contract.ts";
import { contract as rfmSegmentRules } from "./metrics/rfm_segment_rules.contract.ts";
import { contract as rfmSegments } from "./metrics/rfm_segments.contract.ts";
import { contract as salesBridge } from "./metrics/sales_bridge.contract.ts";
import { contract as salesByDay } from "./metrics/sales_by_day.contract.ts";
import { contract as salesByMonth } from "./metrics/sales_by_month.contract.ts";
import { contract as satisfactionByDelivery } from "./metrics/satisfaction_by_delivery.contract.ts";
import { contract as satisfactionByWave } from "./metrics/satisfaction_by_wave.contract.ts";
import { contract as scoredModels } from "./metrics/scored_models.contract.ts";
import { contract as secondOrderCurve } from "./metrics/second_order_curve.contract.ts";
import { contract as shippedProducts } from "./metrics/shipped_products.contract.ts";
import { contract as slaByMonth } from "./metrics/sla_by_month.contract.ts";
import { contract as sourceFreshness } from "./metrics/source_freshness.contract.ts";
import { contract as spendFits } from "./metrics/spend_fits.contract.ts";
import { contract as spendHistories } from "./metrics/spend_histories.contract.ts";
import { contract as stageCalibration } from "./metrics/stage_calibration.contract.ts";
import { contract as stageProbabilityTests } from "./metrics/stage_probability_tests.contract.ts";
import { contract as surveyComments } from "./metrics/survey_comments.contract.ts";
import { contract as surveyResponses } from "./metrics/survey_responses.contract.ts";
import { contract as surveyScores } from "./metrics/survey_scores.contract.ts";
import { contract as surveyShares } from "./metrics/survey_shares.contract.ts";
import { contract as surveyWords } from "./metrics/survey_words.contract.ts";
import { contract as winRates } from "./metrics/win_rates.contract.ts";
import { contract as workingDaysByMonth } from "./metrics/working_days_by_month.contract.ts";

/** The contracts of all marts and metrics, by relation; a test holds the list against the disk. */
export const contracts = {
  "marts.calendar": calendar,
  "marts.campaign_members": campaignMembers,
  "marts.campaigns": campaigns,
  "marts.client_attributes": clientAttributes,
  "marts.client_match_limits": clientMatchLimits,
  "marts.client_pairs": clientPairs,
  "marts.client_sources": clientSources,
  "metrics.abc_xyz": abcXyz,
  "metrics.demand_spread": demandSpread,
  "metrics.alert_month_values": alertMonthValues,
  "metrics.alert_periods": alertPeriods,
  "metrics.alert_targets": alertTargets,
  "metrics.alert_values": alertValues,
  "metrics.alerts": alerts,
  "metrics.churn": churn,
  "metrics.churn_backtest": churnBacktest,
  "metrics.churn_base": churnBase,
  "metrics.churn_baseline_fits": churnBaselineFits,
  "metrics.churn_by_status": churnByStatus,
  "metrics.churn_calibration": churnCalibration,
  "metrics.churn_cut_offs": churnCutOffs,
  "metrics.churn_cohort_fits": churnCohortFits,
  "metrics.churn_ranking": churnRanking,
  "metrics.churn_errors": churnErrors,
  "metrics.churn_features": churnFeatures,
  "metrics.churn_fits": churnFits,
  "metrics.churn_gate": churnGate,
  "metrics.churn_histories": churnHistories,
  "metrics.churn_probabilities": churnProbabilities,
  "metrics.churn_recalibration_bins": churnRecalibrationBins,
  "metrics.churn_recalibrations": churnRecalibrations,
  "metrics.churn_rule": churnRule,
  "metrics.churn_score_ranks": churnScoreRanks,
  "metrics.churn_scores": churnScores,
  "metrics.churn_training": churnTraining,
  "metrics.class_late_returns": classLateReturns,
  "metrics.class_rhythms": classRhythms,
  "metrics.closed_days": closedDays,
  "metrics.client_class_at_cut_offs": clientClassAtCutOffs,
  "metrics.client_lifetime_value": clientLifetimeValue,
  "metrics.client_card": clientCard,
  "metrics.client_cards_by_source": clientCardsBySource,
  "metrics.client_match_summary": clientMatchSummary,
  "metrics.client_pair_review": clientPairReview,
  "marts.client_days": clientDays,
  "marts.client_months": clientMonths,
  "marts.client_owners": clientOwners,
  "marts.client_timeline": clientTimeline,
  "marts.clients": clients,
  "marts.complaints": complaints,
  "marts.absences": absences,
  "marts.contacts": contacts,
  "marts.contracts": clientContractsHeld,
  "marts.deal_stage_changes": dealStageChanges,
  "marts.deals": deals,
  "marts.document_rates": documentRates,
  "marts.entity_totals": entityTotals,
  "marts.exchange_rates": exchangeRates,
  "marts.interactions": interactions,
  "marts.invoices": invoices,
  "marts.loaded_kinds": loadedKinds,
  "marts.managers": managers,
  "marts.mart_totals": martTotals,
  "marts.named_keys": namedKeys,
  "marts.named_settlements": namedSettlements,
  "marts.oldest_settlements": oldestSettlements,
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
  "metrics.campaign_arm_effects": campaignArmEffects,
  "metrics.campaign_arms": campaignArms,
  "metrics.campaign_balance": campaignBalance,
  "metrics.campaign_sample_ratios": campaignSampleRatios,
  "metrics.campaign_credit_parts": campaignCreditParts,
  "metrics.campaign_credits": campaignCredits,
  "metrics.campaign_credits_by_rule": campaignCreditsByRule,
  "metrics.campaign_differences": campaignDifferences,
  "metrics.campaign_return": campaignReturn,
  "metrics.campaign_totals": campaignTotals,
  "metrics.campaign_touches": campaignTouches,
  "metrics.class_thresholds": classThresholds,
  "metrics.client_abc_xyz": clientAbcXyz,
  "metrics.client_class_migration": clientClassMigration,
  "metrics.client_class_summary": clientClassSummary,
  "metrics.client_class_windows": clientClassWindows,
  "metrics.client_classes": clientClasses,
  "metrics.client_seasons": clientSeasons,
  "metrics.client_service_costs": clientServiceCosts,
  "metrics.client_troubles": clientTroubles,
  "metrics.cohort_activity": cohortActivity,
  "metrics.cohort_retention": cohortRetention,
  "metrics.calendar_events": calendarEvents,
  "metrics.client_contact_months": clientContactMonths,
  "metrics.client_contacts": clientContacts,
  "metrics.opted_out_clients": optedOutClients,
  "metrics.manager_activity_by_month": managerActivityByMonth,
  "metrics.complaint_counts": complaintCounts,
  "metrics.manager_portfolios_by_month": managerPortfoliosByMonth,
  "metrics.complaint_durations": complaintDurations,
  "metrics.complaint_rate_by_month": complaintRateByMonth,
  "metrics.complaint_rates": complaintRates,
  "metrics.complaint_times": complaintTimes,
  "metrics.expectation_histories": expectationHistories,
  "metrics.expected_spends": expectedSpends,
  "metrics.lifetime_value_deciles": lifetimeValueDeciles,
  "metrics.lifetime_value_holdout": lifetimeValueHoldout,
  "metrics.order_expectations": orderExpectations,
  "metrics.purchase_days": purchaseDays,
  "metrics.purchase_gap_counts": purchaseGapCounts,
  "metrics.late_returns": lateReturns,
  "metrics.purchase_horizons": purchaseHorizons,
  "metrics.purchase_rhythms": purchaseRhythms,
  "metrics.contract_renewals": contractRenewals,
  "metrics.contract_survival": contractSurvival,
  "metrics.renewal_fits": renewalFits,
  "metrics.retention_curve": retentionCurve,
  "metrics.scored_models": scoredModels,
  "metrics.second_order_curve": secondOrderCurve,
  "metrics.sla_by_month": slaByMonth,
  "metrics.complaints_by_day": complaintsByDay,
  "metrics.complaints_by_month": complaintsByMonth,
  "metrics.data_quality_by_file": dataQualityByFile,
  "metrics.entity_amounts": entityAmounts,
  "metrics.future_rows": futureRows,
  "metrics.kpi_by_day": kpiByDay,
  "metrics.kpi_by_month": kpiByMonth,
  "metrics.late_days_by_carrier": lateDaysByCarrier,
  "metrics.line_deliveries": lineDeliveries,
  "metrics.metric_reconciliation": metricReconciliation,
  "metrics.money_reconciliation": moneyReconciliation,
  "metrics.order_otif_by_month": orderOtifByMonth,
  "metrics.otif_by_day": otifByDay,
  "metrics.otif_by_month": otifByMonth,
  "metrics.client_receivables": clientReceivables,
  "metrics.pareto": pareto,
  "metrics.paid_claims": paidClaims,
  "metrics.pareto_base": paretoBase,
  "metrics.pareto_summary": paretoSummary,
  "metrics.payment_delays": paymentDelays,
  "metrics.plan_cells": planCells,
  "metrics.plan_vs_actual": planVsActual,
  "metrics.product_abc_xyz": productAbcXyz,
  "metrics.product_volume_by_month": productVolumeByMonth,
  "metrics.receivable_balances": receivableBalances,
  "metrics.receivable_flows": receivableFlows,
  "metrics.receivables_ageing": receivablesAgeing,
  "metrics.receivables_by_month": receivablesByMonth,
  "metrics.rejects_by_rule": rejectsByRule,
  "metrics.remarks_by_file": remarksByFile,
  "metrics.return_months": returnMonths,
  "metrics.return_rate_by_month": returnRateByMonth,
  "metrics.returned_lines": returnedLines,
  "metrics.returned_orders": returnedOrders,
  "metrics.line_returns": lineReturns,
  "metrics.line_returns_by_reason": lineReturnsByReason,
  "metrics.returns_by_reason": returnsByReason,
  "metrics.rfm": rfm,
  "metrics.rfm_base": rfmBase,
  "metrics.rfm_cut_points": rfmCutPoints,
  "metrics.rfm_cut_points_by_date": rfmCutPointsByDate,
  "metrics.rfm_grid": rfmGrid,
  "metrics.rfm_scores": rfmScores,
  "metrics.rfm_segment_rules": rfmSegmentRules,
  "metrics.rfm_segments": rfmSegments,
  "metrics.sales_by_day": salesByDay,
  "metrics.sales_by_month": salesByMonth,
  "metrics.satisfaction_by_delivery": satisfactionByDelivery,
  "metrics.satisfaction_by_wave": satisfactionByWave,
  "metrics.survey_comments": surveyComments,
  "metrics.survey_responses": surveyResponses,
  "metrics.survey_scores": surveyScores,
  "metrics.survey_shares": surveyShares,
  "metrics.survey_words": surveyWords,
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
  "metrics.shipped_products": shippedProducts,
  "metrics.spend_fits": spendFits,
  "metrics.spend_histories": spendHistories,
  "metrics.client_profit": clientProfit,
  "metrics.profit_by_segment": profitBySegment,
  "metrics.profit_by_place": profitByPlace,
  "metrics.offers_by_place": offersByPlace,
  "metrics.contacts_due_by_place": contactsDueByPlace,
  "metrics.debtors_by_place": debtorsByPlace,
  "metrics.rfm_by_place": rfmByPlace,
  "metrics.discounts": discounts,
  "metrics.forecast": forecast,
  "metrics.forecast_late_returns": forecastLateReturns,
  "metrics.forecast_series": forecastSeries,
  "metrics.working_days_by_month": workingDaysByMonth,
  "metrics.deal_stage_stays": dealStageStays,
  "metrics.deal_results": dealResults,
  "metrics.deal_stages": dealStages,
  "metrics.stage_calibration": stageCalibration,
  "metrics.stage_probability_tests": stageProbabilityTests,
  "metrics.open_deals": openDeals,
  "metrics.pipeline": pipeline,
  "metrics.win_rates": winRates,
  "metrics.lost_deals": lostDeals,
  "metrics.pipeline_at_quarter_starts": pipelineAtQuarterStarts,
  "metrics.pipeline_backtest": pipelineBacktest,
  "metrics.pipeline_backtest_scores": pipelineBacktestScores,
  "metrics.product_bridge": productBridge,
  "metrics.sales_bridge": salesBridge,
  "metrics.manager_profit": managerProfit,
} as const;
