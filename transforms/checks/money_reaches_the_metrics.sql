-- Rows and money are the same from raw to metrics.
-- But for what is explained: dated later, cancelled, converted.
-- severity error

with

money_reconciliation as (

    select * from metrics.money_reconciliation

),

stages_that_differ as (

    select
        money_reconciliation.entity,
        money_reconciliation.source,
        money_reconciliation.stage,
        money_reconciliation.row_difference,
        money_reconciliation.difference

    from money_reconciliation
    where
        not money_reconciliation.is_reconciled
        and money_reconciliation.stage_number >= 3

)

select * from stages_that_differ
