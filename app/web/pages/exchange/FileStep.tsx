import { useRef } from 'react'
import { address } from '../../client/fetch.ts'
import { useApi } from '../../client/queries.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { Problem } from '../../kit/States.tsx'
import { useDrop } from '../../kit/useDrop.ts'
import { asOne } from './asOne.ts'
import { hasPlaces } from './CoordinatesChoice.tsx'
import { type Job, useBring } from './useJob.ts'
import { W } from './words.ts'

const FORMATS = { xlsx: W.templateXlsx, csv: W.templateCsv } as const

export function FileStep({ record, brought }: { record: MetaRecord; brought: (job: Job) => void }) {
  const say = useSay()
  const language = useLanguage()
  const bring = useBring(record)
  const limits = useApi('/api/exchange/limits', {})
  const input = useRef<HTMLInputElement>(null)
  const take = async (files: readonly File[]) => {
    const file = await asOne(files)
    // The same file again, mended, must count as chosen anew.
    if (input.current) input.current.value = ''
    if (file) bring.mutate(file, { onSuccess: brought })
  }
  const drop = useDrop((files) => void take(files))
  return (
    <div className="stack">
      <div className="drop-zone" {...drop}>
        {bring.isPending ? (
          <p role="status">
            {say(W.uploading)} {bring.variables?.name}…
          </p>
        ) : (
          <p>
            <span className="drop-words">{say(W.drop)} </span>
            <button type="button" className="button primary" onClick={() => input.current?.click()}>
              {say(W.pick)}
            </button>
          </p>
        )}
        {limits.data && (
          <p className="second">{say(W.formats).replace('{n}', String(limits.data.megabytes))}</p>
        )}
        {hasPlaces(record) && <p className="second">{say(W.geoFormats)}</p>}
        {record.edge?.course && (
          <p className="second">{say(W.edgeLines).replace('{n}', String(record.edge.within ?? 1))}</p>
        )}
        <input
          ref={input}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-label={say(W.stepFile)}
          multiple
          accept=".xlsx,.csv,.txt,.tsv,.xls,.zip,.geojson,.json,.dxf,.shp,.dbf,.prj,.cpg,.shx"
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      </div>
      {bring.error && <Problem error={bring.error} />}
      <section className="block">
        <h2>{say(W.template)}</h2>
        <p className="second">{say(W.templateHint)}</p>
        <p className="template-links">
          {Object.entries(FORMATS).map(([format, name]) => (
            <a
              key={format}
              className="button"
              download
              href={address(`/api/exchange/${record.id.replace('.', '/')}/template`, { format, language })}
            >
              {say(name)}
            </a>
          ))}
        </p>
      </section>
    </div>
  )
}
