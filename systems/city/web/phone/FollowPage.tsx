import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { Field } from '../../../../app/web/access/Field.tsx'
import { post } from '../../../../app/web/client/fetch.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatInstant } from '../../../../app/web/kit/format.ts'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { type Credentials, Followed } from './Followed.tsx'
import { MineList } from './MineList.tsx'
import { useKeptPage } from './offline.ts'
import { PhoneFrame, RESIDENT_LINKS } from './PhoneFrame.tsx'
import { one } from './queue/store.ts'
import { useQueue } from './queue/useQueue.ts'
import { useFollowed } from './useFollowed.ts'
import { P } from './words.ts'

/** 办理查询: where a report stands, for whoever has its number and code; one's own are a press away. */
export default function FollowPage() {
  useKeptPage('/follow')
  const say = useSay()
  const [search] = useSearchParams()
  const wanted = search.get('number') ?? ''
  const { mine } = useQueue()
  const [asked, ask] = useState<Credentials>()
  useEffect(() => {
    if (wanted)
      void one('mine', wanted).then(
        (found) => found && ask(found),
        () => undefined,
      )
  }, [wanted])
  const opened = asked && { number: asked.number, token: asked.token }
  return (
    <PhoneFrame title={P.follow} about={P.followAbout} links={RESIDENT_LINKS}>
      <form
        key={asked?.number ?? wanted}
        className="block form"
        onSubmit={(event) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          ask({ number: String(given.get('number')).trim(), token: String(given.get('token')).trim() })
        }}
      >
        <Field label={say(P.number)}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="number"
              required
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={asked?.number ?? wanted}
            />
          )}
        </Field>
        <Field label={say(P.code)}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="token"
              required
              maxLength={60}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={asked?.token}
            />
          )}
        </Field>
        <button type="submit" className="button primary">
          {say(P.look)}
        </button>
      </form>
      {opened && <Found key={opened.number + opened.token} by={opened} />}
      <MineList mine={mine} />
    </PhoneFrame>
  )
}

function Found({ by }: { by: Credentials }) {
  const say = useSay()
  const language = useLanguage()
  const { asked, silent, old } = useFollowed(by)
  const act = useMutation({
    mutationFn: ({ what, body }: { what: 'rate' | 'not-fixed'; body: object }) =>
      post(`/api/city/public/${what}`, { ...by, ...body }),
    onSettled: () => asked.refetch(),
  })
  if (old)
    return (
      <>
        <p className="block" role="status">
          {say(P.keptOf(formatInstant(old.at, language)))}
        </p>
        <Followed of={old.report} by={by} />
      </>
    )
  if (silent) return <Empty title={say(P.notKept)} hint={say(P.notKeptHelp)} />
  return (
    <Answer of={asked} lines={6}>
      {(report) => (
        <Followed
          of={report}
          by={by}
          acts={{
            act: (what, body) => act.mutate({ what, body }),
            busy: act.isPending,
            error: act.error,
            did: act.isSuccess ? act.variables.what : undefined,
          }}
        />
      )}
    </Answer>
  )
}
