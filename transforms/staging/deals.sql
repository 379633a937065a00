-- One row per deal, as it stood on the as-of day. Deals opened later are left
-- out; deals closed later were still open, in a stage that their card no longer
-- tells.
--
-- grain    deal_id
-- key      deal_id

with

deals as (

    select * from raw.deals

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

deals_known as (

    select
        deals.deal_id,
        coalesce(client_ids.client_id, deals.client_id) as client_id,
        deals.manager_id,
        deals.product_id,
        deals.name,
        case
            when deals.closed_date > clock.as_of_date then 'unknown'
            else deals.stage
        end as stage,
        case
            when deals.closed_date > clock.as_of_date then 'open'
            else deals.status
        end as status,
        deals.amount,
        deals.currency,
        deals.probability_share,
        deals.created_date,
        deals.expected_close_date,
        case
            when deals.closed_date <= clock.as_of_date
                then deals.closed_date
        end as closed_date,
        case
            when deals.closed_date > clock.as_of_date then null
            else deals.lost_reason
        end as lost_reason,
        case
            when deals.closed_date > clock.as_of_date then null
            else deals.competitor
        end as competitor,
        deals._source as source,
        deals._file_id,
        deals._record

    from deals
    left join client_ids on deals.client_id = client_ids.source_client_id
    cross join clock
    where
        deals.created_date is null
        or deals.created_date <= clock.as_of_date

)

select * from deals_known
