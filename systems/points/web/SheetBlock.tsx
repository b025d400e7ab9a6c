import { useApi, useMeta } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatDate, formatMonth } from '../../../app/web/kit/format.ts'
import { Answer } from '../../../app/web/kit/States.tsx'
import { ActButton } from './ActButton.tsx'
import { S } from './sheetWords.ts'
import { useSend } from './useSend.ts'

/** An enterprise's own score sheets: given to a bank, taken back. Nobody else has this. */
export function SheetBlock({ enterprise, month }: { readonly enterprise: string; readonly month: string }) {
  const { data: meta } = useMeta()
  return meta?.actor?.role === 'enterprise' ? <Own enterprise={enterprise} month={month} /> : null
}

function Own({ enterprise, month }: { readonly enterprise: string; readonly month: string }) {
  const say = useSay()
  const language = useLanguage()
  const send = useSend()
  const asked = useApi('/api/points/sheets', {})
  return (
    <section className="block" aria-label={say(S.sheets)}>
      <h2>
        <span>{say(S.sheets)}</span>
        <ActButton
          action={{
            title: say(S.issue),
            about: say(S.consent),
            fields: [{ name: 'recipient', label: say(S.recipient) }],
            run: (given) => send.mutateAsync({ path: '/sheets', body: { ...given, enterprise, month } }),
          }}
        />
      </h2>
      <Answer of={asked} lines={2}>
        {({ sheets }) =>
          sheets.length === 0 ? (
            <p className="second">{say(S.none)}</p>
          ) : (
            <ul className="lines">
              {sheets.map(({ id, recipient, issued_on, revoked_on, month: of }) => (
                <li key={id}>
                  <span className="grow">
                    <a href={`/api/points/sheets/${id}/pdf`} download>
                      {recipient}
                    </a>{' '}
                    <span className="second">
                      {formatMonth(of, language)} · {formatDate(issued_on, language)}
                    </span>
                    <br />
                    <code className="because">{id}</code>
                  </span>
                  <span className="end">
                    {revoked_on ? (
                      <small className="tag">{say(S.revoked)}</small>
                    ) : (
                      <ActButton
                        quiet
                        action={{
                          title: say(S.revoke),
                          about: say(S.revokeAbout),
                          fields: [],
                          run: () => send.mutateAsync({ path: `/sheets/${id}/revoke` }),
                        }}
                      />
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
