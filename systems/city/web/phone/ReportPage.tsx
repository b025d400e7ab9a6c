import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { Field } from '../../../../app/web/access/Field.tsx'
import { Refusal } from '../../../../app/web/access/Refusal.tsx'
import { zoneInstant } from '../../../../app/web/client/clock.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import type { Place } from '../../../../kernel/store/place.ts'
import { ClassPart } from './ClassPart.tsx'
import { MineList } from './MineList.tsx'
import { useKeptPage } from './offline.ts'
import { Parcels } from './Parcels.tsx'
import { PhoneFrame, RESIDENT_LINKS } from './PhoneFrame.tsx'
import { PlacePart } from './PlacePart.tsx'
import { newKey, type ReportParcel, type Shot } from './queue/parcel.ts'
import { useQueue } from './queue/useQueue.ts'
import { Shots } from './Shots.tsx'
import { P } from './words.ts'

/** 市民上报: a problem is told from a phone in under a minute, with a network or without. */
export default function ReportPage() {
  useKeptPage('/report-it')
  // The other page of a resident is one press away, without a network too.
  useEffect(() => void import('./FollowPage.tsx').catch(() => undefined), [])
  const queue = useQueue()
  const [last, setLast] = useState<{ readonly key: string; readonly made: string }>()
  const reports = queue.waiting.filter(({ kind }) => kind === 'report')
  const going = last && reports.find(({ key }) => key === last.key)
  const told = last && queue.mine.find(({ at }) => at === last.made)
  return (
    <PhoneFrame title={P.report} about={P.reportAbout} links={RESIDENT_LINKS}>
      <Refusal error={queue.failure} />
      {told && !going && <Told {...told} again={() => setLast(undefined)} />}
      <Parcels {...queue} waiting={reports} />
      {!last && (
        <Form
          send={async (parcel) => {
            await queue.add(parcel)
            setLast(parcel)
            scrollTo(0, 0)
          }}
        />
      )}
      {last && going && <Another again={() => setLast(undefined)} />}
      <MineList mine={queue.mine} />
    </PhoneFrame>
  )
}

function Another({ again }: { again: () => void }) {
  const say = useSay()
  return (
    <button type="button" className="button" onClick={again}>
      {say(P.another)}
    </button>
  )
}

function Told({ number, token, again }: { number: string; token: string; again: () => void }) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  return (
    <section className="block" role="status">
      <h2>✓ {say(P.sentTitle)}</h2>
      <dl className="facts">
        <dt>{say(P.number)}</dt>
        <dd className="told-number">{number}</dd>
        <dt>{say(P.code)}</dt>
        <dd className="told-number">{token}</dd>
      </dl>
      <p className="second">{say(P.keepBoth)}</p>
      <div className="phone-line">
        <Link className="button primary" to={`/follow?${new URLSearchParams({ number })}`}>
          {say(P.followThis)}
        </Link>
        {navigator.clipboard && (
          <button
            type="button"
            className="button"
            onClick={() =>
              void navigator.clipboard.writeText(`${number} ${token}`).then(() => setCopied(true))
            }
          >
            {say(copied ? P.copied : P.copy)}
          </button>
        )}
        <Another again={again} />
      </div>
    </section>
  )
}

function Form({ send }: { send: (parcel: ReportParcel) => Promise<void> }) {
  const say = useSay()
  const [shots, setShots] = useState<readonly Shot[]>([])
  const [place, setPlace] = useState<Place>()
  const [typed, setTyped] = useState({ description: '', address: '', class: '', name: '', phone: '' })
  const [lacking, setLacking] = useState(false)
  const [busy, setBusy] = useState(false)
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const submit = async () => {
    const given = Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
    )
    if (!given.description || !(place || given.address)) return setLacking(true)
    setBusy(true)
    const made = zoneInstant()
    await send({
      kind: 'report',
      key: newKey(),
      made,
      about: given.description,
      photos: shots,
      sent: 0,
      body: { ...given, ...(place ? { place } : {}) },
    }).finally(() => setBusy(false))
  }
  const text = (name: 'name' | 'phone' | 'address', label: string, more: object) => (
    <Field label={label}>
      {(control) => (
        <input {...control} className="input" value={typed[name]} onChange={set(name)} {...more} />
      )}
    </Field>
  )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Shots shots={shots} set={setShots} />
      <section className="block">
        <h2>{say(P.place)}</h2>
        <div className="form">
          <PlacePart place={place} set={setPlace} label={say(P.place)} />
          {text('address', say(P.address), { maxLength: 200, autoComplete: 'off' })}
        </div>
      </section>
      <section className="block">
        <Field label={say(P.what)}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              placeholder={say(P.whatHint)}
              value={typed.description}
              onChange={set('description')}
            />
          )}
        </Field>
      </section>
      <ClassPart
        words={typed.description}
        chosen={typed.class}
        choose={(id) => setTyped({ ...typed, class: id })}
      />
      <section className="block form">
        {text('name', say(P.name), { maxLength: 50, autoComplete: 'name' })}
        {text('phone', say(P.phone), { maxLength: 20, autoComplete: 'tel', type: 'tel' })}
        <p className="second">{say(P.personal)}</p>
      </section>
      {lacking && (
        <p className="refusal" role="alert">
          {say(P.needs)}
        </p>
      )}
      <button type="submit" className="button primary" disabled={busy}>
        {say(P.send)}
      </button>
    </form>
  )
}
