/** The moment that a day and a time of day mean in the zone, where time is UTC+8; undefined while they are not whole. */
export function endOf({ until = '', time = '' }: Readonly<Record<string, string>>): string | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(until)
    ? Date.parse(`${until}T${(time || '17:00').padStart(5, '0')}:00+08:00`)
    : Number.NaN
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
