import { useState } from 'react'
import type { ApiAnswer } from '../../../app/web/client/api.ts'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatDate, formatMonth, formatNumber } from '../../../app/web/kit/format.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { S, SHEET_STATES } from './sheetWords.ts'
import { LISTS, STAGES, W } from './words.ts'

/** Where a bank sees whether a score sheet holds; open to everybody who has one. */
export default function CheckPage() {
  const say = useSay()
  const [asking, ask] = useState<{ readonly code: string; readonly digest?: string }>()
  const asked = useApi(
    '/api/points/check/{code}',
    asking && { path: { code: asking.code }, query: { digest: asking.digest } },
  )
  return (
    <>
      <PageHead title={say(S.title)} about={say(S.about)} />
      <form
        className="toolbar"
        onSubmit={(event) => {
          event.preventDefault()
          void read(new FormData(event.currentTarget)).then(ask)
        }}
      >
        <input
          className="input"
          name="code"
          required
          aria-label={say(S.code)}
          placeholder={say(S.code)}
          size={38}
        />
        <input className="input" name="file" type="file" accept="application/pdf" aria-label={say(S.file)} />
        <button type="submit" className="button primary">
          {say(S.check)}
        </button>
      </form>
      {asking && <Answer of={asked}>{(found) => <Found of={found} />}</Answer>}
    </>
  )
}

async function read(form: FormData): Promise<{ readonly code: string; readonly digest?: string }> {
  const code = String(form.get('code')).replace(/[\s-]/g, '')
  const file = form.get('file')
  // Browsers digest only in pages that came encrypted or from this machine.
  if (!(file instanceof File) || file.size === 0 || !globalThis.crypto?.subtle) return { code }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return { code, digest: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}

function Found({ of: { state, content } }: { readonly of: ApiAnswer<'/api/points/check/{code}'> }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <section className="block" aria-live="polite">
      <h2>
        <span>
          {state === 'valid' ? '✓ ' : '✗ '}
          {say(SHEET_STATES[state])}
          {content.sample && <small className="tag">{say(S.sample)}</small>}
        </span>
      </h2>
      <dl className="facts">
        <dt>{say(S.name)}</dt>
        <dd>
          {content.name} {content.creditCode}
        </dd>
        <dt>{say(W.points)}</dt>
        <dd>
          <strong>{formatNumber(content.total, 2)}</strong> {say(W.unitPoints)} ·{' '}
          {formatMonth(content.month, language)}
        </dd>
        <dt>{say(W.rank)}</dt>
        <dd>
          {say(STAGES[content.stage])} {content.rank} / {content.ranked}
          {content.list && ` · ${say(LISTS[content.list])}`}
        </dd>
        <dt>{say(W.scheme)}</dt>
        <dd>{content.scheme}</dd>
        <dt>{say(S.to)}</dt>
        <dd>{content.recipient}</dd>
        <dt>{say(S.on)}</dt>
        <dd>{formatDate(content.issuedOn, language)}</dd>
      </dl>
    </section>
  )
}
