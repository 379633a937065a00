-- One row per campaign with a control, and figure of the year before: how alike
-- treated clients and control were when they were assigned.
--
-- grain    campaign, covariate
-- key      campaign_id, covariate
-- answers  Were those held out like those treated, before anything was sent?
--
-- Over the 365 days before the day of assignment, zeros included: valid orders,
-- their revenue, and the share of clients with any. The standardised difference
-- is that of the means over the root of the mean of both variances; beyond a
-- tenth the arms are not alike, which chance alone brings often where arms are
-- small. Clients whose day of assignment is unknown are left out.

with

orders as (

    select * from marts.orders

),

campaigns as (

    select * from marts.campaigns

),

members as (

    select * from marts.campaign_members

),

assigned_members as (

    select
        members.campaign_id,
        members.client_id,
        members.arm = 'control' as is_control,
        members.assigned_date

    from members
    where members.assigned_date is not null

),

orders_before as (

    select
        assigned_members.campaign_id,
        assigned_members.client_id,
        cast(count(*) as double) as order_count,
        cast(sum(orders.net_amount) as double) as net_amount

    from assigned_members
    inner join orders on assigned_members.client_id = orders.client_id
    where
        orders.is_valid
        and orders.order_date < assigned_members.assigned_date
        and date_diff(
            'day', orders.order_date, assigned_members.assigned_date
        ) <= 365
    group by 1, 2

),

years_before as (

    select
        assigned_members.campaign_id,
        assigned_members.is_control,
        coalesce(orders_before.order_count, 0) as order_count,
        coalesce(orders_before.net_amount, 0) as net_amount

    from assigned_members
    left join orders_before
        on
            assigned_members.campaign_id = orders_before.campaign_id
            and assigned_members.client_id = orders_before.client_id

),

covariates as (

    select
        years_before.campaign_id,
        years_before.is_control,
        'orders' as covariate,
        years_before.order_count as value

    from years_before

    union all

    select
        years_before.campaign_id,
        years_before.is_control,
        'amount' as covariate,
        years_before.net_amount as value

    from years_before

    union all

    select
        years_before.campaign_id,
        years_before.is_control,
        'active' as covariate,
        case when years_before.order_count > 0 then 1e0 else 0e0 end as value

    from years_before

),

means as (

    select
        covariates.campaign_id,
        covariates.is_control,
        covariates.covariate,
        cast(count(*) as bigint) as client_count,
        cast(sum(cast(covariates.value as decimal(38, 4))) as double)
        / nullif(cast(count(*) as double), 0) as mean

    from covariates
    group by 1, 2, 3

),

-- Squares are summed as decimals of ratios to the mean, so that they do not
-- depend on row order.
spreads as (

    select
        means.campaign_id,
        means.is_control,
        means.covariate,
        means.client_count,
        means.mean,
        power(means.mean, 2) * coalesce(
            cast(
                sum(
                    cast(
                        power(
                            cast(covariates.value as double)
                            / nullif(means.mean, 0) - 1,
                            2
                        ) as decimal(38, 12)
                    )
                ) as double
            ),
            0
        ) / nullif(cast(means.client_count - 1 as double), 0) as variance

    from means
    inner join covariates
        on
            means.campaign_id = covariates.campaign_id
            and means.is_control = covariates.is_control
            and means.covariate = covariates.covariate
    group by
        means.campaign_id,
        means.is_control,
        means.covariate,
        means.client_count,
        means.mean

),

arms_side_by_side as (

    select
        treated.campaign_id,
        treated.covariate,
        treated.client_count as treated_count,
        control.client_count as control_count,
        treated.mean as treated_mean,
        control.mean as control_mean,
        cast(treated.mean - control.mean as double) / nullif(
            sqrt(
                cast(treated.variance + control.variance as double) / 2
            ),
            0
        ) as standardised_difference

    from spreads as treated
    inner join spreads as control
        on
            treated.campaign_id = control.campaign_id
            and treated.covariate = control.covariate
            and control.is_control
    where not treated.is_control

),

balance as (

    select
        arms_side_by_side.campaign_id,
        arms_side_by_side.covariate,
        campaigns.name,
        campaigns.channel,
        campaigns.start_date,
        arms_side_by_side.treated_count,
        arms_side_by_side.control_count,
        arms_side_by_side.treated_mean,
        arms_side_by_side.control_mean,
        arms_side_by_side.standardised_difference,
        coalesce(
            abs(arms_side_by_side.standardised_difference) < 0.1e0,
            arms_side_by_side.treated_mean = arms_side_by_side.control_mean
        ) as is_alike,
        case
            when
                arms_side_by_side.treated_count < 30
                or arms_side_by_side.control_count < 30
                then 'low_n'
            else 'ok'
        end as quality_flag

    from arms_side_by_side
    inner join campaigns
        on arms_side_by_side.campaign_id = campaigns.campaign_id

)

select * from balance
