-- The records of committed files stand in raw.
-- But for those set aside, repeated, superseded or closed.
-- severity warning

with

money_reconciliation as (

    select * from metrics.money_reconciliation

),

stages_that_differ as (

    select
        money_reconciliation.entity,
        money_reconciliation.source,
        money_reconciliation.row_difference,
        money_reconciliation.difference

    from money_reconciliation
    where
        not money_reconciliation.is_reconciled
        and money_reconciliation.stage_number = 2

)

select * from stages_that_differ
