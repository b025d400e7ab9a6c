import { useState } from 'react'
import { ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { useSend } from '../useSend.ts'
import type { Reading } from './useReadings.ts'
import { R } from './words.ts'

/** What the paper is and of when; where it is told wrongly a person says so. */
export function Head({ reading }: { reading: Reading }) {
  const say = useSay()
  const language = useLanguage()
  const send = useSend()
  const [isEditing, setEditing] = useState(false)
  const { id, paper, title, year, publisher, issuedOn, startsOn, replaces } = reading
  const yearName = say(paper === 'report' ? R.summedUp : R.planned)
  const day = (date: string | null) => (date ? formatDate(date, language) : '—')
  const facts: readonly (readonly [string, string])[] = [
    [yearName, year],
    ...(paper === 'report'
      ? ([
          [say(R.publisher), publisher ?? '—'],
          [say(R.issuedOn), day(issuedOn)],
        ] as const)
      : []),
    [say(R.startsOn), day(startsOn)],
  ]
  return (
    <section className="block">
      <h2>
        {say(R.head)}
        {reading.state === 'open' && (
          <button type="button" className="button quiet" onClick={() => setEditing(true)}>
            {say(R.edit)}
          </button>
        )}
      </h2>
      <dl className="facts reading-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {replaces && (
        <p className="second">
          {say(R.replaces)}
          {replaces}
        </p>
      )}
      {isEditing && (
        <ActionDialog
          action={{
            title: say(R.edit),
            fields: [
              { name: 'title', label: say(R.title), initial: title },
              { name: 'year', label: yearName, help: say(R.yearAgain), initial: year },
              ...(paper === 'report'
                ? [
                    { name: 'publisher', label: say(R.publisher), initial: publisher ?? '', optional: true },
                    {
                      name: 'issuedOn',
                      label: say(R.issuedOn),
                      kind: 'date' as const,
                      initial: issuedOn ?? '',
                      optional: true,
                    },
                  ]
                : []),
              {
                name: 'startsOn',
                label: say(R.startsOn),
                help: say(R.startsHelp),
                kind: 'date',
                initial: startsOn,
              },
            ],
            run: ({ issuedOn: issued, startsOn: starts, ...values }) =>
              send.mutateAsync({
                path: `/readings/${encodeURIComponent(id)}/head`,
                body: {
                  ...values,
                  ...(paper === 'report' ? { issuedOn: issued || null } : {}),
                  // Another year has another first day, unless that was said too.
                  ...(starts === startsOn ? {} : { startsOn: starts }),
                },
              }),
          }}
          close={() => setEditing(false)}
        />
      )}
    </section>
  )
}
