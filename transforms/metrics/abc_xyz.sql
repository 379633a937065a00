-- One row per client with an order, and per product with sales, in the last
-- twelve complete months: ABC by revenue, XYZ and demand type by how evenly it
-- comes.
--
-- grain    dimension, entity
-- key      dimension, entity_id
-- answers  Who and what carries the revenue, and how evenly does it come?
--
-- ABC: an item is A while the strictly larger ones hold less than 80 % (limit
-- from the settings), so the one that crosses the limit is still A and ties
-- share a class. XYZ: limits of the coefficient of variation. Demand type after
-- Syntetos and Boylan: limits 1.32 and 0.49.

with

settings as (

    select * from meta.settings

),

demand_spread as (

    select * from metrics.demand_spread

),

amounts as (

    select
        demand_spread.dimension,
        demand_spread.net_amount,
        cast(count(*) * demand_spread.net_amount as decimal(38, 4))
            as summed_amount

    from demand_spread
    where demand_spread.net_amount > 0
    group by 1, 2

),

amounts_with_share_before as (

    select
        amounts.dimension,
        amounts.net_amount,
        cast(
            coalesce(
                sum(amounts.summed_amount) over (
                    partition by amounts.dimension
                    order by amounts.net_amount desc nulls last
                    rows between unbounded preceding and 1 preceding
                ),
                0
            ) as double
        )
        / nullif(
            cast(
                sum(amounts.summed_amount) over (
                    partition by amounts.dimension
                    order by amounts.net_amount desc nulls last
                    rows between unbounded preceding and unbounded following
                ) as double
            ),
            0
        ) as share_before

    from amounts

),

classes as (

    select
        demand_spread.dimension,
        demand_spread.entity_id,
        demand_spread.from_month as window_from_month,
        demand_spread.to_month as window_to_month,
        demand_spread.net_amount,
        case
            when amounts_with_share_before.share_before < settings.abc_a_share
                then 'A'
            when amounts_with_share_before.share_before < settings.abc_b_share
                then 'B'
            else 'C'
        end as abc,
        amounts_with_share_before.share_before as abc_share_before,
        case
            when demand_spread.coefficient_of_variation < settings.xyz_x_below
                then 'X'
            when demand_spread.coefficient_of_variation < settings.xyz_y_below
                then 'Y'
            when demand_spread.coefficient_of_variation is not null then 'Z'
        end as xyz,
        demand_spread.coefficient_of_variation,
        demand_spread.cv_deseasonalised,
        demand_spread.demand_interval,
        demand_spread.demand_cv2,
        case
            when demand_spread.demand_cv2 is null then null
            when
                demand_spread.demand_interval < 1.32e0
                and demand_spread.demand_cv2 < 0.49e0
                then 'smooth'
            when demand_spread.demand_cv2 < 0.49e0 then 'intermittent'
            when demand_spread.demand_interval < 1.32e0 then 'erratic'
            else 'lumpy'
        end as demand_type,
        demand_spread.eligible_month_count,
        demand_spread.active_month_count,
        case
            when demand_spread.net_amount <= 0 then 'not_positive'
            when demand_spread.eligible_month_count < 6
                then 'insufficient_history'
            else 'ok'
        end as quality_flag

    from demand_spread
    cross join settings
    left join amounts_with_share_before
        on demand_spread.dimension = amounts_with_share_before.dimension
        and demand_spread.net_amount = amounts_with_share_before.net_amount

)

select * from classes
