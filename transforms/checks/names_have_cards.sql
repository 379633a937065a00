-- Every client, manager, product and campaign named has a card.
-- severity warning

with

named_keys as (

    select * from marts.named_keys

),

keys_without_card as (

    select
        named_keys.entity,
        cast(count(*) as bigint) as key_count,
        cast(sum(named_keys.reference_count) as bigint) as reference_count,
        min(named_keys.entity_id) as first_entity_id

    from named_keys
    where not named_keys.has_card
    group by 1

)

select * from keys_without_card
