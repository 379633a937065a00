import { contract as campaignCredits } from "./metrics/campaign_credits.contract.ts";
import { contract as campaignReturn } from "./metrics/campaign_return.contract.ts";
import { contract as classThresholds } from "./metrics/class_thresholds.contract.ts";
import { contract as clientAbcXyz } from "./metrics/client_abc_xyz.contract.ts";
import { contract as clientClassMigration } from "./metrics/client_class_migration.contract.ts";
import { contract as clientClassSummary } from "./metrics/client_class_summary.contract.ts";
import { contract as clientClassWindows } from "./metrics/client_class_windows.contract.ts";
import { contract as clientClasses } from "./metrics/client_classes.contract.ts";
import { contract as clientVolumeByMonth } from "./metrics/client_volume_by_month.contract.ts";
import { contract as pareto } from "./metrics/pareto.contract.ts";
import { contract as paretoSummary } from "./metrics/pareto_summary.contract.ts";
import { contract as productAbcXyz } from "./metrics/product_abc_xyz.contract.ts";
import { contract as rfm } from "./metrics/rfm.contract.ts";
import { contract as rfmBase } from "./metrics/rfm_base.contract.ts";
import { contract as rfmCutPoints } from "./metrics/rfm_cut_points.contract.ts";
import { contract as rfmCutPointsByDate } from "./metrics/rfm_cut_points_by_date.contract.ts";
import { contract as rfmGrid } from "./metrics/rfm_grid.contract.ts";
import { contract as rfmScores } from "./metrics/rfm_scores.contract.ts";
import { contract as rfmSegments } from "./metrics/rfm_segments.contract.ts";

/** The contracts of all marts and metrics, by relation; a test holds the list against the disk. */
export const contracts = {
  "metrics.campaign_credits": campaignCredits,
  "metrics.campaign_return": campaignReturn,
  "metrics.class_thresholds": classThresholds,
  "metrics.client_abc_xyz": clientAbcXyz,
  "metrics.client_class_migration": clientClassMigration,
  "metrics.client_class_summary": clientClassSummary,
  "metrics.client_class_windows": clientClassWindows,
  "metrics.client_classes": clientClasses,
  "metrics.client_volume_by_month": clientVolumeByMonth,
  "metrics.pareto": pareto,
  "metrics.pareto_summary": paretoSummary,
  "metrics.product_abc_xyz": productAbcXyz,
  "metrics.rfm": rfm,
  "metrics.rfm_base": rfmBase,
  "metrics.rfm_cut_points": rfmCutPoints,
  "metrics.rfm_cut_points_by_date": rfmCutPointsByDate,
  "metrics.rfm_grid": rfmGrid,
  "metrics.rfm_scores": rfmScores,
  "metrics.rfm_segments": rfmSegments,
} as const;
