/** Days pages may show: those of the running month and of the thirteen before. */
export const shownDays = `day >= (select cast(date_trunc('month', as_of_date) - interval '13' month as date) from meta.clock)`;

/**
 * Days the periods of days are made of: of the running month and the two before, and a year earlier with the week that
 * may lie before its month.
 */
export const comparedDays = (
  day: string,
) => `(${day} >= (select cast(date_trunc('month', as_of_date) - interval '2' month as date) from meta.clock)
  or ${day} between (select cast(date_trunc('month', as_of_date) - interval '13' month as date) from meta.clock)
    and (select cast(as_of_date - interval '355' day as date) from meta.clock))`;
