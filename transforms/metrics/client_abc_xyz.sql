-- One row per client with an order in the last twelve complete months: ABC by
-- revenue, XYZ and demand type by how evenly it comes (metrics.abc_xyz).
--
-- grain    client
-- key      client_id
-- answers  Which clients carry the revenue, and who buys evenly?

with

abc_xyz as (

    select * from metrics.abc_xyz

),

classes as (

    select
        abc_xyz.entity_id as client_id,
        abc_xyz.window_from_month,
        abc_xyz.window_to_month,
        abc_xyz.net_amount,
        abc_xyz.abc,
        abc_xyz.abc_share_before,
        abc_xyz.xyz,
        abc_xyz.coefficient_of_variation,
        abc_xyz.cv_deseasonalised,
        abc_xyz.demand_interval,
        abc_xyz.demand_cv2,
        abc_xyz.demand_type,
        abc_xyz.eligible_month_count,
        abc_xyz.active_month_count,
        abc_xyz.quality_flag

    from abc_xyz
    where abc_xyz.dimension = 'client'

)

select * from classes
