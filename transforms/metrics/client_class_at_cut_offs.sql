-- One row per cut-off and client with a class: the one published by then.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  Which class was a client in when its past was cut?
--
-- The class of the last period that was complete on the day of the cut-off.

with

classes as (

    select * from metrics.client_classes

),

thresholds as (

    select * from metrics.class_thresholds

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

settings as (

    select * from meta.settings

),

months_per_cut_off as (

    select
        cut_offs.cut_number,
        max(thresholds.month) as month

    from cut_offs
    cross join settings
    inner join thresholds
        on cast(
            thresholds.month
            + case settings.class_period when 'quarter' then 3 else 1 end
            * interval '1' month as date
        ) <= cast(cut_offs.cut_date + interval '1' day as date)
    group by 1

),

classes_at_cut_offs as (

    select
        months_per_cut_off.cut_number,
        classes.client_id,
        classes.class_published as volume_class

    from months_per_cut_off
    inner join classes
        on months_per_cut_off.month = classes.month

)

select * from classes_at_cut_offs
