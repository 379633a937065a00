/** Questions to begin with; each is run by a test. */
export const examples = [
  {
    name: "regions",
    query: `select region, round(sum(net_amount)) as net_amount
from sales
where month >= (select max(month) - interval 11 months from sales)
group by region
order by net_amount desc`,
  },
  {
    name: "classes",
    query: `select client_classes.class_published as class, count(*) as clients, round(sum(client_classes.net_amount)) as net_amount
from client_classes
group by all
order by net_amount desc`,
  },
  {
    name: "sleeping",
    query: `select clients.name, clients.last_order_date, round(rfm.monetary_amount) as monetary_amount
from clients
join rfm using (client_id)
where rfm.recency_days > 180
order by monetary_amount desc
limit 20`,
  },
  {
    name: "plan",
    query: `select month, round(sum(plan_amount)) as plan_amount, round(sum(actual_amount)) as actual_amount
from plan
group by month
order by month`,
  },
] as const;
