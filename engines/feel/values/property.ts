import { weekday } from './calendar.ts'
import { CalendarDate, DateTime, DaysDuration, Time, YearsDuration } from './temporal.ts'
import { isContext, isList, Range, type Value } from './types.ts'

/** `value.name` (§10.3.2.15, table 65); of a list, that of every item. @returns null where there is none */
export function property(value: Value, name: string): Value {
  if (isContext(value)) return value[name] ?? null
  if (isList(value)) return value.map((each) => property(each, name))
  if (value instanceof CalendarDate) return ofDate(value, name)
  if (value instanceof Time) return ofTime(value, name, value.offsetSeconds)
  if (value instanceof DateTime)
    return ofDate(value.date, name) ?? ofTime(value.time, name, value.offsetSeconds)
  if (value instanceof DaysDuration) {
    const { days, hours, minutes, seconds } = value.parts
    return of({ days, hours, minutes, seconds }, name)
  }
  if (value instanceof YearsDuration)
    return of({ years: Math.trunc(value.months / 12), months: value.months % 12 }, name)
  if (value instanceof Range)
    return of(
      {
        start: value.start,
        end: value.end,
        'start included': value.startIncluded,
        'end included': value.endIncluded,
      },
      name,
    )
  return null
}

const of = (entries: Readonly<Record<string, Value>>, name: string): Value => {
  const value = Object.hasOwn(entries, name) ? entries[name] : null
  // -0 is no number of FEEL.
  return value === 0 ? 0 : (value ?? null)
}

const ofDate = (date: CalendarDate, name: string): Value =>
  of({ year: date.year, month: date.month, day: date.day, weekday: weekday(date.dayNumber) }, name)

const ofTime = (time: Time, name: string, offset: number | undefined): Value =>
  of(
    {
      hour: time.hour,
      minute: time.minute,
      second: time.second,
      'time offset': offset === undefined ? null : DaysDuration.ofSeconds(offset),
      timezone: typeof time.offset === 'string' ? time.offset : null,
    },
    name,
  )
