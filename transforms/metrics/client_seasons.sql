-- One row per client that buys by the season: is its silence the usual one?
--
-- grain    client
-- key      client_id
-- answers  Is a seasonal client late, or out of season?
--
-- Seasonal: at least 80 % of six or more purchase days, over two years or more,
-- in at most six calendar months. Its silence is the usual one if it bought
-- nothing in the same days of last year.

with

clock as (

    select * from meta.clock

),

purchases as (

    select * from metrics.purchase_days

),

days_per_month as (

    select
        purchases.client_id,
        extract(month from purchases.day) as month_number,
        count(*) as purchase_count,
        min(purchases.day) as first_purchase_date

    from purchases
    group by 1, 2

),

ranked_months as (

    select
        days_per_month.client_id,
        days_per_month.purchase_count,
        days_per_month.first_purchase_date,
        row_number() over (
            partition by days_per_month.client_id
            order by
                days_per_month.purchase_count desc nulls last,
                days_per_month.month_number nulls last
        ) as month_rank

    from days_per_month

),

strongest_months as (

    select
        ranked_months.client_id,
        sum(ranked_months.purchase_count) as purchase_count,
        coalesce(
            sum(ranked_months.purchase_count) filter (
                where ranked_months.month_rank <= 6
            ),
            0
        ) as season_purchase_count,
        min(ranked_months.first_purchase_date) as first_purchase_date

    from ranked_months
    group by 1

),

seasonal_clients as (

    select
        strongest_months.client_id,
        cast(strongest_months.season_purchase_count as double)
        / nullif(cast(strongest_months.purchase_count as double), 0)
            as season_share

    from strongest_months
    cross join clock
    where
        strongest_months.purchase_count >= 6
        and 10 * strongest_months.season_purchase_count
        >= 8 * strongest_months.purchase_count
        and strongest_months.first_purchase_date
        <= cast(clock.as_of_date - interval '24' month as date)

),

last_purchases as (

    select
        seasonal_clients.client_id,
        seasonal_clients.season_share,
        max(purchases.day) as last_purchase_date,
        max(purchases.day) filter (
            where purchases.day
            <= cast(clock.as_of_date - interval '12' month as date)
        ) as last_purchase_date_a_year_ago

    from seasonal_clients
    cross join clock
    inner join purchases
        on seasonal_clients.client_id = purchases.client_id
    group by 1, 2

),

seasons as (

    select
        last_purchases.client_id,
        last_purchases.season_share,
        coalesce(
            last_purchases.last_purchase_date_a_year_ago
            <= cast(
                last_purchases.last_purchase_date - interval '12' month as date
            ),
            false
        ) as is_off_season

    from last_purchases

)

select * from seasons
