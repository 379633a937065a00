-- One row per client that is not yet a key client but resembles them: the two
-- hundred most alike.
--
-- grain    client
-- key      client_id
-- answers  Whom should we develop into a key client? Which prospect to win?
--
-- score = sum of ln(index) over the traits a client shares with key clients
-- and which are over-represented among them beyond chance
-- (metrics.client_portrait); unknown values do not count. Clients without an
-- order stand here too; inactive ones do not, nor those who asked not to be
-- called or written to.

with

model_versions as (

    select * from meta.model_versions

),

clock as (

    select * from meta.clock

),

clients as (

    select * from marts.clients

),

segments as (

    select * from metrics.client_segments
    where segmentation = 'class'

),

traits as (

    select * from metrics.client_traits

),

portrait as (

    select * from metrics.client_portrait
    where
        segmentation = 'class'
        and segment = 'key'
        and leaning = 'over'

),

key_clients as (

    select cast(count(*) as bigint) as client_count

    from segments
    where segments.segment = 'key'

),

matches as (

    select
        traits.client_id,
        traits.trait,
        traits.value,
        ln(portrait.index_ratio) as weight,
        row_number() over (
            partition by traits.client_id
            order by
                portrait.index_ratio desc nulls last,
                traits.trait asc nulls last,
                traits.value asc nulls last
        ) as place

    from traits
    inner join portrait
        on
            traits.trait = portrait.trait
            and traits.value = portrait.value

),

scores as (

    select
        matches.client_id,
        cast(count(*) as bigint) as matched_trait_count,
        cast(
            sum(cast(matches.weight as decimal(18, 9))) as double
        ) as score,
        max(matches.trait) filter (where matches.place = 1) as first_trait,
        max(matches.value) filter (where matches.place = 1) as first_value,
        max(matches.trait) filter (where matches.place = 2) as second_trait,
        max(matches.value) filter (where matches.place = 2) as second_value,
        max(matches.trait) filter (where matches.place = 3) as third_trait,
        max(matches.value) filter (where matches.place = 3) as third_value

    from matches
    group by 1

),

ranked as (

    select
        scores.client_id,
        cast(
            row_number() over (
                order by
                    scores.score desc nulls last,
                    scores.client_id asc nulls last
            ) as bigint
        ) as place,
        coalesce(segments.segment, 'prospect') as class,
        scores.score,
        scores.matched_trait_count,
        scores.first_trait,
        scores.first_value,
        scores.second_trait,
        scores.second_value,
        scores.third_trait,
        scores.third_value,
        clients.net_amount,
        key_clients.client_count as key_client_count,
        case when key_clients.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        model_versions.model_version,
        clock.as_of_date

    from scores
    inner join clients on scores.client_id = clients.client_id
    cross join clock
    cross join key_clients
    left join model_versions
        on model_versions.relation = 'metrics.client_look_alikes'
    left join segments on scores.client_id = segments.client_id
    where
        coalesce(segments.segment, 'prospect') not in ('key', 'inactive')
        and not coalesce(clients.is_opted_out, false)

),

most_alike as (

    select
        ranked.client_id,
        ranked.place,
        ranked.class,
        ranked.score,
        ranked.matched_trait_count,
        ranked.first_trait,
        ranked.first_value,
        ranked.second_trait,
        ranked.second_value,
        ranked.third_trait,
        ranked.third_value,
        ranked.net_amount,
        ranked.key_client_count,
        ranked.quality_flag,
        ranked.model_version,
        ranked.as_of_date

    from ranked
    where ranked.place <= 200

)

select * from most_alike
