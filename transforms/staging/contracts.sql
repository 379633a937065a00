-- One row per contract, as its source states it. Contracts that begin after the
-- as-of day are left out; ends and service days to come are plans and stay. A
-- cancellation after the as-of day is not known yet, nor the status it led to.
--
-- grain    contract_id
-- key      contract_id

with

contracts as (

    select * from raw.contracts

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

contracts_known as (

    select
        contracts.contract_id,
        coalesce(client_ids.client_id, contracts.client_id) as client_id,
        contracts.product_id,
        contracts.name,
        contracts.kind,
        contracts.direction,
        contracts.start_date,
        contracts.end_date,
        contracts.renewal_months,
        contracts.monthly_amount,
        contracts.currency,
        case
            when contracts.cancelled_date > clock.as_of_date then null
            else contracts.status
        end as status,
        case
            when contracts.cancelled_date <= clock.as_of_date
                then contracts.cancelled_date
        end as cancelled_date,
        coalesce(contracts.status in ('ended', 'cancelled'), false)
        and contracts.end_date is null
        and contracts.cancelled_date is null as is_end_unknown,
        contracts.service_due_date,
        contracts._source as source,
        contracts._file_id,
        contracts._record

    from contracts
    left join client_ids
        on contracts.client_id = client_ids.source_client_id
    cross join clock
    where
        contracts.start_date <= clock.as_of_date

)

select * from contracts_known
