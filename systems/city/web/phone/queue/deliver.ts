import { address, ProblemError, post, send } from '../../../../../app/web/client/fetch.ts'
import { type Call, meaningOf, nextOf, type Parcel } from './parcel.ts'
import { all, change, one } from './store.ts'

/**
 * Sends what waits, the oldest first, until the network fails; one tab at a time. A report goes by anybody; a step only
 * by who did it.
 * @param me who is signed in; undefined on pages that ask for nobody
 */
export async function deliver(me?: string): Promise<void> {
  if (navigator.locks) await navigator.locks.request('gaoxin-city-queue', () => deliverAll(me))
  // Without encryption there are no locks; the server takes what comes twice once.
  else await deliverAll(me)
}

async function deliverAll(me: string | undefined): Promise<void> {
  const waiting = [...(await all('waiting'))].sort((a, b) => (a.made < b.made ? -1 : 1))
  for (const { key } of waiting) {
    const parcel = await one('waiting', key)
    if (!parcel || parcel.problem || (parcel.kind === 'step' && parcel.by !== me)) continue
    if ((await deliverOne(parcel)) === 'later') return
  }
}

/** Every part that has arrived is noted at once, so that a page that is closed in the middle goes on from there. */
async function deliverOne(begun: Parcel): Promise<'done' | 'later'> {
  let parcel = begun
  for (let call = nextOf(parcel); call; call = nextOf(parcel)) {
    if (parcel.kind === 'step' && call.kind === 'json') {
      // Noted before it leaves: from then on it may have arrived.
      const tried = { ...parcel, tried: true }
      await change((put) => put('waiting', tried))
    }
    try {
      parcel = await after(parcel, call, await sent(call))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const meaning = meaningOf(parcel, call, error.problem)
      if (meaning === 'later') return 'later'
      if (meaning === 'stuck') {
        const stuck = { ...parcel, problem: error.problem }
        await change((put) => put('waiting', stuck))
        return 'done'
      }
      parcel = await after(parcel, call, undefined)
    }
    if (parcel.kind === 'step' && call.kind === 'json') break
  }
  await change((_, remove) => remove('waiting', parcel.key))
  return 'done'
}

async function sent(call: Call): Promise<unknown> {
  if (call.kind === 'json') return post(call.path, call.body)
  const { path, query, shot } = call
  const headers = { 'content-type': 'application/octet-stream' }
  return (await send(address(path, query), { method: 'POST', headers, body: shot.blob })).json()
}

async function after(parcel: Parcel, call: Call, answer: unknown): Promise<Parcel> {
  if (call.kind === 'photo') {
    const next = { ...parcel, sent: parcel.sent + 1 }
    await change((put) => put('waiting', next))
    return next
  }
  if (parcel.kind === 'step') return parcel
  const told = answer as { number: string; token: string }
  const next = { ...parcel, told }
  // With one stroke: what was told once is in the browser's list, whatever happens next.
  await change((put) => {
    put('waiting', next)
    put('mine', { ...told, about: parcel.about, at: parcel.made })
  })
  return next
}
