-- A month is planned at one grain.
-- By region, by manager, by direction, or any one combination of them.
-- severity warning

with

plan_vs_actual as (

    select * from metrics.plan_vs_actual

),

months_with_several_grains as (

    select
        plan_vs_actual.month,
        min(plan_vs_actual.plan_grain) as first_plan_grain,
        max(plan_vs_actual.plan_grain) as last_plan_grain

    from plan_vs_actual
    group by 1
    having min(plan_vs_actual.plan_grain) <> max(plan_vs_actual.plan_grain)

)

select * from months_with_several_grains
