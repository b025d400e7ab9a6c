import { filesPath } from '../../../../app/web/client/files.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { FileLine } from '../../../../app/web/pages/record/FileLine.tsx'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'

/** Files that show that something was done; whoever is not concerned sees their names only. */
export function EvidenceList({ detail: { evidence, evidenceOpen } }: { detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  return (
    <section className="block files">
      <h2>{say(W.evidence)}</h2>
      {evidence.length === 0 && <p className="second">{say(W.noEvidence)}</p>}
      <ul className="lines">
        {evidence.flatMap((row) =>
          evidenceOpen && row.files.length > 0
            ? row.files.map((file) => (
                <FileLine
                  key={file.id}
                  path={filesPath('plan.evidence', row.id)}
                  file={file}
                  added={{ by: row.addedBy, on: row.addedOn }}
                >
                  {row.note && <p>{post(row.note)}</p>}
                </FileLine>
              ))
            : [
                <li key={row.id}>
                  <div className="grow">
                    {row.name}
                    <p className="second file-facts">
                      <span>{post(row.addedBy)}</span>
                      <span>{formatDate(row.addedOn, language)}</span>
                    </p>
                    {row.note && <p>{post(row.note)}</p>}
                  </div>
                </li>,
              ],
        )}
      </ul>
    </section>
  )
}
