-- One row per contract with a client, with how long it has been held: by the
-- as-of day, or by its end.
--
-- grain    contract_id
-- key      contract_id
--
-- A contract ends on the day it was cancelled, or on the last day of its term
-- if it is not renewed or its source calls it ended. One that is renewed term
-- by term and passed its end without a word goes on. The month of its end, and
-- the renewal it was lost at, count from 1: lost within the first term, or at
-- its end, is lost at the first renewal. An end before the start is none.

with

contracts as (

    select * from staging.contracts

),

clients as (

    select * from marts.clients

),

document_rates as (

    select * from marts.document_rates

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

contracts_with_end as (

    select
        contracts.contract_id,
        contracts.client_id,
        contracts.product_id,
        contracts.name,
        coalesce(contracts.kind, 'unknown') as kind,
        coalesce(contracts.direction, 'unknown') as direction,
        contracts.start_date,
        contracts.end_date,
        case
            when contracts.renewal_months > 0 then contracts.renewal_months
        end as renewal_months,
        contracts.is_end_unknown,
        coalesce(contracts.status in ('ended', 'cancelled'), false)
            as is_called_ended,
        case
            when contracts.cancelled_date >= contracts.start_date
                then contracts.cancelled_date
            when
                contracts.end_date >= contracts.start_date
                and contracts.end_date < clock.as_of_date
                and (
                    coalesce(contracts.renewal_months, 0) <= 0
                    or contracts.status in ('ended', 'cancelled')
                )
                then contracts.end_date
        end as ended_date,
        coalesce(contracts.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(contracts.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        contracts.monthly_amount,
        contracts.service_due_date,
        contracts.source,
        contracts._file_id,
        contracts._record

    from contracts
    cross join clock
    cross join settings
    left join document_rates
        on
            contracts.currency = document_rates.currency
            and clock.as_of_date = document_rates.document_date

),

contracts_with_months as (

    select
        contracts_with_end.contract_id,
        contracts_with_end.client_id,
        contracts_with_end.product_id,
        contracts_with_end.name,
        contracts_with_end.kind,
        contracts_with_end.direction,
        contracts_with_end.start_date,
        contracts_with_end.end_date,
        contracts_with_end.renewal_months,
        contracts_with_end.is_called_ended,
        contracts_with_end.ended_date,
        case
            when contracts_with_end.ended_date is not null then 'ended'
            when contracts_with_end.is_end_unknown then 'unknown'
            else 'active'
        end as state,
        extract(
            year from coalesce(contracts_with_end.ended_date, clock.as_of_date)
        ) * 12
        + extract(
            month from coalesce(contracts_with_end.ended_date, clock.as_of_date)
        )
        - extract(year from contracts_with_end.start_date) * 12
        - extract(month from contracts_with_end.start_date)
        - case
            when
                extract(
                    day from coalesce(
                        contracts_with_end.ended_date, clock.as_of_date
                    )
                ) < extract(day from contracts_with_end.start_date)
                then 1
            else 0
        end as complete_month_count,
        contracts_with_end.currency,
        contracts_with_end.rate,
        contracts_with_end.monthly_amount,
        contracts_with_end.service_due_date,
        contracts_with_end.source,
        contracts_with_end._file_id,
        contracts_with_end._record

    from contracts_with_end
    cross join clock

),

contracts_with_terms as (

    select
        contracts_with_months.contract_id,
        contracts_with_months.client_id,
        contracts_with_months.product_id,
        contracts_with_months.name,
        contracts_with_months.kind,
        contracts_with_months.direction,
        contracts_with_months.start_date,
        contracts_with_months.end_date,
        contracts_with_months.renewal_months,
        contracts_with_months.is_called_ended,
        contracts_with_months.ended_date,
        contracts_with_months.state,
        contracts_with_months.complete_month_count,
        cast(
            floor(
                cast(contracts_with_months.complete_month_count as double)
                / nullif(
                    cast(contracts_with_months.renewal_months as double), 0
                )
            ) as bigint
        ) as renewal_count,
        contracts_with_months.currency,
        contracts_with_months.rate,
        contracts_with_months.monthly_amount,
        contracts_with_months.service_due_date,
        contracts_with_months.source,
        contracts_with_months._file_id,
        contracts_with_months._record

    from contracts_with_months

),

-- A month without the day the contract began on ends a term with its last day.
contracts_with_next_term as (

    select
        contracts_with_terms.contract_id,
        contracts_with_terms.client_id,
        contracts_with_terms.product_id,
        contracts_with_terms.name,
        contracts_with_terms.kind,
        contracts_with_terms.direction,
        contracts_with_terms.start_date,
        contracts_with_terms.end_date,
        contracts_with_terms.renewal_months,
        contracts_with_terms.is_called_ended,
        contracts_with_terms.ended_date,
        contracts_with_terms.state,
        contracts_with_terms.complete_month_count,
        contracts_with_terms.renewal_count,
        cast(
            contracts_with_terms.start_date
            + (contracts_with_terms.renewal_count + 1)
            * contracts_with_terms.renewal_months * interval '1' month
            as date
        ) as next_term_date,
        contracts_with_terms.currency,
        contracts_with_terms.rate,
        contracts_with_terms.monthly_amount,
        contracts_with_terms.service_due_date,
        contracts_with_terms.source,
        contracts_with_terms._file_id,
        contracts_with_terms._record

    from contracts_with_terms

),

contracts_held as (

    select
        contracts_with_next_term.contract_id,
        contracts_with_next_term.client_id,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        coalesce(clients.region, 'unknown') as region,
        contracts_with_next_term.product_id,
        contracts_with_next_term.name,
        contracts_with_next_term.kind,
        contracts_with_next_term.direction,
        contracts_with_next_term.start_date,
        contracts_with_next_term.state,
        contracts_with_next_term.ended_date,
        case
            when contracts_with_next_term.state <> 'active' then null
            when
                contracts_with_next_term.end_date >= clock.as_of_date
                or contracts_with_next_term.renewal_months is null
                then contracts_with_next_term.end_date
            when
                extract(day from contracts_with_next_term.next_term_date)
                < extract(day from contracts_with_next_term.start_date)
                then contracts_with_next_term.next_term_date
            else cast(
                contracts_with_next_term.next_term_date - interval '1' day
                as date
            )
        end as term_end_date,
        contracts_with_next_term.renewal_months,
        cast(contracts_with_next_term.complete_month_count as bigint)
            as complete_month_count,
        contracts_with_next_term.renewal_count,
        contracts_with_next_term.state = 'active'
        and contracts_with_next_term.renewal_months is not null
        and not contracts_with_next_term.is_called_ended as is_renewable,
        contracts_with_next_term.currency,
        contracts_with_next_term.rate is not null as has_rate,
        contracts_with_next_term.monthly_amount as monthly_amount_in_currency,
        cast(
            cast(contracts_with_next_term.monthly_amount as decimal(38, 4))
            * contracts_with_next_term.rate as decimal(18, 4)
        ) as monthly_amount,
        contracts_with_next_term.service_due_date,
        contracts_with_next_term.source,
        contracts_with_next_term._file_id,
        contracts_with_next_term._record

    from contracts_with_next_term
    cross join clock
    left join clients on contracts_with_next_term.client_id = clients.client_id

)

select * from contracts_held
