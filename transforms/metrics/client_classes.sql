-- One row per client and complete period since its first order: its class.
--
-- grain    client, period
-- key      client_id, month
-- answers  Who are our key clients? Whose class changed, and when?
--
-- The first rule that holds gives class_raw: new (no complete period yet),
-- inactive (no volume in the window), occasional (one order, or active in too
-- few periods), then key, medium or small by average volume per period. In
-- quantile mode a class begins strictly above its cut point, so that equal
-- clients share a class; in the other modes at the threshold.
--
-- class_published keeps its value until the new one holds for two periods in a
-- row or lies more than 10 % beyond the threshold. This is judged for each of
-- the two questions by itself: regular or occasional (by active share), and
-- key, medium or small (by average volume). Becoming or ceasing to be inactive
-- or new, and a window with one order, count at once. Said without recursion:
-- a period that settles a question whatever was published before begins a new
-- stretch; within a stretch only a step into medium from one side is left. The
-- newest period that settled a question, and what it said, is the greatest
-- number so far of 10 × period + answer.

with

settings as (

    select * from meta.settings

),

windows as (

    select * from metrics.client_class_windows

),

thresholds as (

    select * from metrics.class_thresholds

),

windows_with_volume_class as (

    select
        windows.client_id,
        windows.month,
        extract(year from windows.month) * 12
        + extract(month from windows.month) as month_number,
        windows.is_current,
        windows.window_from_month,
        windows.window_to_month,
        windows.eligible_period_count,
        windows.active_period_count,
        windows.order_count,
        windows.volume,
        windows.average_per_period,
        windows.active_share,
        windows.net_amount,
        windows.activity,
        thresholds.key_from_amount,
        thresholds.medium_from_amount,
        case
            when windows.activity in ('new', 'inactive') then null
            when
                windows.average_per_period > thresholds.key_from_amount
                or (
                    windows.average_per_period = thresholds.key_from_amount
                    and thresholds.mode <> 'quantile'
                )
                then 'key'
            when
                windows.average_per_period > thresholds.medium_from_amount
                or (
                    windows.average_per_period = thresholds.medium_from_amount
                    and thresholds.mode <> 'quantile'
                )
                then 'medium'
            else 'small'
        end as volume_class

    from windows
    left join thresholds
        on windows.month = thresholds.month

),

windows_with_previous as (

    select
        windows_with_volume_class.client_id,
        windows_with_volume_class.month,
        windows_with_volume_class.month_number,
        windows_with_volume_class.is_current,
        windows_with_volume_class.window_from_month,
        windows_with_volume_class.window_to_month,
        windows_with_volume_class.eligible_period_count,
        windows_with_volume_class.active_period_count,
        windows_with_volume_class.order_count,
        windows_with_volume_class.volume,
        windows_with_volume_class.average_per_period,
        windows_with_volume_class.active_share,
        windows_with_volume_class.net_amount,
        windows_with_volume_class.activity,
        windows_with_volume_class.volume_class,
        coalesce(
            windows_with_volume_class.average_per_period
            > 1.1e0 * case windows_with_volume_class.volume_class
                when 'key' then windows_with_volume_class.key_from_amount
                when 'medium'
                    then windows_with_volume_class.medium_from_amount
            end,
            false
        ) as is_far_above,
        coalesce(
            windows_with_volume_class.average_per_period
            < 0.9e0 * case windows_with_volume_class.volume_class
                when 'small' then windows_with_volume_class.medium_from_amount
                when 'medium' then windows_with_volume_class.key_from_amount
            end,
            false
        ) as is_far_below,
        lag(windows_with_volume_class.activity) over (
            partition by windows_with_volume_class.client_id
            order by windows_with_volume_class.month nulls last
        ) as previous_activity,
        lag(windows_with_volume_class.volume_class) over (
            partition by windows_with_volume_class.client_id
            order by windows_with_volume_class.month nulls last
        ) as previous_volume_class

    from windows_with_volume_class

),

windows_with_settled_questions as (

    select
        windows_with_previous.client_id,
        windows_with_previous.month,
        windows_with_previous.month_number,
        windows_with_previous.is_current,
        windows_with_previous.window_from_month,
        windows_with_previous.window_to_month,
        windows_with_previous.eligible_period_count,
        windows_with_previous.active_period_count,
        windows_with_previous.order_count,
        windows_with_previous.volume,
        windows_with_previous.average_per_period,
        windows_with_previous.active_share,
        windows_with_previous.net_amount,
        windows_with_previous.activity,
        windows_with_previous.volume_class,
        windows_with_previous.volume_class = 'medium'
        and windows_with_previous.is_far_above as is_step_up_to_medium,
        windows_with_previous.volume_class = 'medium'
        and windows_with_previous.is_far_below as is_step_down_to_medium,
        case
            when windows_with_previous.previous_activity is null then 1
            when
                windows_with_previous.activity
                = windows_with_previous.previous_activity
                then 1
            when
                windows_with_previous.activity = 'inactive'
                or windows_with_previous.previous_activity = 'inactive'
                then 1
            when
                windows_with_previous.activity = 'occasional'
                and (
                    windows_with_previous.order_count <= 1
                    or windows_with_previous.active_share
                    < 0.9e0 * settings.class_occasional_below_active_share
                )
                then 1
            when
                windows_with_previous.activity = 'regular'
                and windows_with_previous.active_share
                > 1.1e0 * settings.class_occasional_below_active_share
                then 1
            else 0
        end as settles_activity,
        case
            when windows_with_previous.volume_class is null then 1
            when windows_with_previous.previous_volume_class is null then 1
            when
                windows_with_previous.volume_class
                = windows_with_previous.previous_volume_class
                then 1
            when
                windows_with_previous.volume_class = 'key'
                and windows_with_previous.is_far_above
                then 1
            when
                windows_with_previous.volume_class = 'small'
                and windows_with_previous.is_far_below
                then 1
            when
                windows_with_previous.volume_class = 'medium'
                and windows_with_previous.is_far_above
                and windows_with_previous.is_far_below
                then 1
            else 0
        end as settles_volume_class

    from windows_with_previous
    cross join settings

),

windows_with_newest_answers as (

    select
        windows_with_settled_questions.client_id,
        windows_with_settled_questions.month,
        windows_with_settled_questions.is_current,
        windows_with_settled_questions.window_from_month,
        windows_with_settled_questions.window_to_month,
        windows_with_settled_questions.eligible_period_count,
        windows_with_settled_questions.active_period_count,
        windows_with_settled_questions.order_count,
        windows_with_settled_questions.volume,
        windows_with_settled_questions.average_per_period,
        windows_with_settled_questions.active_share,
        windows_with_settled_questions.net_amount,
        windows_with_settled_questions.activity,
        windows_with_settled_questions.volume_class,
        max(
            case
                when windows_with_settled_questions.settles_activity = 1
                    then windows_with_settled_questions.month_number * 10
                    + case windows_with_settled_questions.activity
                        when 'new' then 0
                        when 'inactive' then 1
                        when 'occasional' then 2
                        else 3
                    end
            end
        ) over (
            partition by windows_with_settled_questions.client_id
            order by windows_with_settled_questions.month nulls last
            rows between unbounded preceding and current row
        ) as settled_activity,
        max(
            case
                when windows_with_settled_questions.settles_volume_class = 1
                    then windows_with_settled_questions.month_number * 10
                    + case windows_with_settled_questions.volume_class
                        when 'key' then 3
                        when 'medium' then 2
                        when 'small' then 1
                        else 0
                    end
            end
        ) over (
            partition by windows_with_settled_questions.client_id
            order by windows_with_settled_questions.month nulls last
            rows between unbounded preceding and current row
        ) as settled_volume_class,
        max(
            case
                when windows_with_settled_questions.is_step_up_to_medium
                    then windows_with_settled_questions.month_number * 10 + 9
            end
        ) over (
            partition by windows_with_settled_questions.client_id
            order by windows_with_settled_questions.month nulls last
            rows between unbounded preceding and current row
        ) as newest_step_up,
        max(
            case
                when windows_with_settled_questions.is_step_down_to_medium
                    then windows_with_settled_questions.month_number * 10 + 9
            end
        ) over (
            partition by windows_with_settled_questions.client_id
            order by windows_with_settled_questions.month nulls last
            rows between unbounded preceding and current row
        ) as newest_step_down

    from windows_with_settled_questions

),

classes as (

    select
        windows_with_newest_answers.client_id,
        windows_with_newest_answers.month,
        windows_with_newest_answers.is_current,
        windows_with_newest_answers.window_from_month,
        windows_with_newest_answers.window_to_month,
        windows_with_newest_answers.eligible_period_count,
        windows_with_newest_answers.active_period_count,
        windows_with_newest_answers.order_count,
        windows_with_newest_answers.volume,
        windows_with_newest_answers.average_per_period,
        windows_with_newest_answers.active_share,
        windows_with_newest_answers.net_amount,
        case
            when windows_with_newest_answers.activity <> 'regular'
                then windows_with_newest_answers.activity
            else windows_with_newest_answers.volume_class
        end as class_raw,
        case mod(windows_with_newest_answers.settled_activity, 10)
            when 0 then 'new'
            when 1 then 'inactive'
            when 2 then 'occasional'
            else case mod(windows_with_newest_answers.settled_volume_class, 10)
                when 1 then case
                    when
                        windows_with_newest_answers.newest_step_up
                        > windows_with_newest_answers.settled_volume_class
                        then 'medium'
                    else 'small'
                end
                when 3 then case
                    when
                        windows_with_newest_answers.newest_step_down
                        > windows_with_newest_answers.settled_volume_class
                        then 'medium'
                    else 'key'
                end
                when 2 then 'medium'
            end
        end as class_with_hysteresis

    from windows_with_newest_answers

),

published_classes as (

    select
        classes.client_id,
        classes.month,
        classes.is_current,
        classes.window_from_month,
        classes.window_to_month,
        classes.eligible_period_count,
        classes.active_period_count,
        classes.order_count,
        classes.volume,
        classes.average_per_period,
        classes.active_share,
        classes.net_amount,
        classes.class_raw,
        case
            when settings.class_has_hysteresis
                then classes.class_with_hysteresis
            else classes.class_raw
        end as class_published

    from classes
    cross join settings

),

classes_with_previous as (

    select
        published_classes.client_id,
        published_classes.month,
        published_classes.is_current,
        published_classes.window_from_month,
        published_classes.window_to_month,
        published_classes.eligible_period_count,
        published_classes.active_period_count,
        published_classes.order_count,
        published_classes.volume,
        published_classes.average_per_period,
        published_classes.active_share,
        published_classes.class_raw,
        published_classes.class_published,
        lag(published_classes.class_published) over (
            partition by published_classes.client_id
            order by published_classes.month nulls last
        ) as previous_class,
        published_classes.net_amount

    from published_classes

)

select * from classes_with_previous
