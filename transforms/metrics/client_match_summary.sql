-- One row per state and reason: how many pairs of client cards there are.
--
-- grain    state, reason
-- key      state, reason
-- answers  How many cards were merged, by what, and how many await a decision?

with

client_pairs as (

    select * from marts.client_pairs

),

pairs_per_reason as (

    select
        client_pairs.state,
        client_pairs.reason,
        cast(count(*) as bigint) as pair_count

    from client_pairs
    group by 1, 2

)

select * from pairs_per_reason
