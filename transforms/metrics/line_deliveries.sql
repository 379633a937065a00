-- One row per order line that was due by the as-of day, and how it arrived. Due
-- on the day the client asked for, else the day first confirmed, else the first
-- day planned on a shipment: a re-confirmed date never counts. A line is due
-- once its tolerance has run out. Lines cancelled by the supplier are failures,
-- lines cancelled by the client or by nobody named are left out, as are lines
-- of nothing (quantity 0 or less). On time: what arrived last (by the deadline,
-- if all was there by then) came within the tolerances. In full: all units,
-- less tolerance, by the deadline. A shipment without a quantity brings what is
-- still missing of its line. One of a whole order covers all its lines; its
-- quantity, if stated and short, is spread over them in proportion to what was
-- ordered, rounded up to a thousandth so that parts add up to the whole.
--
-- grain    order line due
-- key      order_line_id
-- answers  Which lines were late or short?

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

shipments as (

    select * from marts.shipments

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

tolerances as (

    select
        clock.as_of_date,
        cast(
            clock.as_of_date - settings.otif_late_days * interval '1' day
            as date
        ) as last_due_date,
        settings.otif_early_days as early_days,
        settings.otif_late_days as late_days,
        1e0 - cast(settings.otif_quantity_tolerance_share as double)
            as full_share

    from clock
    cross join settings

),

-- Marts read a second time are read directly: an import read twice is kept in
-- memory whole.
carriers_by_name as (

    select shipments.carrier

    from marts.shipments
    group by 1

),

carriers as (

    select
        carriers_by_name.carrier,
        row_number() over (
            order by carriers_by_name.carrier asc nulls last
        ) as carrier_number

    from carriers_by_name

),

shipments_of_orders as (

    select
        shipments.order_id,
        shipments.planned_date,
        shipments.arrival_date,
        shipments.arrival_basis,
        case
            when shipments.quantity < orders.quantity
                then
                    cast(shipments.quantity as double)
                    / nullif(cast(orders.quantity as double), 0)
        end as covered_share,
        shipments.carrier

    from marts.shipments
    left join orders on shipments.order_id = orders.order_id
    where shipments.order_line_id is null

),

-- Quantity is empty where the shipment covers the whole line.
line_shipments as (

    select
        shipments.order_line_id,
        shipments.planned_date,
        shipments.arrival_date,
        shipments.arrival_basis,
        shipments.quantity,
        shipments.carrier

    from shipments
    where shipments.order_line_id is not null

    union all

    select
        order_lines.order_line_id,
        shipments_of_orders.planned_date,
        shipments_of_orders.arrival_date,
        shipments_of_orders.arrival_basis,
        cast(
            ceil(
                cast(order_lines.quantity as double)
                * shipments_of_orders.covered_share * 1000e0
                - 0.000001e0
            ) / 1000e0 as decimal(18, 3)
        ) as quantity,
        shipments_of_orders.carrier

    from shipments_of_orders
    inner join marts.order_lines
        on shipments_of_orders.order_id = order_lines.order_id

),

shipments_per_line as (

    select
        line_shipments.order_line_id,
        cast(count(*) as bigint) as shipment_count,
        cast(
            count(*) filter (
                where line_shipments.arrival_basis = 'delivered'
            ) as bigint
        ) as stated_count,
        min(carriers.carrier_number) as first_carrier_number,
        max(carriers.carrier_number) as last_carrier_number,
        min(line_shipments.planned_date) as planned_date,
        min(line_shipments.arrival_date) as first_arrival_date,
        max(line_shipments.arrival_date) as last_arrival_date,
        cast(
            coalesce(
                sum(line_shipments.quantity) filter (
                    where line_shipments.arrival_date is not null
                ),
                0
            ) as decimal(18, 3)
        ) as stated_quantity,
        cast(
            count(line_shipments.arrival_date) filter (
                where line_shipments.quantity is null
            ) as bigint
        ) as whole_delivery_count

    from line_shipments
    left join carriers on line_shipments.carrier = carriers.carrier
    group by 1

),

lines_with_due_date as (

    select
        order_lines.order_line_id,
        order_lines.order_id,
        order_lines.client_id,
        coalesce(order_lines.manager_id, 'unknown') as manager_id,
        order_lines.region,
        order_lines.quantity as ordered_quantity,
        order_lines.is_cancelled as is_cancelled_by_supplier,
        case
            when
                order_lines.quantity > 0
                and (
                    not order_lines.is_cancelled
                    or order_lines.cancelled_by = 'supplier'
                )
                then coalesce(
                    order_lines.requested_date,
                    order_lines.promised_date,
                    shipments_per_line.planned_date
                )
        end as due_date,
        case
            when order_lines.requested_date is not null then 'requested'
            when order_lines.promised_date is not null then 'promised'
            else 'planned'
        end as basis,
        shipments_per_line.shipment_count,
        shipments_per_line.stated_count,
        shipments_per_line.first_carrier_number,
        shipments_per_line.last_carrier_number,
        shipments_per_line.first_arrival_date,
        shipments_per_line.last_arrival_date,
        case
            when
                shipments_per_line.whole_delivery_count > 0
                and shipments_per_line.stated_quantity < order_lines.quantity
                then order_lines.quantity
            else shipments_per_line.stated_quantity
        end as delivered_quantity

    from order_lines
    left join shipments_per_line
        on order_lines.order_line_id = shipments_per_line.order_line_id

),

lines_due as (

    select
        lines_with_due_date.order_line_id,
        lines_with_due_date.order_id,
        lines_with_due_date.client_id,
        lines_with_due_date.manager_id,
        lines_with_due_date.region,
        lines_with_due_date.ordered_quantity,
        lines_with_due_date.is_cancelled_by_supplier,
        lines_with_due_date.due_date,
        lines_with_due_date.basis,
        lines_with_due_date.shipment_count,
        lines_with_due_date.stated_count,
        lines_with_due_date.first_carrier_number,
        lines_with_due_date.last_carrier_number,
        lines_with_due_date.last_arrival_date,
        cast(
            date_diff(
                'day',
                lines_with_due_date.due_date,
                lines_with_due_date.first_arrival_date
            ) as bigint
        ) as first_delay_days,
        cast(
            date_diff(
                'day',
                lines_with_due_date.due_date,
                lines_with_due_date.last_arrival_date
            ) as bigint
        ) as last_delay_days,
        lines_with_due_date.delivered_quantity

    from lines_with_due_date
    cross join tolerances
    cross join loaded_kinds
    where
        loaded_kinds.has_shipments
        and lines_with_due_date.due_date <= tolerances.last_due_date

),

-- Of lines that arrived in parts, some by the deadline and some later.
deliveries_by_deadline as (

    select
        lines_due.order_line_id,
        max(
            cast(
                date_diff(
                    'day', lines_due.due_date, line_shipments.arrival_date
                ) as bigint
            )
        ) as last_delay_days,
        case
            when
                count(*) = count(line_shipments.quantity)
                or sum(line_shipments.quantity)
                >= max(lines_due.ordered_quantity)
                then cast(sum(line_shipments.quantity) as decimal(18, 3))
            else max(lines_due.ordered_quantity)
        end as quantity

    from lines_due
    cross join tolerances
    inner join line_shipments
        on lines_due.order_line_id = line_shipments.order_line_id
    where
        lines_due.first_delay_days <= tolerances.late_days
        and lines_due.last_delay_days > tolerances.late_days
        and date_diff('day', lines_due.due_date, line_shipments.arrival_date)
        <= tolerances.late_days
    group by 1

),

lines_with_deliveries as (

    select
        lines_due.order_line_id,
        lines_due.order_id,
        lines_due.client_id,
        lines_due.manager_id,
        lines_due.region,
        lines_due.ordered_quantity,
        lines_due.is_cancelled_by_supplier,
        lines_due.due_date,
        lines_due.basis,
        case
            when lines_due.first_carrier_number is null then 'unknown'
            when
                lines_due.first_carrier_number
                = lines_due.last_carrier_number
                then carriers.carrier
            else 'several'
        end as carrier,
        case
            when lines_due.shipment_count is null then 'none'
            when lines_due.stated_count = lines_due.shipment_count
                then 'delivered'
            when lines_due.stated_count = 0 then 'shipped'
            else 'mixed'
        end as arrival_basis,
        lines_due.last_arrival_date,
        lines_due.last_delay_days,
        lines_due.first_delay_days is not null as is_delivered,
        coalesce(
            lines_due.delivered_quantity, cast(0 as decimal(18, 3))
        ) as delivered_quantity,
        case
            when lines_due.last_delay_days <= tolerances.late_days
                then lines_due.last_delay_days
            else deliveries_by_deadline.last_delay_days
        end as last_delay_by_deadline_days,
        case
            when lines_due.last_delay_days <= tolerances.late_days
                then lines_due.delivered_quantity
            when lines_due.shipment_count is not null
                then coalesce(
                    deliveries_by_deadline.quantity, cast(0 as decimal(18, 3))
                )
        end as delivered_by_deadline_quantity

    from lines_due
    cross join tolerances
    left join carriers
        on lines_due.first_carrier_number = carriers.carrier_number
    left join deliveries_by_deadline
        on lines_due.order_line_id = deliveries_by_deadline.order_line_id

),

lines_judged as (

    select
        lines_with_deliveries.order_line_id,
        lines_with_deliveries.order_id,
        lines_with_deliveries.client_id,
        lines_with_deliveries.manager_id,
        lines_with_deliveries.region,
        lines_with_deliveries.carrier,
        lines_with_deliveries.due_date,
        lines_with_deliveries.basis,
        lines_with_deliveries.arrival_basis,
        lines_with_deliveries.ordered_quantity,
        coalesce(
            lines_with_deliveries.delivered_by_deadline_quantity,
            cast(0 as decimal(18, 3))
        ) as delivered_by_deadline_quantity,
        lines_with_deliveries.delivered_quantity,
        lines_with_deliveries.last_arrival_date,
        lines_with_deliveries.last_delay_days,
        lines_with_deliveries.last_delay_by_deadline_days,
        lines_with_deliveries.is_cancelled_by_supplier,
        lines_with_deliveries.is_delivered,
        coalesce(
            cast(lines_with_deliveries.delivered_by_deadline_quantity as double)
            >= cast(lines_with_deliveries.ordered_quantity as double)
            * tolerances.full_share - 0.0000001e0,
            false
        ) as has_all_units

    from lines_with_deliveries
    cross join tolerances

),

lines_with_late_days as (

    select
        lines_judged.order_line_id,
        lines_judged.order_id,
        lines_judged.client_id,
        lines_judged.manager_id,
        lines_judged.region,
        lines_judged.carrier,
        lines_judged.due_date,
        cast(date_trunc('month', lines_judged.due_date) as date) as due_month,
        lines_judged.basis,
        lines_judged.arrival_basis,
        lines_judged.ordered_quantity,
        lines_judged.delivered_by_deadline_quantity,
        lines_judged.delivered_quantity,
        lines_judged.last_arrival_date,
        lines_judged.is_cancelled_by_supplier,
        not lines_judged.is_cancelled_by_supplier
        and coalesce(
            case
                when lines_judged.has_all_units
                    then
                        lines_judged.last_delay_by_deadline_days
                        >= -tolerances.early_days
                else
                    lines_judged.last_delay_days
                    between -tolerances.early_days and tolerances.late_days
            end,
            false
        ) as is_on_time,
        not lines_judged.is_cancelled_by_supplier
        and lines_judged.has_all_units as is_in_full,
        lines_judged.is_delivered,
        case
            when lines_judged.has_all_units
                then lines_judged.last_delay_by_deadline_days
            when lines_judged.last_delay_days is not null
                then lines_judged.last_delay_days
            else cast(
                date_diff('day', lines_judged.due_date, tolerances.as_of_date)
                as bigint
            )
        end as delay_days,
        tolerances.late_days as tolerated_days,
        tolerances.as_of_date

    from lines_judged
    cross join tolerances

),

lines_rated as (

    select
        lines_with_late_days.order_line_id,
        lines_with_late_days.order_id,
        lines_with_late_days.client_id,
        lines_with_late_days.manager_id,
        lines_with_late_days.region,
        lines_with_late_days.carrier,
        lines_with_late_days.due_date,
        lines_with_late_days.due_month,
        lines_with_late_days.basis,
        lines_with_late_days.arrival_basis,
        lines_with_late_days.ordered_quantity,
        lines_with_late_days.delivered_by_deadline_quantity,
        lines_with_late_days.delivered_quantity,
        lines_with_late_days.last_arrival_date,
        lines_with_late_days.is_cancelled_by_supplier,
        lines_with_late_days.is_on_time,
        lines_with_late_days.is_in_full,
        lines_with_late_days.is_on_time and lines_with_late_days.is_in_full
            as is_otif,
        lines_with_late_days.is_delivered,
        not lines_with_late_days.is_cancelled_by_supplier
        and lines_with_late_days.delay_days
        > lines_with_late_days.tolerated_days as is_late,
        case
            when lines_with_late_days.is_cancelled_by_supplier then null
            when lines_with_late_days.delay_days <= 0 then cast(0 as bigint)
            else lines_with_late_days.delay_days
        end as late_days,
        lines_with_late_days.as_of_date

    from lines_with_late_days

)

select * from lines_rated
