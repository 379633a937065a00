-- One row per series and complete month: net sales of the company, a region or
-- a direction, from its first month on; months without sales are zero. The
-- month not over on the as-of day is left out: nothing is forecast from it.
-- The 40 regions and directions that sold most in twelve months stand for
-- themselves, all others are one series: a town that buys twice a year has no
-- rhythm to forecast from.
--
-- grain    dimension, entity, month
-- key      dimension, entity_id, month
-- answers  How did sales run, month by month, without gaps?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

complete_months as (

    select calendar.month
    from calendar
    cross join clock
    group by 1
    having max(calendar.day) <= max(clock.as_of_date)

),

last_year as (

    select
        cast(
            max(complete_months.month) - interval '11' month as date
        ) as first_month,
        max(complete_months.month) as last_month

    from complete_months

),

sales_per_entity as (

    select
        'region' as dimension,
        sales_by_month.region as entity_id,
        sales_by_month.month,
        sales_by_month.net_amount

    from sales_by_month

    union all

    select
        'direction' as dimension,
        sales_by_month.direction as entity_id,
        sales_by_month.month,
        sales_by_month.net_amount

    from sales_by_month

),

entities_ranked as (

    select
        sales_per_entity.dimension,
        sales_per_entity.entity_id,
        row_number() over (
            partition by sales_per_entity.dimension
            order by
                coalesce(
                    sum(sales_per_entity.net_amount) filter (
                        where
                            sales_per_entity.month >= last_year.first_month
                            and sales_per_entity.month <= last_year.last_month
                    ),
                    0
                ) desc nulls last,
                sales_per_entity.entity_id asc nulls last
        ) as place

    from sales_per_entity
    cross join last_year
    group by 1, 2

),

sales_per_series as (

    select
        'total' as dimension,
        'all' as entity_id,
        sales_by_month.month,
        sum(sales_by_month.net_amount) as net_amount

    from sales_by_month
    group by 1, 2, 3

    union all

    select
        case
            when entities_ranked.place <= 40 then sales_per_entity.dimension
            else sales_per_entity.dimension || '_rest'
        end as dimension,
        case
            when entities_ranked.place <= 40 then sales_per_entity.entity_id
            else 'all'
        end as entity_id,
        sales_per_entity.month,
        sum(sales_per_entity.net_amount) as net_amount

    from sales_per_entity
    inner join entities_ranked
        on
            sales_per_entity.dimension = entities_ranked.dimension
            and sales_per_entity.entity_id = entities_ranked.entity_id
    group by 1, 2, 3

),

first_months as (

    select
        sales_per_series.dimension,
        sales_per_series.entity_id,
        min(sales_per_series.month) as month

    from sales_per_series
    group by 1, 2

),

months_of_series as (

    select
        first_months.dimension,
        first_months.entity_id,
        complete_months.month

    from first_months
    inner join complete_months on first_months.month <= complete_months.month

),

series_filled as (

    select
        months_of_series.dimension,
        months_of_series.entity_id,
        months_of_series.month,
        cast(
            coalesce(sales_per_series.net_amount, 0) as decimal(38, 4)
        ) as net_amount

    from months_of_series
    left join sales_per_series
        on
            months_of_series.dimension = sales_per_series.dimension
            and months_of_series.entity_id = sales_per_series.entity_id
            and months_of_series.month = sales_per_series.month

)

select * from series_filled
