import { useState } from 'react'
import { post } from '../../../../app/web/client/fetch.ts'
import { sendFile } from '../../../../app/web/client/files.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { OfEnterprise } from './ClaimsPanel.tsx'
import { send, useSend } from './useSend.ts'
import { W } from './words.ts'

type Open = OfEnterprise['open'][number]
interface Filled {
  readonly subject?: string | undefined
  readonly eventOn?: string | undefined
  readonly given: Readonly<Record<string, string | boolean>>
  readonly bank?: string | undefined
  readonly account?: string | undefined
  readonly files: readonly File[]
}

/** Two steps: what no system knows and where the money goes; then confirm. Nothing that data show is asked for. */
export function Apply({
  open,
  account,
  close,
}: {
  readonly open: Open
  readonly account: OfEnterprise['account']
  readonly close: () => void
}) {
  const say = useSay()
  const marks = useMarks()
  const [filled, setFilled] = useState<Filled>()
  const [begun, setBegun] = useState<string>()
  const apply = useSend(async ({ subject, eventOn, given, bank, account: number, files }: Filled) => {
    if (bank && number) await send('/account', { bank, account: number })
    // A second try after a refusal goes on with the draft of the first.
    const id =
      begun ??
      (
        await post<{ id: string }>('/api/policy/claims', {
          granule: open.granule,
          given,
          ...(subject ? { subject } : {}),
        })
      ).id
    setBegun(id)
    for (const file of files) await sendFile(`/api/policy/claims/${id}/files`, file)
    await send(`/claims/${id}/acts`, {
      act: 'submit',
      facts: given,
      ...(eventOn ? { eventOn } : {}),
    })
    close()
  })
  if (!filled) return <Fill open={open} account={account} next={setFilled} />
  return (
    <div className="form">
      <strong>{say(W.stepTwo)}</strong>
      <dl className="facts">
        <dt>{say(W.policy)}</dt>
        <dd>{open.title}</dd>
        {Object.entries(filled.given).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value === true ? say(W.yes) : String(value)}</dd>
          </div>
        ))}
        <dt>{say(W.amount)}</dt>
        <dd>{open.amount ? `${formatNumber(open.amount, 2)} ${say(W.yuan)}` : say(W.byRule)}</dd>
        <dt>{say(W.account)}</dt>
        <dd>{filled.bank ? `${filled.bank} ${filled.account}` : `${account?.bank} ${account?.account}`}</dd>
        {filled.files.length > 0 && (
          <>
            <dt>{say(W.materials)}</dt>
            <dd>{filled.files.map(({ name }) => name).join(marks.list)}</dd>
          </>
        )}
      </dl>
      <p className="page-actions">
        <button
          type="button"
          className="button primary"
          disabled={apply.isPending}
          onClick={() => apply.mutate(filled)}
        >
          {say(W.submit)}
        </button>
        <button type="button" className="button" onClick={() => setFilled(undefined)}>
          {say(W.back)}
        </button>
      </p>
      {apply.error && <Problem error={apply.error} />}
    </div>
  )
}

function Fill({
  open,
  account,
  next,
}: {
  readonly open: Open
  readonly account: OfEnterprise['account']
  readonly next: (filled: Filled) => void
}) {
  const say = useSay()
  const fill = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const word = (name: string) => String(data.get(name) ?? '').trim() || undefined
    next({
      subject: word('subject'),
      eventOn: word('eventOn'),
      bank: word('bank'),
      account: word('account'),
      given: Object.fromEntries(
        open.given.map(({ name, kind }) => [
          name,
          kind === 'boolean' ? data.has(`given.${name}`) : (word(`given.${name}`) ?? ''),
        ]),
      ),
      files: (data.getAll('files') as File[]).filter(({ size }) => size > 0),
    })
  }
  return (
    <form className="form" onSubmit={fill}>
      <strong>{say(W.stepOne)}</strong>
      {open.needsSubject && (
        <label className="door-field">
          {say(W.subject)}
          <input name="subject" required maxLength={200} />
        </label>
      )}
      {open.needsEventDay && (
        <label className="door-field">
          {say(W.eventOn)}
          <input name="eventOn" type="date" required />
        </label>
      )}
      {open.given.map(({ name, kind, unit, says }) => (
        <label key={name} className="door-field" htmlFor={`given-${name}`}>
          {says ?? name} {unit}
          {kind === 'boolean' ? (
            <input type="checkbox" id={`given-${name}`} name={`given.${name}`} />
          ) : (
            <input
              id={`given-${name}`}
              name={`given.${name}`}
              type={kind === 'date' ? 'date' : 'text'}
              inputMode={kind === 'number' ? 'decimal' : 'text'}
              required
            />
          )}
        </label>
      ))}
      {!account && (
        <>
          <label className="door-field">
            {say(W.bank)}
            <input name="bank" required maxLength={100} />
          </label>
          <label className="door-field">
            {say(W.accountNumber)}
            <input name="account" required inputMode="numeric" minLength={9} maxLength={40} />
          </label>
          <p className="second">{say(W.accountNote)}</p>
        </>
      )}
      {open.materials.length > 0 ? (
        <label className="door-field">
          {say(W.attach)}
          <input type="file" name="files" multiple required />
          <span className="second">{open.materials.join(' · ')}</span>
        </label>
      ) : (
        <p className="second">{say(W.materialsNone)}</p>
      )}
      <button type="submit" className="button primary">
        {say(W.next)}
      </button>
    </form>
  )
}
