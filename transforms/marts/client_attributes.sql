-- One row per attribute of a client that has several cards: the value that
-- stands, and where it is from. A client with one card has all from that card.
--
-- grain    client, attribute
-- key      client_id, attribute
-- answers  Which system gave the name, the telephone, the region of a client?

with

client_attributes as (

    select * from staging.client_attributes

),

attributes_with_origin as (

    select
        client_attributes.client_id,
        client_attributes.attribute,
        client_attributes.attribute_value,
        cast(client_attributes.value_count as bigint) as value_count,
        client_attributes.source_client_id,
        client_attributes.source,
        client_attributes._file_id,
        client_attributes._record,
        client_attributes._loaded_at

    from client_attributes

)

select * from attributes_with_origin
