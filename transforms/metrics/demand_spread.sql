-- One row per client with an order, and per product with sales, in the last
-- twelve complete months: how evenly its revenue comes, with its season and
-- without it.
--
-- grain    dimension, entity
-- key      dimension, entity_id
-- answers  How evenly does revenue come, apart from the season?
--
-- Coefficient of variation over the months since the first sale, empty months
-- as zeros, six months at least; what was reversed before is in the revenue and
-- in no month. Squares are summed as decimals of ratios to the mean, so that
-- the sum does not depend on its order; a month of more than a million means
-- counts as a million.
--
-- Without its season (24 months of history): the last year beside the year
-- before, month by month. Dividing by seasonal indices leaves each month of the
-- two as a share of their mean; the spread of such pairs is sqrt(2 d²) on
-- average, d the difference of the two over their sum, each index taking one
-- degree of freedom: who repeats last year month by month has 0, swings by
-- chance stay as wide as they are. Months empty in both years say nothing.

with

clock as (

    select * from meta.clock

),

client_months as (

    select * from marts.client_months

),

product_volume_by_month as (

    select * from metrics.product_volume_by_month

),

volume_per_month as (

    select
        'client' as dimension,
        client_months.client_id as entity_id,
        client_months.month,
        client_months.net_amount,
        client_months.order_count as sale_count

    from client_months

    union all

    select
        'product' as dimension,
        product_volume_by_month.product_id as entity_id,
        product_volume_by_month.month,
        product_volume_by_month.net_amount,
        product_volume_by_month.line_count as sale_count

    from product_volume_by_month
    where product_volume_by_month.product_id <> 'unknown'

),

window_months as (

    select
        cast(clock.open_month - interval '12' month as date) as from_month,
        cast(clock.open_month - interval '1' month as date) as to_month

    from clock

),

first_months as (

    select
        volume_per_month.dimension,
        volume_per_month.entity_id,
        min(volume_per_month.month) as month

    from volume_per_month
    where volume_per_month.sale_count > 0
    group by 1, 2

),

totals as (

    select
        volume_per_month.dimension,
        volume_per_month.entity_id,
        window_months.from_month,
        window_months.to_month,
        cast(sum(volume_per_month.net_amount) as decimal(38, 4)) as net_amount,
        cast(
            sum(volume_per_month.net_amount) filter (
                where volume_per_month.month >= first_months.month
            ) as decimal(38, 4)
        ) as eligible_amount,
        cast(
            count(*) filter (where volume_per_month.net_amount > 0) as bigint
        ) as active_month_count,
        cast(
            sum(volume_per_month.net_amount) filter (
                where volume_per_month.net_amount > 0
            ) as decimal(38, 4)
        ) as demand_amount

    from volume_per_month
    inner join window_months
        on volume_per_month.month
        between window_months.from_month and window_months.to_month
    inner join first_months
        on volume_per_month.dimension = first_months.dimension
        and volume_per_month.entity_id = first_months.entity_id
    group by 1, 2, 3, 4
    having sum(volume_per_month.sale_count) > 0

),

totals_with_history as (

    select
        totals.dimension,
        totals.entity_id,
        totals.from_month,
        totals.to_month,
        totals.net_amount,
        totals.eligible_amount,
        totals.active_month_count,
        totals.demand_amount,
        cast(
            (
                extract(year from totals.to_month) * 12
                + extract(month from totals.to_month)
            ) - (
                extract(
                    year from case
                        when first_months.month > totals.from_month
                            then first_months.month
                        else totals.from_month
                    end
                ) * 12
                + extract(
                    month from case
                        when first_months.month > totals.from_month
                            then first_months.month
                        else totals.from_month
                    end
                )
            ) + 1 as bigint
        ) as eligible_month_count

    from totals
    inner join first_months
        on totals.dimension = first_months.dimension
        and totals.entity_id = first_months.entity_id

),

means as (

    select
        totals_with_history.dimension,
        totals_with_history.entity_id,
        totals_with_history.eligible_month_count,
        cast(totals_with_history.eligible_amount as double)
        / nullif(cast(totals_with_history.eligible_month_count as double), 0)
            as monthly_mean,
        cast(totals_with_history.demand_amount as double)
        / nullif(cast(totals_with_history.active_month_count as double), 0)
            as demand_mean

    from totals_with_history

),

monthly_ratios as (

    select
        means.dimension,
        means.entity_id,
        case
            when
                abs(cast(volume_per_month.net_amount as double))
                < 1000000 * abs(means.monthly_mean)
                then
                    cast(volume_per_month.net_amount as double)
                    / nullif(means.monthly_mean, 0)
            else 1000000e0
        end as ratio_to_mean,
        case
            when volume_per_month.net_amount > 0
                then
                    cast(volume_per_month.net_amount as double)
                    / nullif(means.demand_mean, 0)
        end as ratio_to_demand_mean

    from means
    cross join window_months
    inner join volume_per_month
        on means.dimension = volume_per_month.dimension
        and means.entity_id = volume_per_month.entity_id
        and volume_per_month.month
        between window_months.from_month and window_months.to_month
    inner join first_months
        on means.dimension = first_months.dimension
        and means.entity_id = first_months.entity_id
        and volume_per_month.month >= first_months.month

),

squares as (

    select
        monthly_ratios.dimension,
        monthly_ratios.entity_id,
        cast(count(*) as double) as month_count,
        cast(
            sum(
                cast(
                    power(monthly_ratios.ratio_to_mean - 1, 2)
                    as decimal(38, 12)
                )
            ) as double
        ) as sum_of_squares,
        cast(
            sum(
                cast(
                    power(monthly_ratios.ratio_to_demand_mean - 1, 2)
                    as decimal(38, 12)
                )
            ) as double
        ) as demand_sum_of_squares

    from monthly_ratios
    group by 1, 2

),

season_pairs as (

    select
        totals_with_history.dimension,
        totals_with_history.entity_id,
        extract(month from volume_per_month.month) as month_of_year,
        cast(
            sum(volume_per_month.net_amount) as decimal(38, 4)
        ) as summed_amount,
        cast(
            sum(
                case
                    when
                        volume_per_month.month
                        >= totals_with_history.from_month
                        then volume_per_month.net_amount
                    else -volume_per_month.net_amount
                end
            ) as decimal(38, 4)
        ) as difference_amount

    from totals_with_history
    inner join first_months
        on totals_with_history.dimension = first_months.dimension
        and totals_with_history.entity_id = first_months.entity_id
        and first_months.month <= cast(
            totals_with_history.from_month - interval '12' month as date
        )
    inner join volume_per_month
        on totals_with_history.dimension = volume_per_month.dimension
        and totals_with_history.entity_id = volume_per_month.entity_id
        and volume_per_month.month between cast(
            totals_with_history.from_month - interval '12' month as date
        ) and totals_with_history.to_month
    where totals_with_history.net_amount > 0
    group by 1, 2, 3

),

seasonal_squares as (

    select
        season_pairs.dimension,
        season_pairs.entity_id,
        cast(
            count(*) filter (
                where season_pairs.summed_amount > 0
            ) as double
        ) as pair_count,
        cast(
            sum(
                cast(
                    power(
                        case
                            when
                                abs(season_pairs.difference_amount)
                                < 1000000 * season_pairs.summed_amount
                                then
                                    cast(
                                        season_pairs.difference_amount as double
                                    )
                                    / nullif(
                                        cast(
                                            season_pairs.summed_amount as double
                                        ),
                                        0
                                    )
                            else 1000000e0
                        end,
                        2
                    ) as decimal(38, 12)
                )
            ) filter (where season_pairs.summed_amount > 0) as double
        ) as sum_of_squares,
        count(*) filter (
            where
                season_pairs.summed_amount < 0
                or (
                    season_pairs.summed_amount = 0
                    and season_pairs.difference_amount <> 0
                )
        ) as unusable_pair_count

    from season_pairs
    group by 1, 2

),

ratios as (

    select
        totals_with_history.dimension,
        totals_with_history.entity_id,
        totals_with_history.from_month,
        totals_with_history.to_month,
        totals_with_history.net_amount,
        totals_with_history.eligible_month_count,
        totals_with_history.active_month_count,
        case
            when
                totals_with_history.eligible_month_count >= 6
                and totals_with_history.net_amount > 0
                then
                    sqrt(
                        (
                            squares.sum_of_squares
                            + cast(
                                totals_with_history.eligible_month_count
                                as double
                            ) - squares.month_count
                        ) / nullif(
                            cast(
                                totals_with_history.eligible_month_count - 1
                                as double
                            ),
                            0
                        )
                    )
        end as coefficient_of_variation,
        case
            when seasonal_squares.unusable_pair_count = 0
                then sqrt(
                    2 * cast(seasonal_squares.sum_of_squares as double)
                    / nullif(seasonal_squares.pair_count, 0)
                )
        end as cv_deseasonalised,
        cast(totals_with_history.eligible_month_count as double)
        / nullif(cast(totals_with_history.active_month_count as double), 0)
            as demand_interval,
        squares.demand_sum_of_squares
        / nullif(
            cast(totals_with_history.active_month_count - 1 as double), 0
        ) as demand_cv2

    from totals_with_history
    left join squares
        on totals_with_history.dimension = squares.dimension
        and totals_with_history.entity_id = squares.entity_id
    left join seasonal_squares
        on totals_with_history.dimension = seasonal_squares.dimension
        and totals_with_history.entity_id = seasonal_squares.entity_id

)

select * from ratios
