import { useIsMutating } from '@tanstack/react-query'
import { queryClient, useMeta } from '../../../../app/web/client/queries.ts'
import type { OfficeName } from '../types.ts'
import { useSend } from '../useSend.ts'
import type { Reading, Task } from './useReadings.ts'

interface Change {
  readonly kept?: boolean
  readonly office?: string
  readonly dueOn?: string
}

const corrections = (reading: string) => ['correct', reading]

/** Some correction of a paper shows that is not stored yet. */
export const useIsCorrecting = (reading: string) => useIsMutating({ mutationKey: corrections(reading) }) > 0

/** Sends one correction for some tasks of a paper. What it changes shows at once; refused, it is as it was. */
export function useCorrect(reading: string) {
  const send = useSend(corrections(reading))
  const { data: meta } = useMeta()
  const path = `/readings/${encodeURIComponent(reading)}`
  const show = (ids: readonly string[], { kept, office, dueOn }: Change) => {
    const found = meta?.offices.find(({ id }) => id === office)
    const chosen: OfficeName | undefined = found && { ...found, en: found.name_en }
    const shown = (task: Task): Task => ({
      ...task,
      kept: kept ?? task.kept,
      dueOn: dueOn ?? task.dueOn,
      office: chosen ?? task.office,
    })
    queryClient.setQueryData<Reading>([`/api/plan${path}`, {}], (before) =>
      before
        ? { ...before, tasks: before.tasks.map((task) => (ids.includes(task.id) ? shown(task) : task)) }
        : before,
    )
  }
  return {
    error: send.error,
    correct: async (tasks: readonly string[], change: Readonly<Record<string, unknown>>) => {
      const asked = { queryKey: [`/api/plan${path}`] }
      // An answer from before this change would undo it on the screen.
      await queryClient.cancelQueries(asked)
      show(tasks, change)
      try {
        return await send.mutateAsync({ path: `${path}/tasks`, body: { tasks, ...change } })
      } finally {
        await queryClient.invalidateQueries(asked)
      }
    },
  }
}
