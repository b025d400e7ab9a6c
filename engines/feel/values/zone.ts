/** Offsets of the IANA zones, from the tables that Intl brings. */

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })
    } catch {
      format = null
    }
    formats.set(zone, format)
  }
  return format
}

/** Names as the IANA database has them; offsets are no names here. */
export const isZone = (name: string): boolean => /^[A-Za-z][\w+/-]*$/.test(name) && formatOf(name) !== null

/** Beyond what the tables reach, the rules of the last years go on. */
const MOST_SECONDS = 8.64e12

/** Seconds east of UTC at an instant, given in seconds since 1970 UTC. */
export function offsetAtInstant(zone: string, seconds: number): number {
  const at = Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS - 1, Math.floor(seconds)))
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(zone)?.formatToParts(at * 1000) ?? []) parts[type] = value
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const local = Date.UTC(
    2000,
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  )
  const moved = new Date(local)
  moved.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  return Math.round(moved.getTime() / 1000) - at
}

/** Seconds east of UTC where the clocks of a zone show a time; of two, the earlier; in a gap, the offset before it. */
export function offsetAtLocal(zone: string, localSeconds: number): number {
  const before = offsetAtInstant(zone, localSeconds - 86_400)
  if (offsetAtInstant(zone, localSeconds - before) === before) return before
  const after = offsetAtInstant(zone, localSeconds + 86_400)
  return offsetAtInstant(zone, localSeconds - after) === after ? after : before
}
