-- One row per complete period: the average volume from which a client was key
-- or medium.
--
-- grain    period
-- key      month
-- answers  From which volume on is a client key, or medium?
--
-- absolute  the amounts of the settings
-- quantile  type 7 quantiles of the average volume of regular clients
-- share     the given share of the summed average volume of regular clients
--
-- Regular clients are those with volume in the window that are not occasional.

with

settings as (

    select * from meta.settings

),

windows as (

    select * from metrics.client_class_windows

),

periods as (

    select
        windows.month,
        windows.is_current

    from windows
    group by 1, 2

),

histogram as (

    select
        windows.month,
        windows.average_per_period,
        cast(count(*) as bigint) as client_count

    from windows
    where windows.activity = 'regular'
    group by 1, 2

),

histogram_with_ranks as (

    select
        histogram.month,
        histogram.average_per_period,
        histogram.client_count,
        sum(histogram.client_count) over (
            partition by histogram.month
            order by histogram.average_per_period nulls last
            rows between unbounded preceding and current row
        ) as clients_up_to

    from histogram

),

totals as (

    select
        histogram.month,
        cast(sum(histogram.client_count) as bigint) as client_count,
        cast(
            sum(
                cast(
                    histogram.average_per_period
                    * cast(histogram.client_count as double)
                    as decimal(38, 8)
                )
            ) as double
        ) as summed_average,
        cast(sum(histogram.client_count) - 1 as double)
        * max(settings.class_key_from) as key_position,
        cast(sum(histogram.client_count) - 1 as double)
        * max(settings.class_medium_from) as medium_position

    from histogram
    cross join settings
    group by 1

),

quantile_neighbours as (

    select
        totals.month,
        min(histogram_with_ranks.average_per_period) filter (
            where histogram_with_ranks.clients_up_to
            > floor(totals.key_position)
        ) as key_lower,
        min(histogram_with_ranks.average_per_period) filter (
            where histogram_with_ranks.clients_up_to
            > ceil(totals.key_position)
        ) as key_upper,
        min(histogram_with_ranks.average_per_period) filter (
            where histogram_with_ranks.clients_up_to
            > floor(totals.medium_position)
        ) as medium_lower,
        min(histogram_with_ranks.average_per_period) filter (
            where histogram_with_ranks.clients_up_to
            > ceil(totals.medium_position)
        ) as medium_upper

    from totals
    inner join histogram_with_ranks
        on totals.month = histogram_with_ranks.month
    group by 1

),

thresholds as (

    select
        periods.month,
        periods.is_current,
        settings.class_mode as mode,
        settings.class_measure as measure,
        case settings.class_mode
            when 'absolute' then settings.class_key_from
            when 'share'
                then settings.class_key_from * totals.summed_average
            else
                quantile_neighbours.key_lower
                + (totals.key_position - floor(totals.key_position))
                * (
                    quantile_neighbours.key_upper
                    - quantile_neighbours.key_lower
                )
        end as key_from_amount,
        case settings.class_mode
            when 'absolute' then settings.class_medium_from
            when 'share'
                then settings.class_medium_from * totals.summed_average
            else
                quantile_neighbours.medium_lower
                + (totals.medium_position - floor(totals.medium_position))
                * (
                    quantile_neighbours.medium_upper
                    - quantile_neighbours.medium_lower
                )
        end as medium_from_amount,
        coalesce(totals.client_count, 0) as client_count

    from periods
    cross join settings
    left join totals
        on periods.month = totals.month
    left join quantile_neighbours
        on periods.month = quantile_neighbours.month

)

select * from thresholds
