-- One row per month and entity (all, a type of complaint, a manager, a region):
-- complaints per 100 orders delivered (metrics.complaint_counts). Below 20
-- complaints the 95 % interval is the exact one of Poisson (Garwood 1936: half
-- the 2.5 % and 97.5 % points of chi-square with 2k and 2k + 2 degrees of
-- freedom), from 20 the score interval of Wilson. Without any complaint ever
-- recorded there is no row: a rate of 0 would be made up.
--
-- grain    month, dimension, entity
-- key      month, dimension, entity_id
-- answers  Whose orders end in complaints, and about what?

with

complaint_counts as (

    select * from metrics.complaint_counts

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

last_days as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

counts_per_entity as (

    select
        complaint_counts.month,
        complaint_counts.dimension,
        complaint_counts.entity_id,
        complaint_counts.delivered_order_count,
        complaint_counts.complaint_count,
        complaint_counts.linked_complaint_count,
        nullif(
            cast(complaint_counts.delivered_order_count as double), 0
        ) as order_size,
        cast(complaint_counts.complaint_count as double) as complaint_size,
        1.959964e0 * 1.959964e0 as squared_z,
        coalesce(
            last_days.last_day <= clock.as_of_date,
            complaint_counts.month <= clock.as_of_date
        ) as is_complete

    from complaint_counts
    cross join clock
    left join last_days on complaint_counts.month = last_days.month

),

exact_limits as (

    select
        counts_per_entity.month,
        counts_per_entity.dimension,
        counts_per_entity.entity_id,
        case counts_per_entity.complaint_count
            when 0 then 0.000000000e0
            when 1 then 0.025317808e0
            when 2 then 0.242209279e0
            when 3 then 0.618672123e0
            when 4 then 1.089865374e0
            when 5 then 1.623486390e0
            when 6 then 2.201894253e0
            when 7 then 2.814363052e0
            when 8 then 3.453832177e0
            when 9 then 4.115373097e0
            when 10 then 4.795388696e0
            when 11 then 5.491160367e0
            when 12 then 6.200575109e0
            when 13 then 6.921952491e0
            when 14 then 7.653930276e0
            when 15 then 8.395386133e0
            when 16 then 9.145382454e0
            when 17 then 9.903126470e0
            when 18 then 10.667940780e0
            when 19 then 11.439241164e0
        end as lower_count,
        case counts_per_entity.complaint_count
            when 0 then 3.688879454e0
            when 1 then 5.571643391e0
            when 2 then 7.224687668e0
            when 3 then 8.767273070e0
            when 4 then 10.241588675e0
            when 5 then 11.668332079e0
            when 6 then 13.059474023e0
            when 7 then 14.422675362e0
            when 8 then 15.763189220e0
            when 9 then 17.084803451e0
            when 10 then 18.390356042e0
            when 11 then 19.682038513e0
            when 12 then 20.961585048e0
            when 13 then 22.230395918e0
            when 14 then 23.489621122e0
            when 15 then 24.740218871e0
            when 16 then 25.982997598e0
            when 17 then 27.218646816e0
            when 18 then 28.447760268e0
            when 19 then 29.670853572e0
        end as upper_count

    from counts_per_entity

),

score_limits as (

    select
        counts_per_entity.month,
        counts_per_entity.dimension,
        counts_per_entity.entity_id,
        cast(
            counts_per_entity.complaint_size
            + counts_per_entity.squared_z * 0.5e0 as double
        ) / nullif(
            counts_per_entity.order_size + counts_per_entity.squared_z, 0
        ) as centre,
        cast(
            1.959964e0 * sqrt(
                cast(
                    counts_per_entity.complaint_size
                    * (
                        counts_per_entity.order_size
                        - counts_per_entity.complaint_size
                    ) as double
                ) / nullif(counts_per_entity.order_size, 0)
                + counts_per_entity.squared_z * 0.25e0
            ) as double
        ) / nullif(
            counts_per_entity.order_size + counts_per_entity.squared_z, 0
        ) as half_width

    from counts_per_entity
    where
        counts_per_entity.complaint_count >= 20
        and counts_per_entity.complaint_size <= counts_per_entity.order_size

),

rates_with_interval as (

    select
        counts_per_entity.month,
        counts_per_entity.dimension,
        counts_per_entity.entity_id,
        counts_per_entity.delivered_order_count,
        counts_per_entity.complaint_count,
        counts_per_entity.linked_complaint_count,
        cast(100e0 * counts_per_entity.complaint_size as double)
        / nullif(counts_per_entity.order_size, 0) as complaints_per_100_orders,
        100e0 * coalesce(
            cast(exact_limits.lower_count as double)
            / nullif(counts_per_entity.order_size, 0),
            score_limits.centre - score_limits.half_width
        ) as lower,
        100e0 * coalesce(
            cast(exact_limits.upper_count as double)
            / nullif(counts_per_entity.order_size, 0),
            score_limits.centre + score_limits.half_width
        ) as upper,
        case
            when
                counts_per_entity.order_size is null
                or (
                    counts_per_entity.complaint_count >= 20
                    and counts_per_entity.complaint_size
                    > counts_per_entity.order_size
                )
                then 'no_interval'
            when counts_per_entity.delivered_order_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        counts_per_entity.is_complete,
        clock.as_of_date

    from counts_per_entity
    cross join clock
    left join exact_limits
        on
            counts_per_entity.month = exact_limits.month
            and counts_per_entity.dimension = exact_limits.dimension
            and counts_per_entity.entity_id = exact_limits.entity_id
    left join score_limits
        on
            counts_per_entity.month = score_limits.month
            and counts_per_entity.dimension = score_limits.dimension
            and counts_per_entity.entity_id = score_limits.entity_id

)

select * from rates_with_interval
