import { useId, useState } from 'react'
import { sendFile } from '../../../app/web/client/files.ts'
import { queryClient, useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Problem } from '../../../app/web/kit/States.tsx'
import { W } from './words.ts'

const NETWORKS = ['rain', 'sewage', 'combined'] as const
const PATH = '/api/drainage/model'

/** The register as a model of SWMM, and a network from one. */
export function ModelFiles() {
  const say = useSay()
  const { data: meta } = useMeta()
  return (
    <section className="block">
      <h2>{say(W.model)}</h2>
      <p className="second">{say(W.modelHelp)}</p>
      <p className="toolbar">
        <a className="button" href={PATH} download>
          {say(W.takeOut)}
        </a>
      </p>
      {meta?.actor.role === 'officer' && <BringIn />}
    </section>
  )
}

function BringIn() {
  const say = useSay()
  const field = useId()
  const [network, setNetwork] = useState<(typeof NETWORKS)[number]>('rain')
  const [state, setState] = useState<'idle' | 'busy' | 'done' | Error>('idle')
  const bring = async (file: File | undefined) => {
    if (!file) return
    setState('busy')
    try {
      await sendFile(PATH, file, { query: { network } })
      await queryClient.invalidateQueries()
      setState('done')
    } catch (error) {
      setState(error as Error)
    }
  }
  return (
    <>
      <div className="toolbar">
        <label htmlFor={field}>{say(W.bringIn)}</label>
        <select
          className="input"
          aria-label={say(W.network)}
          value={network}
          onChange={({ target }) => setNetwork(target.value as typeof network)}
        >
          {NETWORKS.map((each) => (
            <option key={each} value={each}>
              {say(W[each])}
            </option>
          ))}
        </select>
        <input
          id={field}
          type="file"
          accept=".inp"
          disabled={state === 'busy'}
          onChange={({ target }) => void bring(target.files?.[0])}
        />
      </div>
      {state instanceof Error && <Problem error={state} />}
      {state === 'done' && <p role="status">{say(W.broughtIn)}</p>}
    </>
  )
}
