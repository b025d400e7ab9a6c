import './flow.css'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Refusal } from '../../access/Refusal.tsx'
import { useNow } from '../../client/useNow.ts'
import { usePages } from '../../client/usePages.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { More } from '../../kit/Pages.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { useStepName } from './names.ts'
import { actOn, type DoneTask, type InboxTask, useCounts } from './queries.ts'
import { duration, remaining } from './time.ts'
import { W } from './words.ts'
import { AskedOfMe } from './work/AskedOfMe.tsx'
import { Batch, keyOf } from './work/Batch.tsx'
import { TaskMenu } from './work/TaskActions.tsx'
import { ToDecide } from './work/ToDecide.tsx'
import { K } from './work/words.ts'

const TABS = ['mine', 'office', 'decide', 'done'] as const
type Tab = (typeof TABS)[number]

/** 待办: what all systems ask of a person, what is late first; the tab stands in the address. */
export default function InboxPage() {
  const say = useSay()
  const [params] = useSearchParams()
  const tab = TABS.find((each) => each === params.get('tab')) ?? 'mine'
  const counts = useCounts().data
  const shown = { mine: counts?.mine, office: counts?.office, decide: counts?.decide, done: undefined }
  // Most people never decide about others' time: for them there is no such part.
  const tabs = TABS.filter((each) => each !== 'decide' || tab === 'decide' || counts?.decide)
  return (
    <>
      <PageHead
        title={say(W.inbox)}
        about={
          <>
            {say(W.inboxAbout)} <span className="of-keys">{say(W.inboxKeys)}</span>
          </>
        }
      />
      <nav className="tabs" aria-label={say(W.tabs)}>
        {tabs.map((each) => (
          <Link
            key={each}
            to={each === 'mine' ? '/inbox' : `/inbox?tab=${each}`}
            aria-current={each === tab ? 'page' : undefined}
          >
            {say(W[each])}
            {shown[each] ? <span className="inbox-count">{counted(shown[each])}</span> : null}
          </Link>
        ))}
      </nav>
      {tab === 'done' ? <Done /> : tab === 'decide' ? <Deciding /> : <Open key={tab} of={tab} />}
    </>
  )
}

/** The server counts no further than 100. */
export const counted = (count: number): string => (count >= 100 ? '99+' : String(count))

function Open({ of }: { of: 'mine' | 'office' }) {
  const say = useSay()
  const asked = usePages('/api/flow/inbox', { of })
  const take = useMutation({
    mutationFn: (task: InboxTask) => actOn({ id: task.case, token: task.token }, 'take'),
  })
  const tasks = asked.data?.pages.flatMap(({ tasks }) => tasks) ?? []
  const list = useRef<HTMLUListElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (keys: readonly string[]) => setChosen(new Set(keys))
  const toggle = (key: string) =>
    choose(chosen.has(key) ? [...chosen].filter((each) => each !== key) : [...chosen, key])
  useKeys(list, (index) => {
    const task = tasks[index]
    if (of === 'office' && task && !take.isPending) take.mutate(task)
  })
  return (
    <Answer of={asked} lines={8}>
      {() => (
        <>
          {of === 'mine' && <AskedOfMe />}
          <Refusal error={take.error} />
          <Batch tasks={tasks} chosen={chosen} choose={choose} />
          {tasks.length === 0 ? (
            <Nothing of={of} />
          ) : (
            <ul ref={list} className="inbox">
              {tasks.map((task) => (
                <Line
                  key={keyOf(task)}
                  task={task}
                  chosen={chosen.has(keyOf(task))}
                  toggle={() => toggle(keyOf(task))}
                >
                  {of === 'office' && (
                    <button
                      type="button"
                      className="button"
                      disabled={take.isPending}
                      onClick={() => take.mutate(task)}
                    >
                      {say(W.take)}
                    </button>
                  )}
                  <TaskMenu task={task} />
                </Line>
              ))}
            </ul>
          )}
          <More of={asked} />
        </>
      )}
    </Answer>
  )
}

function Deciding() {
  const asked = usePages('/api/flow/requests', {})
  const requests = asked.data?.pages.flatMap((page) => page.requests) ?? []
  const list = useRef<HTMLUListElement>(null)
  useKeys(list)
  return (
    <Answer of={asked} lines={8}>
      {() => (
        <>
          {requests.length === 0 ? <Nothing of="decide" /> : <ToDecide requests={requests} list={list} />}
          <More of={asked} />
        </>
      )}
    </Answer>
  )
}

function Done() {
  const asked = usePages('/api/flow/inbox/done', {})
  const tasks = asked.data?.pages.flatMap(({ tasks }) => tasks) ?? []
  const list = useRef<HTMLUListElement>(null)
  useKeys(list)
  return (
    <Answer of={asked} lines={8}>
      {() => (
        <>
          {tasks.length === 0 ? (
            <Nothing of="done" />
          ) : (
            <ul ref={list} className="inbox">
              {tasks.map((task) => (
                <DoneLine key={`${task.case} ${task.token} ${task.ended}`} task={task} />
              ))}
            </ul>
          )}
          <More of={asked} />
        </>
      )}
    </Answer>
  )
}

function Line({
  task,
  chosen,
  toggle,
  children,
}: {
  task: InboxTask
  chosen: boolean
  toggle: () => void
  children: React.ReactNode
}) {
  const say = useSay()
  const language = useLanguage()
  const step = useStepName()
  const now = useNow()
  const { light, says } = remaining(task.due, now)
  const isPaused = task.pausedUntil !== null && Date.parse(task.pausedUntil) > now
  return (
    <li>
      <label className="inbox-choose">
        <input type="checkbox" checked={chosen} onChange={toggle} aria-label={say(K.choose1(task.title))} />
      </label>
      <span className="inbox-light">
        <LightShape light={light} />
      </span>
      <div className="grow">
        <Link to={`/cases/${task.case}`}>{task.title}</Link>
        <p className="because">
          {step(task.name)} · {say(W.since)} {formatInstant(task.since, language)}
          {isPaused && (
            <span className="tag">{say(K.paused(formatInstant(task.pausedUntil ?? '', language)))}</span>
          )}
        </p>
      </div>
      <p className="inbox-due" data-light={light}>
        <strong>{say(says)}</strong>
        {task.due && <small>{formatInstant(task.due, language)}</small>}
      </p>
      {children}
    </li>
  )
}

function DoneLine({ task }: { task: DoneTask }) {
  const say = useSay()
  const language = useLanguage()
  const step = useStepName()
  const late = task.due !== null && task.ended > task.due
  return (
    <li>
      <span className="inbox-light">
        <LightShape light={late ? 'red' : 'done'} />
      </span>
      <div className="grow">
        <Link to={`/cases/${task.case}`}>{task.title}</Link>
        <p className="because">
          {step(task.name)} · {say(W.states[task.state])}
        </p>
      </div>
      <p className="inbox-due">
        <strong>
          {say(late ? W.wasLate : W.inTime)} ·{' '}
          {say(duration(Date.parse(task.ended) - Date.parse(task.since)))}
        </strong>
        <small>{formatInstant(task.ended, language)}</small>
      </p>
    </li>
  )
}

function Nothing({ of }: { of: Tab }) {
  const say = useSay()
  return <Empty title={say(W.none[of])} hint={say(W.noneHint[of])} />
}

/** j and k go from line to line, s takes the one that has the focus; Enter opens it as any link. */
function useKeys(list: React.RefObject<HTMLUListElement | null>, take?: (index: number) => void): void {
  const taken = useRef(take)
  taken.current = take
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a key does is looked up when it is pressed
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('li a') ?? [])]
      const lines = [...(list.current?.children ?? [])]
      const at = lines.findIndex((line) => line.contains(document.activeElement))
      if (event.key === 'j') links[Math.min(at + 1, links.length - 1)]?.focus()
      else if (event.key === 'k') links[Math.max(at - 1, 0)]?.focus()
      else if (event.key === 's' && at >= 0) taken.current?.(at)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
