-- One row per churn status: who stands there and what they bought.
--
-- grain    status
-- key      status
-- answers  How many clients are cooling down, and how much revenue with them?

with

clock as (

    select * from meta.clock

),

churn as (

    select * from metrics.churn

),

statuses as (

    select
        clock.as_of_date,
        churn.status,
        cast(count(*) as bigint) as client_count,
        cast(sum(churn.recent_amount) as decimal(38, 4)) as recent_amount,
        cast(sum(churn.amount_at_risk) as decimal(38, 4)) as amount_at_risk,
        cast(
            sum(cast(churn.churn_probability as decimal(38, 18))) as double
        ) / nullif(cast(count(churn.churn_probability) as double), 0)
            as average_churn_probability,
        cast(
            count(*) filter (
                where churn.complaint_count > 0
                or churn.late_line_count > 0
                or churn.overdue_amount > 0
            ) as bigint
        ) as troubled_client_count

    from churn
    cross join clock
    group by 1, 2

)

select * from statuses
