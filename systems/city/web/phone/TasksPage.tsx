import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Refusal } from '../../../../app/web/access/Refusal.tsx'
import { ProblemError, post } from '../../../../app/web/client/fetch.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { Empty, Loading, Problem } from '../../../../app/web/kit/States.tsx'
import type { Place } from '../../../../kernel/store/place.ts'
import { noMap } from './NoMap.tsx'
import { useKeptPage } from './offline.ts'
import { Parcels } from './Parcels.tsx'
import { PhoneFrame } from './PhoneFrame.tsx'
import { PlainMap } from './PlainMap.tsx'
import type { StepParcel } from './queue/parcel.ts'
import { useOnline, useQueue } from './queue/useQueue.ts'
import { locate } from './shots.ts'
import { TaskCard } from './TaskCard.tsx'
import { loadForms, TaskWork } from './TaskWork.tsx'
import { type FieldTask, useTasks } from './useTasks.ts'
import { P } from './words.ts'

const TaskMap = lazy(() => import('./TaskMap.tsx').catch(noMap))

const LINKS = [
  { to: '/city/tasks', name: P.tasks },
  { to: '/inbox', name: P.inbox },
] as const

const keyOf = ({ case: id, token }: Pick<FieldTask, 'case' | 'token'>) => `${id} ${token}`

/** 外业任务: what a collector or a handler does on the spot, the nearest first, with a network or without. */
export default function TasksPage() {
  useKeptPage('/city/tasks')
  // A task that is opened without a network needs its form.
  useEffect(() => void loadForms().catch(() => undefined), [])
  const say = useSay()
  const language = useLanguage()
  const [from, setFrom] = useState<Place>()
  const { asked, old, me, tasks } = useTasks(from)
  const queue = useQueue(me)
  const online = useOnline()
  const [opened, open] = useState<string>()
  const [chosen, choose] = useState<readonly string[]>([])
  const steps = queue.waiting.filter((parcel): parcel is StepParcel => parcel.kind === 'step')
  const left = useMemo(() => {
    const going = new Set(steps.map(keyOf))
    return tasks?.filter((task) => !going.has(keyOf(task)))
  }, [tasks, steps])
  const spots = useMemo(
    () =>
      (left ?? []).flatMap((task) =>
        task.report.place ? [{ id: keyOf(task), label: task.report.number, ...task.report.place }] : [],
      ),
    [left],
  )
  const take = useMutation({ mutationFn: takeAll, onSettled: () => asked.refetch() })
  const task = left?.find((each) => keyOf(each) === opened)
  const free = left?.filter((each) => !each.mine && chosen.includes(keyOf(each))) ?? []
  return (
    <PhoneFrame title={P.tasks} about={P.tasksAbout} links={LINKS}>
      <Refusal error={queue.failure} />
      <Parcels {...queue} waiting={steps} me={me} />
      {old && (
        <p className="second" role="status">
          {say(P.keptAt(formatInstant(old.at, language)))}
        </p>
      )}
      {task && me ? (
        <TaskWork
          key={keyOf(task)}
          task={task}
          me={me}
          back={() => open(undefined)}
          send={async (parcel) => {
            open(undefined)
            await queue.add(parcel)
            scrollTo(0, 0)
          }}
        />
      ) : (
        <>
          <section>
            <From set={setFrom} />
            {online ? (
              <Suspense fallback={<Loading lines={4} />}>
                <TaskMap spots={spots} from={from} pick={setFrom} />
              </Suspense>
            ) : (
              <PlainMap spots={spots} from={from} pick={setFrom} />
            )}
          </section>
          {take.data && (
            <p className="block" role="status">
              {say(P.took(take.data.taken, take.data.failed))}
            </p>
          )}
          <Refusal error={take.error} />
          {free.length > 0 && (
            <button
              type="button"
              className="button primary"
              disabled={take.isPending}
              onClick={() => {
                take.mutate(free)
                choose([])
              }}
            >
              {say(P.takeAll(free.length))}
            </button>
          )}
          {left?.length === 0 && <Empty title={say(P.noTasks)} hint={say(P.noTasksHint)} />}
          <div>
            {left?.map((each) => (
              <TaskCard
                key={keyOf(each)}
                task={each}
                chosen={chosen.includes(keyOf(each))}
                choose={(on) =>
                  choose(on ? [...chosen, keyOf(each)] : chosen.filter((key) => key !== keyOf(each)))
                }
                open={() => {
                  open(keyOf(each))
                  scrollTo(0, 0)
                }}
              />
            ))}
          </div>
          {!left && (asked.error ? <Problem error={asked.error} /> : <Loading />)}
        </>
      )}
    </PhoneFrame>
  )
}

function From({ set }: { set: (place: Place) => void }) {
  const say = useSay()
  const [state, setState] = useState<'idle' | 'locating' | 'none'>('idle')
  const ask = async () => {
    setState('locating')
    const found = await locate()
    setState(found ? 'idle' : 'none')
    if (found) set(found)
  }
  return (
    <div className="phone-line">
      <button type="button" className="button" disabled={state === 'locating'} onClick={() => void ask()}>
        {say(state === 'locating' ? P.locating : P.here)}
      </button>
      <span className="second">{say(state === 'none' ? P.noPosition : P.placeHelp)}</span>
    </div>
  )
}

/** 批量签收: one after the other; what a colleague was quicker with keeps none of the others. */
async function takeAll(
  tasks: readonly FieldTask[],
): Promise<{ readonly taken: number; readonly failed: number }> {
  let taken = 0
  for (const { case: id, token } of tasks)
    try {
      await post(`/api/flow/cases/${encodeURIComponent(id)}/tasks/${token}/take`, {})
      taken++
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.status === 0) throw error
    }
  return { taken, failed: tasks.length - taken }
}
