-- One row per cut-off and class of clients, and one for all: the median gap.
--
-- grain    cut-off, class
-- key      cut_number, volume_class
-- answers  How many days lie between purchases in each class?

with

gap_counts as (

    select * from metrics.purchase_gap_counts

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

classes as (

    select * from metrics.client_class_at_cut_offs

),

classes_per_client as (

    select
        classes.client_id,
        max(classes.volume_class) filter (where classes.cut_number = 0)
            as class_0,
        max(classes.volume_class) filter (where classes.cut_number = 1)
            as class_1,
        max(classes.volume_class) filter (where classes.cut_number = 2)
            as class_2,
        max(classes.volume_class) filter (where classes.cut_number = 3)
            as class_3,
        max(classes.volume_class) filter (where classes.cut_number = 4)
            as class_4

    from classes
    group by 1

),

histogram as (

    select
        classes_per_client.class_0,
        classes_per_client.class_1,
        classes_per_client.class_2,
        classes_per_client.class_3,
        classes_per_client.class_4,
        gap_counts.gap_days,
        sum(gap_counts.gap_count_0) as gap_count_0,
        sum(gap_counts.gap_count_1) as gap_count_1,
        sum(gap_counts.gap_count_2) as gap_count_2,
        sum(gap_counts.gap_count_3) as gap_count_3,
        sum(gap_counts.gap_count_4) as gap_count_4

    from gap_counts
    left join classes_per_client
        on gap_counts.client_id = classes_per_client.client_id
    group by 1, 2, 3, 4, 5, 6

),

histogram_per_cut_off as (

    select
        cut_offs.cut_number,
        case cut_offs.cut_number
            when 0 then histogram.class_0
            when 1 then histogram.class_1
            when 2 then histogram.class_2
            when 3 then histogram.class_3
            else histogram.class_4
        end as volume_class,
        histogram.gap_days,
        case cut_offs.cut_number
            when 0 then histogram.gap_count_0
            when 1 then histogram.gap_count_1
            when 2 then histogram.gap_count_2
            when 3 then histogram.gap_count_3
            else histogram.gap_count_4
        end as gap_count

    from histogram
    cross join cut_offs

),

histogram_of_classes_and_all as (

    select
        histogram_per_cut_off.cut_number,
        histogram_per_cut_off.volume_class,
        histogram_per_cut_off.gap_days,
        sum(histogram_per_cut_off.gap_count) as gap_count

    from histogram_per_cut_off
    where
        histogram_per_cut_off.volume_class is not null
        and histogram_per_cut_off.gap_count > 0
    group by 1, 2, 3

    union all

    select
        histogram_per_cut_off.cut_number,
        'all' as volume_class,
        histogram_per_cut_off.gap_days,
        sum(histogram_per_cut_off.gap_count) as gap_count

    from histogram_per_cut_off
    where histogram_per_cut_off.gap_count > 0
    group by 1, 3

),

running_counts as (

    select
        histogram_of_classes_and_all.cut_number,
        histogram_of_classes_and_all.volume_class,
        histogram_of_classes_and_all.gap_days,
        sum(histogram_of_classes_and_all.gap_count) over (
            partition by
                histogram_of_classes_and_all.cut_number,
                histogram_of_classes_and_all.volume_class
            order by histogram_of_classes_and_all.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to,
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
        max(running_counts.gap_count) as gap_count,
        min(running_counts.gap_days) filter (
            where 2 * running_counts.gaps_up_to >= running_counts.gap_count
        ) as lower_gap_days,
        min(running_counts.gap_days) filter (
            where 2 * running_counts.gaps_up_to > running_counts.gap_count
        ) as upper_gap_days

    from running_counts
    group by 1, 2

),

rhythms as (

    select
        middle_gaps.cut_number,
        middle_gaps.volume_class,
        cast(middle_gaps.gap_count as bigint) as gap_count,
        cast(
            middle_gaps.lower_gap_days + middle_gaps.upper_gap_days as double
        ) / 2 as median_gap_days

    from middle_gaps

)

select * from rhythms
