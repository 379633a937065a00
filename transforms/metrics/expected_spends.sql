-- One row per cut-off and client: what its next purchase is expected to be
-- worth, and how many it is expected to make.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What will a client spend per order, and how often will it order?
--
-- Gamma–Gamma: the client's own mean drawn to that of all. Without a fit the
-- own mean of repeat purchases stands, else that of all.

with

base as (

    select * from metrics.churn_base

),

cells as (

    select * from metrics.churn_histories

),

spend_fits as (

    select * from metrics.spend_fits

),

expectations as (

    select * from metrics.order_expectations

),

cell_sizes as (

    select
        cells.cut_number,
        max(cells.cell_days) as cell_days

    from cells
    where cells.cut_number = 4
    group by 1

),

clients as (

    select
        base.cut_number,
        base.client_id,
        base.cohort_year,
        base.repeat_count,
        cast(
            floor(
                cast(base.recency_days as double)
                / nullif(cast(coalesce(cell_sizes.cell_days, 1) as double), 0)
            ) as bigint
        ) as recency_cell,
        cast(
            floor(
                cast(base.age_days as double)
                / nullif(cast(coalesce(cell_sizes.cell_days, 1) as double), 0)
            ) as bigint
        ) as age_cell,
        case
            when base.repeat_count > 0 and base.repeat_amount > 0
                then
                    cast(base.repeat_amount as double)
                    / nullif(cast(base.repeat_count as double), 0)
            else 0e0
        end as mean_amount

    from base
    left join cell_sizes
        on base.cut_number = cell_sizes.cut_number
    where base.cut_number in (0, 4)

),

spends as (

    select
        clients.cut_number,
        clients.client_id,
        case
            when spend_fits.p is not null
                then
                    spend_fits.p * (
                        spend_fits.gamma_amount
                        + cast(clients.repeat_count as double)
                        * clients.mean_amount
                    ) / (
                        spend_fits.p * cast(clients.repeat_count as double)
                        + spend_fits.q - 1
                    )
            when clients.mean_amount > 0 then clients.mean_amount
            else spend_fits.mean_amount
        end as expected_order_amount,
        expectations.expected_order_count,
        expectations.discounted_order_count,
        expectations.last_year_share,
        coalesce(spend_fits.quality_flag, 'low_n') as spend_flag

    from clients
    left join spend_fits
        on clients.cut_number = spend_fits.cut_number
        and clients.repeat_count between spend_fits.repeat_count_from
        and spend_fits.repeat_count_to
    left join expectations
        on clients.cut_number = expectations.cut_number
        and clients.cohort_year = expectations.cohort_year
        and clients.repeat_count = expectations.repeat_count
        and clients.recency_cell = expectations.recency_cell
        and clients.age_cell = expectations.age_cell

)

select * from spends
