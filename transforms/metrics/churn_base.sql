-- One row per cut-off and client that had bought by then: its past in figures,
-- and whether it bought in the horizon that followed.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What is known of a client when its churn is judged?
--
-- Only facts up to the cut-off count: what came back later was still sold.
-- Repeat purchases are days with an order after the first; recency is the age
-- of the last of them, counted from the first day. The own median gap counts
-- from two gaps on, that of the class from thirty, else that of all; between 7
-- and 365 days. Gaps, and the silence held against them, leave days of planned
-- closures out.

with

cut_offs as (

    select * from metrics.churn_cut_offs

),

closed_days as (

    select * from metrics.closed_days

),

horizons as (

    select * from metrics.purchase_horizons

),

late_returns as (

    select * from metrics.late_returns

),

rhythms as (

    select * from metrics.purchase_rhythms

),

class_rhythms as (

    select * from metrics.class_rhythms

),

classes as (

    select * from metrics.client_class_at_cut_offs

),

pasts as (

    select
        cut_offs.cut_number,
        cut_offs.cut_date,
        horizons.client_id,
        sum(horizons.purchase_count) as purchase_count,
        min(horizons.first_purchase_date) as first_purchase_date,
        max(horizons.last_purchase_date) as last_purchase_date,
        sum(horizons.net_amount) as net_amount,
        sum(horizons.repeat_amount) as repeat_amount

    from horizons
    inner join cut_offs
        on cut_offs.cut_number <= horizons.horizon_number
    group by 1, 2, 3

),

returns_unknown_then as (

    select
        cut_offs.cut_number,
        late_returns.client_id,
        sum(late_returns.amount) as amount,
        sum(late_returns.repeat_amount) as repeat_amount

    from late_returns
    inner join cut_offs
        on
            cut_offs.cut_number <= late_returns.horizon_number
            and cut_offs.cut_number > late_returns.returned_horizon_number
    group by 1, 2

),

pasts_with_gaps as (

    select
        pasts.cut_number,
        pasts.cut_date,
        pasts.client_id,
        pasts.purchase_count,
        pasts.first_purchase_date,
        pasts.last_purchase_date,
        pasts.net_amount + coalesce(returns_unknown_then.amount, 0)
            as net_amount,
        pasts.repeat_amount + coalesce(returns_unknown_then.repeat_amount, 0)
            as repeat_amount,
        coalesce(classes.volume_class, 'none') as volume_class,
        coalesce(rhythms.gap_count, 0) as gap_count,
        case
            when rhythms.gap_count >= 2 then rhythms.median_gap_days
            when class_gaps.gap_count >= 30 then class_gaps.median_gap_days
            else all_gaps.median_gap_days
        end as raw_median_gap_days,
        case
            when rhythms.gap_count >= 2 then 'own'
            when class_gaps.gap_count >= 30 then 'class'
            when all_gaps.gap_count > 0 then 'population'
            else 'none'
        end as gap_source

    from pasts
    left join returns_unknown_then
        on pasts.cut_number = returns_unknown_then.cut_number
        and pasts.client_id = returns_unknown_then.client_id
    left join rhythms
        on pasts.cut_number = rhythms.cut_number
        and pasts.client_id = rhythms.client_id
    left join classes
        on pasts.cut_number = classes.cut_number
        and pasts.client_id = classes.client_id
    left join class_rhythms as class_gaps
        on classes.cut_number = class_gaps.cut_number
        and classes.volume_class = class_gaps.volume_class
    left join class_rhythms as all_gaps
        on pasts.cut_number = all_gaps.cut_number
        and all_gaps.volume_class = 'all'

),

base as (

    select
        pasts_with_gaps.cut_number,
        pasts_with_gaps.client_id,
        pasts_with_gaps.cut_date,
        pasts_with_gaps.first_purchase_date,
        cast(
            extract(year from pasts_with_gaps.first_purchase_date) as bigint
        ) as cohort_year,
        pasts_with_gaps.last_purchase_date,
        cast(pasts_with_gaps.purchase_count - 1 as bigint) as repeat_count,
        date_diff(
            'day',
            pasts_with_gaps.first_purchase_date,
            pasts_with_gaps.last_purchase_date
        ) as recency_days,
        date_diff(
            'day',
            pasts_with_gaps.first_purchase_date,
            pasts_with_gaps.cut_date
        ) as age_days,
        date_diff(
            'day',
            pasts_with_gaps.last_purchase_date,
            pasts_with_gaps.cut_date
        ) as days_since_last,
        coalesce(closed_by_cut.closed_day_count, 0)
        - coalesce(closed_by_last.closed_day_count, 0)
            as closed_days_since_last,
        cast(pasts_with_gaps.net_amount as decimal(38, 4)) as net_amount,
        cast(pasts_with_gaps.repeat_amount as decimal(38, 4)) as repeat_amount,
        pasts_with_gaps.volume_class,
        cast(pasts_with_gaps.gap_count as bigint) as gap_count,
        case
            when pasts_with_gaps.raw_median_gap_days < 7 then 7e0
            when pasts_with_gaps.raw_median_gap_days > 365 then 365e0
            else pasts_with_gaps.raw_median_gap_days
        end as median_gap_days,
        pasts_with_gaps.gap_source,
        case
            when pasts_with_gaps.cut_number > 0
                then cast(coalesce(horizons.purchase_count, 0) as bigint)
        end as later_purchase_count

    from pasts_with_gaps
    left join horizons
        on pasts_with_gaps.client_id = horizons.client_id
        and pasts_with_gaps.cut_number - 1 = horizons.horizon_number
    left join closed_days as closed_by_cut
        on pasts_with_gaps.cut_date = closed_by_cut.day
    left join closed_days as closed_by_last
        on pasts_with_gaps.last_purchase_date = closed_by_last.day

)

select * from base
