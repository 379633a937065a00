-- One row per client and period whose window held sales that came back only
-- after the period: how much more the client had bought, as far as was known.
--
-- grain    client, period
-- key      client_id, month
-- answers  What did nobody know yet when a client's class was settled?
--
-- Periods are those of classes (month or quarter, settings), named by their
-- first day. A return takes volume back from the period of its order; whoever
-- judged a period between the two still saw it sold. Orders never come back, so
-- there are no rows where the class counts orders.

with

settings as (

    select * from meta.settings

),

numbers as (

    select * from meta.numbers

),

returns as (

    select * from marts.returns

),

volume_per_month as (

    select * from marts.client_months

),

rules as (

    select
        settings.class_measure,
        settings.class_window_periods as window_periods,
        case
            when settings.class_period = 'quarter' then 3
            else 1
        end as months_in_period

    from settings

),

returns_with_periods as (

    select
        returns.client_id,
        cast(
            returns.sales_month
            - mod(
                extract(month from returns.sales_month) - 1,
                rules.months_in_period
            ) * interval '1' month
            as date
        ) as sold_month,
        cast(
            returns.return_month
            - mod(
                extract(month from returns.return_month) - 1,
                rules.months_in_period
            ) * interval '1' month
            as date
        ) as returned_month,
        case rules.class_measure
            when 'quantity' then cast(returns.quantity as decimal(38, 4))
            else cast(returns.amount as decimal(38, 4))
        end as volume

    from returns
    cross join rules
    where
        returns.is_counted
        and returns.client_id is not null
        and returns.return_month > returns.sales_month
        and rules.class_measure <> 'order_count'

),

late_volume as (

    select
        returns_with_periods.client_id,
        returns_with_periods.sold_month,
        returns_with_periods.returned_month,
        cast(
            sum(coalesce(returns_with_periods.volume, 0)) as decimal(38, 4)
        ) as volume

    from returns_with_periods
    where returns_with_periods.returned_month > returns_with_periods.sold_month
    group by 1, 2, 3

),

periods_after as (

    select
        numbers.n * rules.months_in_period as months_after

    from numbers
    inner join rules
        on numbers.n < rules.window_periods

),

late_volume_per_period as (

    select
        late_volume.client_id,
        late_volume.sold_month,
        cast(
            late_volume.sold_month
            + periods_after.months_after * interval '1' month
            as date
        ) as month,
        cast(sum(late_volume.volume) as decimal(38, 4)) as volume

    from late_volume
    -- Judged from the period of the sale on, until it came back.
    inner join periods_after
        on cast(
            late_volume.sold_month
            + periods_after.months_after * interval '1' month
            as date
        ) < late_volume.returned_month
    group by 1, 2, 3

),

sold_periods as (

    select
        late_volume.client_id,
        late_volume.sold_month,
        cast(
            late_volume.sold_month
            + (rules.months_in_period - 1) * interval '1' month
            as date
        ) as period_end_month

    from late_volume
    cross join rules
    group by 1, 2, 3

),

volume_left as (

    select
        sold_periods.client_id,
        sold_periods.sold_month,
        cast(
            sum(
                case rules.class_measure
                    when 'quantity'
                        then cast(
                            volume_per_month.quantity as decimal(38, 4)
                        )
                    else volume_per_month.net_amount
                end
            ) as decimal(38, 4)
        ) as volume

    from sold_periods
    cross join rules
    inner join volume_per_month
        on sold_periods.client_id = volume_per_month.client_id
        and volume_per_month.month between sold_periods.sold_month
        and sold_periods.period_end_month
    group by 1, 2

),

late_returns as (

    select
        late_volume_per_period.client_id,
        late_volume_per_period.month,
        cast(
            sum(late_volume_per_period.volume) as decimal(38, 4)
        ) as volume,
        cast(
            sum(
                case
                    when volume_left.volume + late_volume_per_period.volume > 0
                        then 1
                    else 0
                end - case when volume_left.volume > 0 then 1 else 0 end
            ) as bigint
        ) as active_period_count

    from late_volume_per_period
    left join volume_left
        on late_volume_per_period.client_id = volume_left.client_id
        and late_volume_per_period.sold_month = volume_left.sold_month
    group by 1, 2

)

select * from late_returns
