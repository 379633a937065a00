-- One row per cut-off and class of clients, and one for all: the median rhythm.
--
-- grain    cut-off, class
-- key      cut_number, volume_class
-- answers  How many days lie between purchases in each class?
--
-- The median over clients of their own median gaps, so that who buys often does
-- not decide for all.

with

rhythms as (

    select * from metrics.purchase_rhythms

),

classes as (

    select * from metrics.client_class_at_cut_offs

),

histogram as (

    select
        rhythms.cut_number,
        classes.volume_class,
        rhythms.median_gap_days,
        count(*) as client_count,
        sum(rhythms.gap_count) as gap_count

    from rhythms
    left join classes
        on rhythms.cut_number = classes.cut_number
        and rhythms.client_id = classes.client_id
    group by 1, 2, 3

),

histogram_of_classes_and_all as (

    select
        histogram.cut_number,
        histogram.volume_class,
        histogram.median_gap_days,
        histogram.client_count,
        histogram.gap_count

    from histogram
    where histogram.volume_class is not null

    union all

    select
        histogram.cut_number,
        'all' as volume_class,
        histogram.median_gap_days,
        sum(histogram.client_count) as client_count,
        sum(histogram.gap_count) as gap_count

    from histogram
    group by 1, 3

),

running_counts as (

    select
        histogram_of_classes_and_all.cut_number,
        histogram_of_classes_and_all.volume_class,
        histogram_of_classes_and_all.median_gap_days,
        sum(histogram_of_classes_and_all.client_count) over (
            partition by
                histogram_of_classes_and_all.cut_number,
                histogram_of_classes_and_all.volume_class
            order by histogram_of_classes_and_all.median_gap_days nulls last
            rows between unbounded preceding and current row
        ) as clients_up_to,
        sum(histogram_of_classes_and_all.client_count) over (
            partition by
                histogram_of_classes_and_all.cut_number,
                histogram_of_classes_and_all.volume_class
        ) as client_count,
        sum(histogram_of_classes_and_all.gap_count) over (
            partition by
                histogram_of_classes_and_all.cut_number,
                histogram_of_classes_and_all.volume_class
        ) as gap_count

    from histogram_of_classes_and_all

),

middle_gaps as (

    select
        running_counts.cut_number,
        running_counts.volume_class,
        max(running_counts.client_count) as client_count,
        max(running_counts.gap_count) as gap_count,
        min(running_counts.median_gap_days) filter (
            where 2 * running_counts.clients_up_to
            >= running_counts.client_count
        ) as lower_gap_days,
        min(running_counts.median_gap_days) filter (
            where 2 * running_counts.clients_up_to > running_counts.client_count
        ) as upper_gap_days

    from running_counts
    group by 1, 2

),

class_rhythms as (

    select
        middle_gaps.cut_number,
        middle_gaps.volume_class,
        cast(middle_gaps.client_count as bigint) as client_count,
        cast(middle_gaps.gap_count as bigint) as gap_count,
        cast(
            middle_gaps.lower_gap_days + middle_gaps.upper_gap_days as double
        ) / 2 as median_gap_days

    from middle_gaps

)

select * from class_rhythms
