import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { sendFile } from '../../../app/web/client/files.ts'
import { queryClient, useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { useMarks } from '../../../app/web/i18n/marks.ts'
import { Problem } from '../../../app/web/kit/States.tsx'
import { W } from './words.ts'

const NETWORKS = ['rain', 'sewage', 'combined'] as const
const PATH = '/api/drainage/model'
/** What comes in by tables or drawings, in the order in which one refers to the other. */
const TABLES = ['nodes', 'links', 'catchments', 'drainers', 'inspections', 'defects'] as const
/** Of what a model has and the register cannot hold so many are named. */
const FEW = 8

/** What the server answers to a model that came in. */
interface Imported {
  readonly nodes: number
  readonly links: number
  readonly catchments: number
  readonly left: readonly { readonly id: string; readonly why: 'outlet' | 'section' | 'unplaced' }[]
}

/** How a network comes into the register, and the register out as a model of SWMM. */
export function ModelFiles() {
  const say = useSay()
  const { data: meta } = useMeta()
  const may = meta?.actor.role === 'officer'
  return (
    <section className="block drain-files">
      <h2>{say(W.files)}</h2>
      {may && (
        <>
          <h3>{say(W.tablesIn)}</h3>
          <p className="second">{say(W.tablesHelp)}</p>
          <p className="toolbar">
            {TABLES.map((record) => (
              <Link key={record} className="button" to={`/import/drainage/${record}`}>
                {say(W[record])}
              </Link>
            ))}
          </p>
        </>
      )}
      <h3>{say(W.model)}</h3>
      <p className="second">{say(W.modelHelp)}</p>
      <div className="toolbar">
        <a className="button" href={PATH} download>
          {say(W.takeOut)}
        </a>
        {may && <BringIn />}
      </div>
    </section>
  )
}

function BringIn() {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [network, setNetwork] = useState<(typeof NETWORKS)[number]>('rain')
  const bring = useMutation({
    mutationFn: async (file: File) => (await sendFile(PATH, file, { query: { network } })) as Imported,
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (
    <>
      <label>
        {say(W.network)}{' '}
        <select
          className="select"
          value={network}
          disabled={bring.isPending}
          onChange={({ target }) => setNetwork(target.value as typeof network)}
        >
          {NETWORKS.map((each) => (
            <option key={each} value={each}>
              {say(W[each])}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button"
        disabled={bring.isPending}
        onClick={() => input.current?.click()}
      >
        {say(bring.isPending ? W.bringing : W.bringIn)}
      </button>
      <input
        ref={input}
        className="sr-only"
        type="file"
        tabIndex={-1}
        aria-label={say(W.bringIn)}
        accept=".inp"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file again, mended, must count as chosen anew.
          if (file) bring.mutate(file)
          target.value = ''
        }}
      />
      {bring.error && <Problem error={bring.error} />}
      {bring.data && <Entered of={bring.data} />}
    </>
  )
}

/** What came in, and what the model has that the register cannot hold. */
function Entered({ of: { nodes, links, catchments, left } }: { readonly of: Imported }) {
  const say = useSay()
  const marks = useMarks()
  const counts = [
    [W.nodes, nodes],
    [W.links, links],
    [W.catchments, catchments],
  ] as const
  return (
    <div role="status" className="drain-entered">
      <p>
        {say(W.broughtIn)} {counts.map(([name, count]) => `${say(name)} ${count}`).join(marks.list)}
      </p>
      {left.length > 0 && (
        <p className="second">
          {say(W.leftOut)} {left.length}
          {marks.colon}
          {left
            .slice(0, FEW)
            .map(({ id, why }) => `${id} ${say(W[`left_${why}`])}`)
            .join(marks.list)}
          {left.length > FEW ? '…' : ''}
        </p>
      )}
    </div>
  )
}
