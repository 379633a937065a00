/** Days pages may show: those of the running month and of the thirteen before. */
export const shownDays = `day >= (select cast(date_trunc('month', as_of_date) - interval '13' month as date) from meta.clock)`;

/**
 * Days the periods of days are made of: seven days, or a month so far, that end with the last day told whole (the newest
 * order's, or the one before); the month or the week before; and the same a year earlier.
 */
export const comparedDays = (
  day: string,
) => `(${day} between ${ofNewest("date_trunc('month', max(order_date) - interval '1' day) - interval '1' month")}
    and ${ofNewest("max(order_date)")}
  or ${day} between ${ofNewest(`least(date_trunc('month', max(order_date) - interval '1' day) - interval '12' month,
      max(order_date) - interval '371' day)`)}
    and ${ofNewest("max(order_date) - interval '364' day")})`;

const ofNewest = (sql: string) =>
  `(select cast(${sql} as date) from marts.orders where order_date <= (select as_of_date from meta.clock))`;
