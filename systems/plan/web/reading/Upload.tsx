import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Chips } from '../../../../app/web/kit/Chips.tsx'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { useDrop } from '../../../../app/web/kit/useDrop.ts'
import { PAPERS, type Paper } from '../choices.ts'
import { readingPage, useBring } from './useReadings.ts'
import { R } from './words.ts'

const KINDS = Object.keys(PAPERS) as Paper[]
const ACCEPTS = '.docx,.pdf,.txt,.html,.htm'

/** What the file is, and the file; it is read at once, and what was found opens. */
export function Upload() {
  const say = useSay()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const [paper, setPaper] = useState<Paper>(KINDS.find((kind) => kind === params.get('paper')) ?? 'report')
  const [year, setYear] = useState('')
  const bring = useBring()
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    // The same file again, mended, must count as chosen anew.
    if (input.current) input.current.value = ''
    if (file) bring.mutate({ file, paper, year }, { onSuccess: ({ id }) => void navigate(readingPage(id)) })
  }
  const drop = useDrop(([file]) => take(file))
  return (
    <section className="block reading-upload" aria-label={say(R.readIn)}>
      <Chips
        label={say(R.paper)}
        chosen={paper}
        choose={setPaper}
        chips={KINDS.map((key) => ({ key, name: say(PAPERS[key]) }))}
      />
      <label className="reading-year">
        <span>{say(R.year)}</span>
        <input
          className="input"
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={(event) => setYear(event.target.value.replace(/\D/g, ''))}
        />
        <small className="second">{say(R.yearHelp)}</small>
      </label>
      <div className="drop-zone" {...drop}>
        {bring.isPending ? (
          <p role="status">
            {say(R.reading)} {bring.variables?.file.name}…
          </p>
        ) : (
          <p>
            <span className="drop-words">{say(R.drop)} </span>
            <button type="button" className="button primary" onClick={() => input.current?.click()}>
              {say(R.pick)}
            </button>
          </p>
        )}
        <p className="second">{say(R.formats)}</p>
        <input
          ref={input}
          className="sr-only"
          type="file"
          tabIndex={-1}
          aria-label={say(R.file)}
          accept={ACCEPTS}
          onChange={(event) => take(event.target.files?.[0])}
        />
      </div>
      {bring.error && <Problem error={bring.error} />}
    </section>
  )
}
