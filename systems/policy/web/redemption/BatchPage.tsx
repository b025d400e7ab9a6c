import { Link, useParams } from 'react-router'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { send as ask } from '../../../../app/web/client/fetch.ts'
import { sendFile } from '../../../../app/web/client/files.ts'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { DataTable } from '../../../../app/web/kit/DataTable.tsx'
import { formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Problem } from '../../../../app/web/kit/States.tsx'
import { send, useSend } from './useSend.ts'
import { BATCH, VERDICTS, W } from './words.ts'

type Batch = ApiAnswer<'/api/policy/batches/{id}'>
type Compared = Batch['compared']['lines'][number]
const OPEN: readonly Compared['verdict'][] = ['missing', 'amount', 'conflict', 'unknown']

/** Reconciliation: orders and answers line by line, what differs first. */
export default function BatchPage() {
  const { id } = useParams()
  const asked = useApi('/api/policy/batches/{id}', id ? { path: { id } } : undefined)
  return (
    <Answer of={asked} lines={10}>
      {(data) => <Page data={data} />}
    </Answer>
  )
}

function Page({ data: { batch, compared, payees, answers, may } }: { readonly data: Batch }) {
  const say = useSay()
  const act = useSend((work: () => Promise<unknown>) => work())
  const path = `/batches/${batch.id}`
  const open = compared.lines.filter(({ verdict }) => OPEN.includes(verdict))
  const lines = [...open, ...compared.lines.filter((line) => !open.includes(line))]
  const button = (name: string, work: () => Promise<unknown>, primary = false) => (
    <button
      type="button"
      className={primary ? 'button primary' : 'button'}
      disabled={act.isPending}
      onClick={() => act.mutate(work)}
    >
      {name}
    </button>
  )
  return (
    <>
      <PageHead
        title={`${say(W.batches)} ${batch.number}`}
        about={`${say(BATCH[batch.state])} · ${say(W.lines)} ${batch.lines} · ${say(W.total)} ${formatNumber(batch.total, 2)} · ${say(W.hash)} ${batch.hash}`}
      >
        {may &&
          (batch.state === 'made' || batch.state === 'sent') &&
          button(
            say(W.takeFile),
            () => download(`/api/policy${path}/file`, `${batch.number}.csv`),
            batch.state === 'made',
          )}
        {may && batch.state === 'made' && button(say(W.cancelBatch), () => send(`${path}/cancel`))}
        {may && batch.state === 'sent' && (
          <label className="button">
            {say(W.readAnswer)}
            <input
              type="file"
              accept=".csv"
              className="sr-only"
              onChange={({ target }) => {
                const file = target.files?.[0]
                target.value = ''
                if (file) act.mutate(() => sendFile(`/api/policy${path}/answers`, file))
              }}
            />
          </label>
        )}
        {may &&
          batch.state === 'sent' &&
          compared.equal &&
          button(say(W.closeBatch), () => send(`${path}/close`), true)}
      </PageHead>
      {act.error && <Problem error={act.error} />}
      <p role="status" className={compared.equal ? 'light light-green' : 'light light-red'}>
        {say(compared.equal ? W.equal : W.unequal(open.length))}
      </p>
      <DataTable
        caption={say(W.batches)}
        rows={lines}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: 'reference',
            name: say(W.reference),
            card: 'title',
            cell: ({ reference }) => {
              const payee = payees[reference]
              return payee ? <Link to={`/policy/claims/${payee.claim}`}>{reference}</Link> : reference
            },
          },
          {
            key: 'payee',
            name: say(W.payee),
            card: 'show',
            cell: ({ reference }) => payees[reference]?.holder ?? '—',
          },
          {
            key: 'ordered',
            name: say(W.ordered),
            unit: '元',
            numeric: true,
            card: 'show',
            cell: ({ ordered }) => formatNumber(ordered, 2),
          },
          {
            key: 'answered',
            name: say(W.answered),
            unit: '元',
            numeric: true,
            card: 'show',
            cell: ({ answered }) => formatNumber(answered, 2),
          },
          {
            key: 'difference',
            name: say(W.difference),
            unit: '元',
            numeric: true,
            cell: ({ difference }) => formatNumber(difference, 2),
          },
          {
            key: 'verdict',
            name: say(W.state),
            card: 'show',
            cell: ({ reference, verdict }) => (
              <>
                <span className={`light light-${OPEN.includes(verdict) ? 'red' : 'green'}`}>
                  {say(VERDICTS[verdict])}
                </span>{' '}
                {payees[reference]?.bankReason}
                {may && verdict === 'unknown' && (
                  <Settle
                    answers={answers.filter((one) => one.reference === reference && !one.settled)}
                    settle={(ids, why) =>
                      act.mutate(async () => {
                        for (const id of ids) await send(`/answers/${id}/settle`, { why })
                      })
                    }
                  />
                )}
              </>
            ),
          },
        ]}
      />
      <p className="chart-source">{say(W.takeFileNote)}</p>
    </>
  )
}

function Settle({
  answers,
  settle,
}: {
  readonly answers: Batch['answers']
  readonly settle: (ids: readonly string[], why: string) => void
}) {
  const say = useSay()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        settle(
          answers.map(({ id }) => id),
          String(new FormData(event.currentTarget).get('why')),
        )
      }}
    >
      <input name="why" required aria-label={say(W.settleWhy)} placeholder={say(W.settleWhy)} />
      <button type="submit" className="button">
        {say(W.settle)}
      </button>
    </form>
  )
}

/** The file is asked for by POST, since who takes it is kept. */
async function download(path: string, name: string): Promise<void> {
  const answer = await ask(path, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
