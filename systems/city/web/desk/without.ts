interface Waits {
  readonly accepting: number
  readonly dispatching: number
  readonly sent: number
  readonly rows: readonly { readonly id: string; readonly state: 'accepting' | 'dispatching' }[]
}

/** The queue after one of it has been decided, its counts too; unchanged where it is not there any more. */
export function without<Q extends Waits>(queue: Q, id: string, sent: boolean): Q {
  const row = queue.rows.find((each) => each.id === id)
  if (!row) return queue
  return {
    ...queue,
    [row.state]: Math.max(0, queue[row.state] - 1),
    sent: queue.sent + (sent ? 1 : 0),
    rows: queue.rows.filter((each) => each !== row),
  }
}
