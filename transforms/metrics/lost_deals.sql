-- One row per reason and competitor: deals lost in the last twelve months.
--
-- grain    reason, competitor
-- key      lost_reason, competitor
-- answers  Why do we lose deals, and to whom?

with

deals as (

    select * from marts.deals

),

clock as (

    select * from meta.clock

),

losses as (

    select
        coalesce(deals.lost_reason, 'unknown') as lost_reason,
        coalesce(deals.competitor, 'unknown') as competitor,
        cast(count(*) as bigint) as lost_count,
        cast(sum(deals.amount) as decimal(38, 4)) as lost_amount,
        max(clock.as_of_date) as as_of_date

    from deals
    cross join clock
    where
        deals.status = 'lost'
        and deals.closed_date
        > cast(clock.as_of_date - interval '12' month as date)
    group by 1, 2

),

all_losses as (

    select
        cast(sum(losses.lost_count) as bigint) as lost_count,
        cast(sum(losses.lost_amount) as decimal(38, 4)) as lost_amount

    from losses

),

losses_with_shares as (

    select
        losses.lost_reason,
        losses.competitor,
        losses.lost_count,
        losses.lost_amount,
        cast(losses.lost_count as double)
        / nullif(cast(all_losses.lost_count as double), 0) as lost_count_share,
        cast(losses.lost_amount as double)
        / nullif(cast(all_losses.lost_amount as double), 0)
            as lost_amount_share,
        case when all_losses.lost_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        losses.as_of_date

    from losses
    cross join all_losses

)

select * from losses_with_shares
