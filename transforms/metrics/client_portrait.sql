-- One row per segment, trait and value: how common it is there, against all.
--
-- grain    segmentation, segment, trait, value
-- key      segmentation, segment, trait, value
-- answers  What are our best clients like, and how do they differ?
--
-- Clients with at least one valid order. share = clients of the segment with
-- the value / clients of the segment whose trait is known; the same of all
-- clients is the base: where a trait is known of good clients only, each of its
-- values would lean there. leaning is `over` where the lower Wilson limit lies
-- above the base, `under` where the upper lies below it. Below 30 clients in
-- the segment, or 10 with the value among all, the row is flagged and leans to
-- neither side. A segmentation does not describe itself.

with

clock as (

    select * from meta.clock

),

segments as (

    select * from metrics.client_segments

),

traits as (

    select * from metrics.client_traits

),

buyers_traits as (

    select
        traits.client_id,
        traits.trait,
        traits.value

    from traits
    inner join segments
        on
            traits.client_id = segments.client_id
            and segments.segmentation = 'class'
    where traits.value <> 'unknown'

),

base_sizes as (

    select
        buyers_traits.trait,
        cast(count(distinct buyers_traits.client_id) as bigint)
            as base_client_count

    from buyers_traits
    group by 1

),

base_counts as (

    select
        buyers_traits.trait,
        buyers_traits.value,
        cast(count(*) as bigint) as base_value_count

    from buyers_traits
    group by 1, 2

),

segment_sizes as (

    select
        segments.segmentation,
        segments.segment,
        buyers_traits.trait,
        cast(count(distinct buyers_traits.client_id) as bigint)
            as client_count

    from buyers_traits
    inner join segments on buyers_traits.client_id = segments.client_id
    where buyers_traits.trait <> segments.segmentation
    group by 1, 2, 3

),

segment_counts as (

    select
        segments.segmentation,
        segments.segment,
        buyers_traits.trait,
        buyers_traits.value,
        cast(count(*) as bigint) as value_count

    from buyers_traits
    inner join segments on buyers_traits.client_id = segments.client_id
    group by 1, 2, 3, 4

),

counts as (

    select
        segment_sizes.segmentation,
        segment_sizes.segment,
        segment_sizes.trait,
        base_counts.value,
        segment_sizes.client_count,
        coalesce(segment_counts.value_count, 0) as value_count,
        base_sizes.base_client_count,
        base_counts.base_value_count,
        cast(segment_sizes.client_count as double) as size_n,
        cast(coalesce(segment_counts.value_count, 0) as double) as hits,
        cast(base_counts.base_value_count as double)
        / nullif(cast(base_sizes.base_client_count as double), 0)
            as base_share,
        1.959964e0 * 1.959964e0 as squared_z

    from segment_sizes
    inner join base_sizes on segment_sizes.trait = base_sizes.trait
    inner join base_counts on segment_sizes.trait = base_counts.trait
    left join segment_counts
        on
            segment_sizes.segmentation = segment_counts.segmentation
            and segment_sizes.segment = segment_counts.segment
            and segment_sizes.trait = segment_counts.trait
            and base_counts.value = segment_counts.value

),

shares as (

    select
        counts.segmentation,
        counts.segment,
        counts.trait,
        counts.value,
        counts.client_count,
        counts.value_count,
        counts.base_client_count,
        counts.base_value_count,
        counts.base_share,
        cast(counts.hits as double) / nullif(counts.size_n, 0) as share,
        cast(
            counts.hits + counts.squared_z * 0.5e0
            - 1.959964e0 * sqrt(
                counts.hits
                * cast(counts.size_n - counts.hits as double)
                / nullif(counts.size_n, 0)
                + counts.squared_z * 0.25e0
            ) as double
        ) / nullif(counts.size_n + counts.squared_z, 0) as share_lower,
        cast(
            counts.hits + counts.squared_z * 0.5e0
            + 1.959964e0 * sqrt(
                counts.hits
                * cast(counts.size_n - counts.hits as double)
                / nullif(counts.size_n, 0)
                + counts.squared_z * 0.25e0
            ) as double
        ) / nullif(counts.size_n + counts.squared_z, 0) as share_upper,
        case
            when counts.client_count < 30 or counts.base_value_count < 10
                then 'low_n'
            else 'ok'
        end as quality_flag

    from counts

),

portrait as (

    select
        shares.segmentation,
        shares.segment,
        shares.trait,
        shares.value,
        shares.client_count,
        shares.value_count,
        shares.share,
        shares.share_lower,
        shares.share_upper,
        shares.base_client_count,
        shares.base_value_count,
        shares.base_share,
        cast(shares.share as double) / nullif(shares.base_share, 0)
            as index_ratio,
        case
            when shares.quality_flag <> 'ok' then 'none'
            when shares.share_lower > shares.base_share then 'over'
            when shares.share_upper < shares.base_share then 'under'
            else 'none'
        end as leaning,
        shares.quality_flag,
        clock.as_of_date

    from shares
    cross join clock

)

select * from portrait
