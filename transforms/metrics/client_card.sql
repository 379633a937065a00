-- One row per client: who it is, what it is worth, how it stands.
--
-- grain    client
-- key      client_id
-- answers  What must I know of this client before I call?

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

clock as (

    select * from meta.clock

),

clients as (

    select * from marts.clients

),

complaints as (

    select * from marts.complaints

),

classes as (

    select * from metrics.client_classes

),

rfm as (

    select * from metrics.rfm

),

churn as (

    select * from metrics.churn

),

lifetime_values as (

    select * from metrics.client_lifetime_value

),

profits as (

    select * from metrics.client_profit

),

receivables as (

    select * from metrics.client_receivables

),

contacts as (

    select * from metrics.client_contacts

),

offers as (

    select * from metrics.next_products

),

survey_responses as (

    select * from metrics.survey_responses

),

complaints_per_client as (

    select
        complaints.client_id,
        cast(count(*) as bigint) as complaint_count,
        cast(count(*) filter (where complaints.is_open) as bigint)
            as open_complaint_count

    from complaints
    where complaints.client_id is not null
    group by 1

),

recommendations_by_age as (

    select
        survey_responses.client_id,
        survey_responses.score,
        survey_responses.asked_date,
        row_number() over (
            partition by survey_responses.client_id
            order by
                survey_responses.asked_date desc nulls last,
                survey_responses.wave desc nulls last,
                survey_responses.question nulls last,
                survey_responses.respondent_id nulls last
        ) as answer_rank

    from survey_responses
    where survey_responses.client_id is not null
        and survey_responses.score is not null
        and survey_responses.scale_min = 0
        and survey_responses.scale_max = 10

),

client_cards as (

    select
        clients.client_id,
        clients.kind,
        clients.industry,
        clients.region,
        clients.city,
        clients.manager_id,
        clients.is_opted_out,
        clients.opted_out_date,
        clients.opted_out_source,
        clients.first_order_date,
        clients.last_order_date,
        clients.order_count,
        clients.net_amount,
        coalesce(classes.class_published, 'none') as volume_class,
        classes.previous_class,
        rfm.rfm,
        rfm.segment as rfm_segment,
        churn.status as churn_status,
        churn.churn_probability,
        churn.probability_basis,
        churn.days_since_last,
        churn.median_gap_days,
        lifetime_values.value_amount as lifetime_value_amount,
        lifetime_values.value_decile as lifetime_value_decile,
        lifetime_values.horizon_months as lifetime_value_months,
        profits.window_from_date as profit_from_date,
        profits.window_to_date as profit_to_date,
        profits.net_amount as profit_net_amount,
        profits.goods_amount,
        profits.cost_to_serve_amount,
        profits.profit_amount,
        profits.quality_flag as profit_quality_flag,
        case
            when loaded_kinds.has_payments
                then coalesce(receivables.open_count, 0)
        end as open_invoice_count,
        cast(
            case
                when loaded_kinds.has_payments
                    then coalesce(receivables.balance_amount, 0)
            end as decimal(38, 4)
        ) as balance_amount,
        cast(
            case
                when loaded_kinds.has_payments
                    then coalesce(receivables.overdue_amount, 0)
            end as decimal(38, 4)
        ) as overdue_amount,
        case
            when loaded_kinds.has_payments
                then coalesce(receivables.overdue_days_max, 0)
        end as overdue_days_max,
        case
            when loaded_kinds.has_complaints
                then coalesce(complaints_per_client.complaint_count, 0)
        end as complaint_count,
        case
            when loaded_kinds.has_complaints
                then coalesce(complaints_per_client.open_complaint_count, 0)
        end as open_complaint_count,
        contacts.last_contact_at,
        contacts.last_channel,
        contacts.next_contact_at,
        contacts.days_without_contact,
        contacts.severity as contact_severity,
        offers.item_id as offer_item_id,
        offers.reason_item_id as offer_reason_item_id,
        offers.confidence as offer_confidence,
        recommendations_by_age.score as recommendation_score,
        recommendations_by_age.asked_date as recommendation_date,
        clock.as_of_date

    from clients
    cross join clock
    cross join loaded_kinds
    left join classes
        on clients.client_id = classes.client_id
        and classes.is_current
    left join rfm
        on clients.client_id = rfm.client_id
    left join churn
        on clients.client_id = churn.client_id
    left join lifetime_values
        on clients.client_id = lifetime_values.client_id
    left join profits
        on clients.client_id = profits.client_id
    left join receivables
        on clients.client_id = receivables.client_id
    left join complaints_per_client
        on clients.client_id = complaints_per_client.client_id
    left join contacts
        on clients.client_id = contacts.client_id
    left join offers
        on clients.client_id = offers.client_id
        and offers.offer_rank = 1
    left join recommendations_by_age
        on clients.client_id = recommendations_by_age.client_id
        and recommendations_by_age.answer_rank = 1

)

select * from client_cards
