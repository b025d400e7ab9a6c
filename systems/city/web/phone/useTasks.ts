import { useEffect, useState } from 'react'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import { change, one } from './queue/store.ts'

export type FieldTask = ApiAnswer<'/api/city/tasks'>['tasks'][number]

interface Kept {
  readonly me: string
  readonly at: string
  readonly tasks: readonly FieldTask[]
}

const NAME = 'tasks'

/** The tasks of whoever is signed in; without a network those that were shown last, which this browser keeps. */
export function useTasks(from: Place | undefined) {
  const me = useMeta().data?.actor.id
  const asked = useApi('/api/city/tasks', { query: { ...from, limit: 50 } })
  const [kept, setKept] = useState<Kept>()
  const failed = asked.error !== null && asked.data === undefined
  useEffect(() => {
    if (me && asked.data) {
      const value: Kept = { me, at: zoneInstant(), tasks: asked.data.tasks }
      void change((put) => put('kept', { name: NAME, value })).catch(() => undefined)
    }
  }, [me, asked.data])
  useEffect(() => {
    // Asked for only where the server does not answer: who signed out sees nothing of it while there is a network.
    if (!navigator.onLine || failed)
      void one('kept', NAME).then(
        (found) => setKept(found?.value as Kept | undefined),
        () => undefined,
      )
  }, [failed])
  const old = asked.data === undefined && !navigator.onLine ? kept : undefined
  return { asked, old, me: me ?? old?.me, tasks: asked.data?.tasks ?? old?.tasks }
}
