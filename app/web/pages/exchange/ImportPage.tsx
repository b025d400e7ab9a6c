import './exchange.css'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useMeta } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty, Loading } from '../../kit/States.tsx'
import NotFound from '../NotFound.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { FileStep } from './FileStep.tsx'
import { MatchStep } from './MatchStep.tsx'
import { OutcomeStep } from './OutcomeStep.tsx'
import { RecentImports } from './RecentImports.tsx'
import { Steps } from './Steps.tsx'
import { dropJob, isBusy, type Job, useJob } from './useJob.ts'
import { WorkStep } from './WorkStep.tsx'
import { W } from './words.ts'

/** Reading a file into a record, step by step; the address holds which file it is, so a reload finds it again. */
export default function ImportPage() {
  const { system, record } = useParams()
  const { data: meta } = useMeta()
  const say = useSay()
  if (!meta) return <Loading lines={12} />
  const found = meta.systems.flatMap(({ records }) => records).find(({ id }) => id === `${system}.${record}`)
  if (!found) return <NotFound />
  return found.may.import ? <Import key={found.id} record={found} /> : <Empty title={say(W.denied)} />
}

function Import({ record }: { record: MetaRecord }) {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const id = params.get('file') ?? undefined
  const asked = useJob(id)
  const open = (next: string | undefined) => setParams(next ? { file: next } : {})
  const startOver = () => {
    if (asked.data?.held) void dropJob(asked.data.id).catch(() => undefined)
    open(undefined)
  }
  return (
    <>
      <PageHead
        title={`${say(W.importTo)} · ${say(record.name)}`}
        about={
          <>
            <Link to={`/records/${record.id.replace('.', '/')}`}>{say(record.name)}</Link> · {say(W.about)}
          </>
        }
      />
      {id === undefined ? (
        <>
          <Steps at="file" />
          <div className="stack">
            <FileStep record={record} brought={(job) => open(job.id)} />
            <RecentImports record={record} open={open} />
          </div>
        </>
      ) : (
        <Answer of={asked} lines={10}>
          {(job) => <Under key={job.id} record={record} job={job} startOver={startOver} />}
        </Answer>
      )}
      {asked.error && !asked.data && (
        <button type="button" className="button" onClick={() => open(undefined)}>
          {say(W.again)}
        </button>
      )}
    </>
  )
}

/** A file under way: the server says how far it is, the person goes back and forth between the steps it allows. */
function Under({ record, job, startOver }: { record: MetaRecord; job: Job; startOver: () => void }) {
  const [step, setStep] = useState<'match' | 'check' | 'confirm'>('check')
  if (isBusy(job))
    return (
      <>
        <Steps at={job.state === 'writing' ? 'confirm' : 'check'} />
        <WorkStep job={job} />
      </>
    )
  if (job.state !== 'brought' && job.state !== 'checked')
    return (
      <>
        <Steps at="done" />
        <OutcomeStep record={record} job={job} startOver={startOver} />
      </>
    )
  const at = job.state === 'brought' ? 'match' : step
  return (
    <>
      <Steps at={at} />
      {at === 'match' && (
        <MatchStep record={record} job={job} checked={() => setStep('check')} startOver={startOver} />
      )}
      {at === 'check' && (
        <CheckStep
          record={record}
          job={job}
          back={() => setStep('match')}
          goOn={() => setStep('confirm')}
          startOver={startOver}
        />
      )}
      {at === 'confirm' && (
        <ConfirmStep job={job} back={() => setStep('check')} begun={() => setStep('check')} />
      )}
    </>
  )
}
