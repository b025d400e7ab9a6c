import { type CalendarDate, DateTime, dayNumber, weekday, weekOfYear } from '../values/index.ts'
import { type Definition, define } from './define.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const dateOf = (value: CalendarDate | DateTime) => (value instanceof DateTime ? value.date : value)

export const temporal = (now: () => DateTime): readonly Definition[] => [
  define('now', 'date and time', '', () => now()),
  define('today', 'date', '', () => now().date),
  define('day of year', 'number', 'date: date|datetime', (value: CalendarDate | DateTime) => {
    const date = dateOf(value)
    return date.dayNumber - dayNumber(date.year, 1, 1) + 1
  }),
  define(
    'day of week',
    'string',
    'date: date|datetime',
    (value: CalendarDate | DateTime) => DAYS[weekday(dateOf(value).dayNumber) - 1] ?? null,
  ),
  define(
    'month of year',
    'string',
    'date: date|datetime',
    (value: CalendarDate | DateTime) => MONTHS[dateOf(value).month - 1] ?? null,
  ),
  define('week of year', 'number', 'date: date|datetime', (value: CalendarDate | DateTime) =>
    weekOfYear(dateOf(value).dayNumber),
  ),
]
