-- One row per client that ever bought: is it leaving, what is at stake, and
-- what may have driven it away.
--
-- grain    client
-- key      client_id
-- answers  Which clients are we losing, and whom should we call first?
--
-- Churn is no order in the horizon. The status comes from the client's own
-- rhythm; the probability is shown as far as the back-test allows. Not having
-- left yet is another thing than ordering, and stands beside it as explanation.

with

clock as (

    select * from meta.clock

),

model_versions as (

    select * from meta.model_versions

),

base as (

    select * from metrics.churn_base

),

scores as (

    select * from metrics.churn_scores

),

gate as (

    select * from metrics.churn_gate

),

rule as (

    select * from metrics.churn_rule

),

seasons as (

    select * from metrics.client_seasons

),

troubles as (

    select * from metrics.client_troubles

),

horizons as (

    select * from metrics.purchase_horizons

),

spends as (

    select * from metrics.expected_spends

),

recent_sales as (

    select
        horizons.client_id,
        cast(sum(horizons.net_amount) as decimal(38, 4)) as net_amount

    from horizons
    where horizons.horizon_number <= 3
    group by 1

),

clients as (

    select
        base.client_id,
        clock.as_of_date,
        base.volume_class,
        base.repeat_count,
        base.first_purchase_date,
        base.last_purchase_date,
        base.days_since_last,
        base.age_days,
        base.gap_count,
        base.median_gap_days,
        base.gap_source,
        scores.overdue_ratio,
        rule.active_ratio,
        rule.lapsed_ratio,
        case
            when base.days_since_last > rule.lapsed_after_days then 'lapsed'
            when coalesce(seasons.is_off_season, false) then 'active'
            when scores.overdue_ratio is null then 'unknown'
            when scores.overdue_ratio <= rule.active_ratio then 'active'
            when scores.overdue_ratio <= rule.lapsed_ratio then 'cooling'
            else 'lapsed'
        end as status,
        seasons.client_id is not null as is_seasonal,
        coalesce(seasons.is_off_season, false) as is_off_season,
        case
            when scores.model_flag = 'ok' then scores.alive_probability
        end as alive_probability,
        case gate.shown
            when 'model' then scores.order_probability
            when 'recalibrated' then scores.recalibrated_probability
        end as order_probability,
        gate.shown as probability_basis,
        gate.model,
        model_versions.model_version,
        scores.fit_basis,
        scores.fitted_client_count,
        case
            when gate.shown in ('model', 'recalibrated')
                then spends.expected_order_count
        end as expected_order_count,
        coalesce(recent_sales.net_amount, 0) as recent_amount,
        coalesce(troubles.complaint_count, 0) as complaint_count,
        coalesce(troubles.open_complaint_count, 0) as open_complaint_count,
        coalesce(troubles.due_line_count, 0) as due_line_count,
        coalesce(troubles.late_line_count, 0) as late_line_count,
        troubles.late_line_share,
        troubles.average_payment_delay_days,
        coalesce(troubles.overdue_amount, 0) as overdue_amount,
        gate.quality_flag as gate_flag

    from base
    cross join clock
    cross join gate
    cross join rule
    left join model_versions
        on model_versions.relation = 'metrics.churn'
    left join scores
        on base.cut_number = scores.cut_number
        and base.client_id = scores.client_id
    left join spends
        on base.cut_number = spends.cut_number
        and base.client_id = spends.client_id
    left join seasons
        on base.client_id = seasons.client_id
    left join troubles
        on base.client_id = troubles.client_id
    left join recent_sales
        on base.client_id = recent_sales.client_id
    where base.cut_number = 0

),

churn as (

    select
        clients.client_id,
        clients.as_of_date,
        clients.status,
        clients.volume_class,
        clients.repeat_count,
        clients.first_purchase_date,
        clients.last_purchase_date,
        clients.days_since_last,
        clients.age_days,
        clients.gap_count,
        clients.median_gap_days,
        clients.gap_source,
        clients.overdue_ratio,
        clients.active_ratio,
        clients.lapsed_ratio,
        clients.is_seasonal,
        clients.is_off_season,
        clients.alive_probability,
        clients.order_probability,
        1 - clients.order_probability as churn_probability,
        clients.probability_basis,
        clients.model,
        clients.model_version,
        clients.fit_basis,
        clients.fitted_client_count,
        clients.expected_order_count,
        cast(clients.recent_amount as decimal(38, 4)) as recent_amount,
        cast(
            cast(clients.recent_amount as double)
            * (1 - clients.order_probability) as decimal(38, 4)
        ) as amount_at_risk,
        cast(clients.complaint_count as bigint) as complaint_count,
        cast(clients.open_complaint_count as bigint) as open_complaint_count,
        cast(clients.due_line_count as bigint) as due_line_count,
        cast(clients.late_line_count as bigint) as late_line_count,
        clients.late_line_share,
        clients.average_payment_delay_days,
        cast(clients.overdue_amount as decimal(38, 4)) as overdue_amount,
        case
            when clients.gap_source = 'none' then 'insufficient_history'
            when clients.probability_basis = 'rule' then 'fallback'
            when clients.gap_source <> 'own' then 'low_n'
            else clients.gate_flag
        end as quality_flag

    from clients

)

select * from churn
