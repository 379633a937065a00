-- One row per model that is fitted or that scores: its version, how much it
-- rests on, and how many of its rows stand without a reserve.
--
-- grain    model
-- key      relation
-- answers  Which version of which model made these scores, of how much data?
--
-- A version changes with formula or settings, not with data or the day. Equal
-- versions on equal data give equal rows.

with

clock as (

    select * from meta.clock

),

model_versions as (

    select * from meta.model_versions

),

churn as (

    select * from metrics.churn

),

churn_gate as (

    select * from metrics.churn_gate

),

client_lifetime_value as (

    select * from metrics.client_lifetime_value

),

forecast as (

    select * from metrics.forecast

),

deal_stages as (

    select * from metrics.deal_stages

),

open_deals as (

    select * from metrics.open_deals

),

pipeline as (

    select * from metrics.pipeline

),

renewal_fits as (

    select * from metrics.renewal_fits

),

next_products as (

    select * from metrics.next_products

),

product_pairs as (

    select * from metrics.product_pairs

),

client_look_alikes as (

    select * from metrics.client_look_alikes

),

rfm as (

    select * from metrics.rfm

),

stage_entries as (

    select sum(deal_stages.entry_count) as entry_count

    from deal_stages

),

baskets as (

    select max(product_pairs.basket_count) as basket_count

    from product_pairs

),

counts as (

    select
        'metrics.churn' as relation,
        count(churn.client_id) as row_count,
        count(*) filter (
            where churn.quality_flag = 'ok'
        ) as sound_row_count,
        max(
            case
                when churn_gate.reason <> 'no_fit'
                    then churn_gate.client_count
            end
        ) as observation_count

    from churn_gate
    left join churn
        on churn_gate.as_of_date = churn.as_of_date

    union all

    select
        'metrics.client_lifetime_value' as relation,
        count(client_lifetime_value.client_id) as row_count,
        count(*) filter (
            where client_lifetime_value.quality_flag = 'ok'
        ) as sound_row_count,
        max(
            case
                when churn_gate.reason <> 'no_fit'
                    then churn_gate.client_count
            end
        ) as observation_count

    from churn_gate
    left join client_lifetime_value
        on churn_gate.as_of_date = client_lifetime_value.as_of_date

    union all

    select
        'metrics.forecast' as relation,
        count(*) as row_count,
        count(*) filter (
            where forecast.quality_flag = 'ok'
        ) as sound_row_count,
        max(forecast.month_count) as observation_count

    from forecast

    union all

    select
        'metrics.deal_stages' as relation,
        count(*) as row_count,
        count(*) filter (
            where deal_stages.quality_flag = 'ok'
        ) as sound_row_count,
        sum(deal_stages.entry_count) as observation_count

    from deal_stages

    union all

    select
        'metrics.open_deals' as relation,
        count(*) as row_count,
        count(*) filter (
            where open_deals.quality_flag = 'ok'
        ) as sound_row_count,
        max(stage_entries.entry_count) as observation_count

    from open_deals
    cross join stage_entries

    union all

    select
        'metrics.pipeline' as relation,
        count(*) as row_count,
        count(*) filter (
            where pipeline.quality_flag = 'ok'
        ) as sound_row_count,
        max(
            case
                when pipeline.is_total and pipeline.close_quarter = 'all'
                    then pipeline.open_count
            end
        ) as observation_count

    from pipeline

    union all

    select
        'metrics.renewal_fits' as relation,
        count(*) as row_count,
        count(*) filter (
            where renewal_fits.quality_flag = 'ok'
        ) as sound_row_count,
        max(
            case
                when renewal_fits.is_total then renewal_fits.contract_count
            end
        ) as observation_count

    from renewal_fits

    union all

    select
        'metrics.next_products' as relation,
        count(*) as row_count,
        count(*) filter (
            where next_products.quality_flag = 'ok'
        ) as sound_row_count,
        max(baskets.basket_count) as observation_count

    from next_products
    cross join baskets

    union all

    select
        'metrics.client_look_alikes' as relation,
        count(*) as row_count,
        count(*) filter (
            where client_look_alikes.quality_flag = 'ok'
        ) as sound_row_count,
        max(client_look_alikes.key_client_count) as observation_count

    from client_look_alikes

    union all

    select
        'metrics.rfm' as relation,
        count(*) as row_count,
        count(*) filter (
            where rfm.quality_flag = 'ok'
        ) as sound_row_count,
        max(rfm.scored_client_count) as observation_count

    from rfm

),

scored_models as (

    select
        model_versions.relation,
        model_versions.model_name,
        model_versions.model_version,
        cast(counts.row_count as bigint) as row_count,
        cast(counts.sound_row_count as bigint) as sound_row_count,
        cast(coalesce(counts.observation_count, 0) as bigint)
            as observation_count,
        clock.as_of_date

    from model_versions
    cross join clock
    inner join counts on model_versions.relation = counts.relation

)

select * from scored_models
