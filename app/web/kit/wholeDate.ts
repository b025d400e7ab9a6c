const FORMS = {
  date: /^\s*(\d{4})\D*(\d{1,2})(?:\D+|(?=\d\d\s*$))(\d{1,2})\D*$/,
  month: /^\s*(\d{4})\D*(\d{1,2})\D*$/,
} as const

/** A day or month however it was typed; undefined when it is not whole, or is none. */
export function wholeDate(kind: 'date' | 'month', typed: string): string | undefined {
  const parts = FORMS[kind].exec(typed)
  if (!parts) return undefined
  const [year, month, day = '01'] = parts.slice(1).map((part) => part.padStart(2, '0'))
  const iso = `${year}-${month}-${day}`
  const real = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== iso) return undefined
  return kind === 'date' ? iso : iso.slice(0, 7)
}
