-- One row per cut-off and client with two purchase days: its median gap.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  How many days lie between the purchases of a client?
--
-- The median is the mean of the two middle gaps: the first that half of the
-- gaps reach, and the first that more than half reach.

with

gap_counts as (

    select * from metrics.purchase_gap_counts

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

running_counts as (

    select
        gap_counts.client_id,
        gap_counts.gap_days,
        sum(gap_counts.gap_count_0) over (
            partition by gap_counts.client_id
            order by gap_counts.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to_0,
        sum(gap_counts.gap_count_1) over (
            partition by gap_counts.client_id
            order by gap_counts.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to_1,
        sum(gap_counts.gap_count_2) over (
            partition by gap_counts.client_id
            order by gap_counts.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to_2,
        sum(gap_counts.gap_count_3) over (
            partition by gap_counts.client_id
            order by gap_counts.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to_3,
        sum(gap_counts.gap_count_4) over (
            partition by gap_counts.client_id
            order by gap_counts.gap_days nulls last
            rows between unbounded preceding and current row
        ) as gaps_up_to_4,
        sum(gap_counts.gap_count_0) over (
            partition by gap_counts.client_id
        ) as gap_count_0,
        sum(gap_counts.gap_count_1) over (
            partition by gap_counts.client_id
        ) as gap_count_1,
        sum(gap_counts.gap_count_2) over (
            partition by gap_counts.client_id
        ) as gap_count_2,
        sum(gap_counts.gap_count_3) over (
            partition by gap_counts.client_id
        ) as gap_count_3,
        sum(gap_counts.gap_count_4) over (
            partition by gap_counts.client_id
        ) as gap_count_4

    from gap_counts

),

middle_gaps as (

    select
        running_counts.client_id,
        max(running_counts.gap_count_0) as gap_count_0,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_0 > 0
            and 2 * running_counts.gaps_up_to_0 >= running_counts.gap_count_0
        ) as lower_0,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_0 > 0
            and 2 * running_counts.gaps_up_to_0 > running_counts.gap_count_0
        ) as upper_0,
        max(running_counts.gap_count_1) as gap_count_1,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_1 > 0
            and 2 * running_counts.gaps_up_to_1 >= running_counts.gap_count_1
        ) as lower_1,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_1 > 0
            and 2 * running_counts.gaps_up_to_1 > running_counts.gap_count_1
        ) as upper_1,
        max(running_counts.gap_count_2) as gap_count_2,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_2 > 0
            and 2 * running_counts.gaps_up_to_2 >= running_counts.gap_count_2
        ) as lower_2,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_2 > 0
            and 2 * running_counts.gaps_up_to_2 > running_counts.gap_count_2
        ) as upper_2,
        max(running_counts.gap_count_3) as gap_count_3,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_3 > 0
            and 2 * running_counts.gaps_up_to_3 >= running_counts.gap_count_3
        ) as lower_3,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_3 > 0
            and 2 * running_counts.gaps_up_to_3 > running_counts.gap_count_3
        ) as upper_3,
        max(running_counts.gap_count_4) as gap_count_4,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_4 > 0
            and 2 * running_counts.gaps_up_to_4 >= running_counts.gap_count_4
        ) as lower_4,
        min(running_counts.gap_days) filter (
            where running_counts.gap_count_4 > 0
            and 2 * running_counts.gaps_up_to_4 > running_counts.gap_count_4
        ) as upper_4

    from running_counts
    group by 1

),

gaps_per_cut_off as (

    select
        cut_offs.cut_number,
        middle_gaps.client_id,
        case cut_offs.cut_number
            when 0 then middle_gaps.gap_count_0
            when 1 then middle_gaps.gap_count_1
            when 2 then middle_gaps.gap_count_2
            when 3 then middle_gaps.gap_count_3
            else middle_gaps.gap_count_4
        end as gap_count,
        case cut_offs.cut_number
            when 0 then middle_gaps.lower_0 + middle_gaps.upper_0
            when 1 then middle_gaps.lower_1 + middle_gaps.upper_1
            when 2 then middle_gaps.lower_2 + middle_gaps.upper_2
            when 3 then middle_gaps.lower_3 + middle_gaps.upper_3
            else middle_gaps.lower_4 + middle_gaps.upper_4
        end as middle_sum

    from middle_gaps
    cross join cut_offs

),

rhythms as (

    select
        gaps_per_cut_off.cut_number,
        gaps_per_cut_off.client_id,
        cast(gaps_per_cut_off.gap_count as bigint) as gap_count,
        cast(gaps_per_cut_off.middle_sum as double) / 2 as median_gap_days

    from gaps_per_cut_off
    where gaps_per_cut_off.gap_count > 0

)

select * from rhythms
