-- One row per method: how far its forecasts were from what was won in the
-- complete quarters. A quarter a method could not foretell, such as the worth
-- of deals where none was won in the year before, has no part in its errors.
--
-- grain    method
-- key      method
-- answers  How far can the pipeline be trusted?

with

pipeline_backtest as (

    select * from metrics.pipeline_backtest

),

errors_added_up as (

    select
        pipeline_backtest.method,
        cast(count(*) as bigint) as quarter_count,
        cast(
            sum(pipeline_backtest.won_count) filter (
                where pipeline_backtest.expected_count is not null
            ) as double
        ) as won_count,
        cast(
            sum(
                cast(
                    cast(pipeline_backtest.won_count as double)
                    - pipeline_backtest.expected_count as decimal(38, 8)
                )
            ) as double
        ) as count_error,
        cast(
            sum(
                cast(
                    abs(
                        cast(pipeline_backtest.won_count as double)
                        - pipeline_backtest.expected_count
                    ) as decimal(38, 8)
                )
            ) as double
        ) as absolute_count_error,
        cast(
            sum(pipeline_backtest.won_amount) filter (
                where pipeline_backtest.expected_amount is not null
            ) as double
        ) as won_amount,
        cast(
            sum(
                cast(
                    cast(pipeline_backtest.won_amount as double)
                    - pipeline_backtest.expected_amount as decimal(38, 4)
                )
            ) as double
        ) as amount_error,
        cast(
            sum(
                cast(
                    abs(
                        cast(pipeline_backtest.won_amount as double)
                        - pipeline_backtest.expected_amount
                    ) as decimal(38, 4)
                )
            ) as double
        ) as absolute_amount_error,
        max(pipeline_backtest.as_of_date) as as_of_date

    from pipeline_backtest
    where pipeline_backtest.is_complete
    group by 1

),

scores as (

    select
        errors_added_up.method,
        errors_added_up.quarter_count,
        cast(errors_added_up.absolute_count_error as double)
        / nullif(cast(errors_added_up.won_count as double), 0) as count_wape,
        cast(errors_added_up.count_error as double)
        / nullif(cast(errors_added_up.won_count as double), 0) as count_bias,
        cast(errors_added_up.absolute_amount_error as double)
        / nullif(cast(errors_added_up.won_amount as double), 0) as amount_wape,
        cast(errors_added_up.amount_error as double)
        / nullif(cast(errors_added_up.won_amount as double), 0) as amount_bias,
        case when errors_added_up.quarter_count < 4 then 'low_n' else 'ok' end
            as quality_flag,
        errors_added_up.as_of_date

    from errors_added_up

)

select * from scores
