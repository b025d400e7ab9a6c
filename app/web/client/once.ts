const underway = new Map<string, Promise<unknown>>()

/** What is asked for again while it is still on its way is that same one: a button pressed twice does its work once. */
export function once<T>(key: string, run: () => Promise<T>): Promise<T> {
  const before = underway.get(key)
  if (before) return before as Promise<T>
  const going = run().finally(() => underway.delete(key))
  underway.set(key, going)
  return going
}
