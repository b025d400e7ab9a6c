import type pg from 'pg'

/**
 * Begins a statement that is asked so often that each connection plans it once. Its text must be the same every time, what
 * differs stands in parameters; and what it answers must have the same columns as long as the program runs.
 */
export const PLANNED_ONCE = '/* planned once */'

const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `planned_${names.size}`
  names.set(text, name)
  return name
}

/** Has a connection give such statements a name, under which PostgreSQL keeps their plan. */
export function planOnce(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const asked = (text: unknown, values?: unknown, ...more: unknown[]) =>
    typeof text === 'string' && text.startsWith(PLANNED_ONCE) && Array.isArray(values)
      ? query({ name: nameOf(text), text, values }, ...more)
      : query(text, values, ...more)
  client.query = asked as typeof client.query
}
