import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'

/** Files that show that something was done; whoever is not concerned sees their names only. */
export function EvidenceList({ detail }: { detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const { evidence, evidenceOpen: mayOpen } = detail
  return (
    <section className="block">
      <h2>{say(W.evidence)}</h2>
      {evidence.length === 0 && <p className="second">{say(W.noEvidence)}</p>}
      <ul className="lines">
        {evidence.map((file) => (
          <li key={file.id}>
            <span className="grow">
              {mayOpen ? (
                <a href={`/api/plan/evidence/${encodeURIComponent(file.id)}`}>{file.name}</a>
              ) : (
                file.name
              )}
              <br />
              <small className="second">
                {post(file.addedBy)} · {formatDate(file.addedOn, language)} ·{' '}
                {formatNumber(Math.ceil(file.size / 1024))} KB
              </small>
              {file.note && <p>{post(file.note)}</p>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
