-- One row per day of view, measure and cut point: the four values that part
-- clients into fifths.
--
-- grain    day of view, measure, cut point
-- key      as_of_date, measure, cut_number
-- answers  Did the scale of the RFM scores move?
--
-- Quantiles of type 7 from the histogram of values. The position of cut point
-- k among n ranked clients is (n - 1) * k / 5, kept as whole number and fifths.
-- Cut points that the settings give stay where they are.

with

base as (

    select * from metrics.rfm_base

),

numbers as (

    select * from meta.numbers

),

fixed_cut_points as (

    select * from meta.rfm_cut_points

),

measured_values as (

    select
        base.as_of_date,
        base.is_current,
        case numbers.n
            when 1 then 'recency'
            when 2 then 'frequency'
            else 'monetary'
        end as measure,
        case numbers.n
            when 1 then base.recency_value
            when 2 then cast(base.frequency as double)
            else base.monetary_value
        end as measured_value

    from base
    cross join numbers
    where numbers.n between 1 and 3

),

histogram as (

    select
        measured_values.as_of_date,
        measured_values.is_current,
        measured_values.measure,
        measured_values.measured_value,
        cast(count(*) as bigint) as client_count

    from measured_values
    group by 1, 2, 3, 4

),

histogram_with_ranks as (

    select
        histogram.as_of_date,
        histogram.measure,
        histogram.measured_value,
        sum(histogram.client_count) over (
            partition by histogram.as_of_date, histogram.measure
            order by histogram.measured_value nulls last
            rows between unbounded preceding and current row
        ) as clients_up_to

    from histogram

),

totals as (

    select
        histogram.as_of_date,
        histogram.is_current,
        histogram.measure,
        cast(sum(histogram.client_count) as bigint) as client_count

    from histogram
    group by 1, 2, 3

),

positions as (

    select
        totals.as_of_date,
        totals.is_current,
        totals.measure,
        totals.client_count,
        cast(numbers.n as bigint) as cut_number,
        floor(
            cast((totals.client_count - 1) * numbers.n as double) / 5
        ) as lower_rank,
        ceil(
            cast((totals.client_count - 1) * numbers.n as double) / 5
        ) as upper_rank,
        cast(
            mod((totals.client_count - 1) * numbers.n, 5) as double
        ) / 5 as position_between

    from totals
    cross join numbers
    where numbers.n between 1 and 4

),

cut_points as (

    select
        positions.as_of_date,
        positions.measure,
        positions.cut_number,
        positions.is_current,
        min(histogram_with_ranks.measured_value) filter (
            where histogram_with_ranks.clients_up_to > positions.lower_rank
        ) as lower_value,
        min(histogram_with_ranks.measured_value) filter (
            where histogram_with_ranks.clients_up_to > positions.upper_rank
        ) as upper_value,
        max(positions.position_between) as position_between,
        positions.client_count

    from positions
    inner join histogram_with_ranks
        on positions.as_of_date = histogram_with_ranks.as_of_date
        and positions.measure = histogram_with_ranks.measure
    group by
        positions.as_of_date,
        positions.measure,
        positions.cut_number,
        positions.is_current,
        positions.client_count

),

interpolated_cut_points as (

    select
        cut_points.as_of_date,
        cut_points.measure,
        cut_points.cut_number,
        cut_points.is_current,
        coalesce(
            fixed_cut_points.value,
            cut_points.lower_value
            + cut_points.position_between
            * (cut_points.upper_value - cut_points.lower_value)
        ) as value,
        fixed_cut_points.value is not null as is_fixed,
        cut_points.client_count

    from cut_points
    left join fixed_cut_points
        on cut_points.measure = fixed_cut_points.measure
        and cut_points.cut_number = fixed_cut_points.cut_number

)

select * from interpolated_cut_points
