/** Traits, pairs of products and of client cards, waves of a survey, enough of each that a reader can choose one. */
export const choiceFigures: Readonly<Record<string, string>> = {
  "metrics.client_portrait": `
    select 'class' as segmentation, 'key' as segment, trait, value, 6 as client_count, 6 * share as value_count, share,
      share - 0.2 as share_lower, share + 0.2 as share_upper, base as base_share, share / base as index_ratio, leaning, 'ok' as quality_flag
    from (values ('channel', 'phone', 0.6, 0.2, 'over'), ('region', 'North', 0.5, 0.3, 'over'), ('channel', 'email', 0.1, 0.5, 'under'))
      as traits (trait, value, share, base, leaning)`,
  "metrics.client_cards_by_source": `select 'erp' as source, 60 as card_count, 4 as shared_card_count, 58 as client_count`,
  "metrics.client_match_summary": `select * from (values ('linked', 'likely', 2), ('review', 'likely', 1)) as pairs (state, reason, pair_count)`,
  "metrics.client_pair_review": `
    select 'erp:1' as source_client_id, 'crm:2' as other_source_client_id, 'Rose' as name, 'Rosé' as other_name, 'review' as state,
      'likely' as reason, 0.9 as score, 'city +3, other_form -4' as evidence`,
  "metrics.product_pairs": `
    select 'p1' as item_a, 'p2' as item_b, 100 as basket_a_count, 90 as basket_b_count, 60 as basket_ab_count, 400 as basket_count,
      0.6 as confidence_ab, 60 / 90 as confidence_ba, 60 * 400 / (100.0 * 90) as lift, 2.1 as lift_lower, 60 / 400 - 0.25 * 90 / 400 as leverage`,
  "metrics.satisfaction_by_wave": `
    select wave, 'nps' as question, 'all' as dimension, 'all' as entity_id, asked as first_asked_date, 100 as invited_count,
      80 as responded_count, 0.8 as response_rate, 7.5 as score_mean, 7.1 as score_mean_lower, 7.9 as score_mean_upper, 40 as promoter_count,
      20 as passive_count, 20 as detractor_count, nps, nps - 12 as nps_lower, nps + 12 as nps_upper, 'ok' as quality_flag
    from (values ('2026-Q1', date '2026-02-01', 20), ('2026-Q3', date '2026-08-01', 25)) as waves (wave, asked, nps)`,
};
