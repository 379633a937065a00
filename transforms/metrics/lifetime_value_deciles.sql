-- One row per tenth of the clients by lifetime value, the most valuable first.
--
-- grain    decile
-- key      value_decile
-- answers  How much of the future hangs on few clients?

with

clock as (

    select * from meta.clock

),

lifetime_values as (

    select * from metrics.client_lifetime_value

),

deciles as (

    select
        lifetime_values.value_decile,
        clock.as_of_date,
        lifetime_values.basis,
        lifetime_values.horizon_months,
        lifetime_values.annual_discount,
        cast(count(*) as bigint) as client_count,
        cast(sum(lifetime_values.value_amount) as decimal(38, 4))
            as value_amount,
        cast(
            sum(cast(lifetime_values.value_share as decimal(38, 12))) as double
        ) as value_share,
        cast(sum(lifetime_values.historic_amount) as decimal(38, 4))
            as historic_amount,
        cast(
            sum(
                cast(lifetime_values.discounted_order_count as decimal(38, 12))
            ) as double
        ) as discounted_order_count

    from lifetime_values
    cross join clock
    where lifetime_values.value_decile is not null
    group by 1, 2, 3, 4, 5

),

deciles_rounded as (

    select
        deciles.value_decile,
        deciles.as_of_date,
        deciles.basis,
        deciles.horizon_months,
        deciles.annual_discount,
        deciles.client_count,
        deciles.value_amount,
        deciles.value_share,
        deciles.historic_amount,
        deciles.discounted_order_count,
        case when deciles.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag

    from deciles

)

select * from deciles_rounded
