-- Managers, and quarters of expected closing, add up to the whole pipeline.
-- severity error

with

pipeline as (

    select * from metrics.pipeline

),

open_deals as (

    select * from metrics.open_deals

),

parts as (

    select
        'managers' as parts,
        coalesce(sum(pipeline.open_count + pipeline.stale_count), 0) as deals,
        coalesce(sum(pipeline.weighted_amount), 0) as amount

    from pipeline
    where
        pipeline.close_quarter = 'all'
        and not pipeline.is_total

    union all

    select
        'quarters' as parts,
        coalesce(sum(pipeline.open_count + pipeline.stale_count), 0) as deals,
        coalesce(sum(pipeline.weighted_amount), 0) as amount

    from pipeline
    where
        pipeline.close_quarter <> 'all'
        and pipeline.is_total

),

whole as (

    select
        count(*) as deals,
        coalesce(
            sum(open_deals.weighted_amount) filter (
                where not open_deals.is_stale
            ),
            0
        ) as amount

    from open_deals

),

parts_that_differ as (

    select
        parts.parts,
        parts.deals,
        whole.deals as all_deals,
        parts.amount,
        whole.amount as all_amount

    from parts
    cross join whole
    where
        parts.deals <> whole.deals
        or parts.amount <> whole.amount

)

select * from parts_that_differ
