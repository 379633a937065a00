-- One row per measure and cut point: the scale of today's RFM scores.
--
-- grain    measure, cut point
-- key      measure, cut_number
-- answers  How many days, purchases or how much revenue earn which score?

with

cut_points as (

    select * from metrics.rfm_cut_points_by_date

),

scores as (

    select * from metrics.rfm

),

settings as (

    select * from meta.settings

),

distinct_scores as (

    select
        cast(count(distinct scores.recency_score) as bigint) as recency_count,
        cast(
            count(distinct scores.frequency_score) as bigint
        ) as frequency_count,
        cast(count(distinct scores.monetary_score) as bigint) as monetary_count

    from scores

),

cut_points_today as (

    select
        cut_points.measure,
        cut_points.cut_number,
        cut_points.value,
        case cut_points.measure
            when 'recency' then settings.rfm_recency
            when 'frequency' then 'purchase_days'
            when 'monetary'
                then
                    case settings.rfm_monetary
                        when 'per_purchase' then 'money_per_purchase'
                        else 'money'
                    end
        end as unit,
        cut_points.is_fixed,
        cut_points.measure <> 'monetary'
        or settings.rfm_segments_by <> 'frequency' as is_in_segments,
        case cut_points.measure
            when 'recency' then distinct_scores.recency_count
            when 'frequency' then distinct_scores.frequency_count
            else distinct_scores.monetary_count
        end as distinct_score_count,
        cut_points.client_count

    from cut_points
    cross join distinct_scores
    cross join settings
    where cut_points.is_current

)

select * from cut_points_today
