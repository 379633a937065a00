-- RFM segments and grid cells count every scored client once.
--
-- severity error

with

scores as (

    select * from metrics.rfm

),

segments as (

    select * from metrics.rfm_segments

),

grid as (

    select * from metrics.rfm_grid

),

scored_clients as (

    select cast(count(*) as bigint) as client_count

    from scores

),

segment_clients as (

    select cast(sum(segments.client_count) as bigint) as client_count

    from segments

),

grid_clients as (

    select cast(sum(grid.client_count) as bigint) as client_count

    from grid

),

differences as (

    select
        scored_clients.client_count,
        segment_clients.client_count as segment_client_count,
        grid_clients.client_count as grid_client_count

    from scored_clients
    cross join segment_clients
    cross join grid_clients
    where scored_clients.client_count <> segment_clients.client_count
        or scored_clients.client_count <> grid_clients.client_count

)

select * from differences
