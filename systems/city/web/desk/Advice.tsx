import { useSay } from '../../../../app/web/i18n/index.ts'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { type Because, type DeskCase, type Option, useClasses } from './queries.ts'
import type { Choice } from './useChoice.ts'
import { useClassName } from './useClassName.ts'
import { BECAUSE, D } from './words.ts'

interface Does {
  readonly dispatch: () => void
  readonly merge: () => void
  readonly refuse: () => void
  readonly find: () => void
}

/** What may be done with a report, each with its key and its reason. */
export function Advice({ found, choice, does }: { found: DeskCase; choice: Choice; does: Does }) {
  const say = useSay()
  const office = useOffice()
  const className = useClassName(useClasses())
  const told = useTold()
  const spoken = ({ class: named, share, because }: Option) =>
    [
      named === found.class ? say(D.own) : undefined,
      share !== undefined && because?.[0]
        ? `${(share * 100).toFixed(0)}%${say(D.colon)}${because.map(({ word, seen, of }) => `“${word}” ${seen}/${of}`).join(say(D.comma))}`
        : undefined,
    ]
      .filter(Boolean)
      .join(' · ')
  const other = choice.office && !choice.offices.some((one) => one.office === choice.office)
  return (
    <>
      {found.duplicates.length > 0 && (
        <section className="desk-same">
          <h3>
            {say(D.duplicates)} <kbd>m</kbd>
          </h3>
          <ul>
            {found.duplicates.slice(0, 3).map((near) => (
              <li key={near.id}>
                <b>{near.number}</b> {near.metres.toFixed(0)} {say(D.metres)} · {near.description}
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={does.merge}>
            {say(D.mergeInto)}
          </button>
        </section>
      )}
      <section>
        <h3>{say(D.classes)}</h3>
        <Choices
          chosen={choice.class}
          from={1}
          of={choice.options.map((option) => ({
            key: option.class,
            name: className(option.class) ?? '…',
            why: spoken(option),
            choose: () => choice.choose({ class: option.class }),
          }))}
        />
      </section>
      <section>
        <h3>{say(D.offices)}</h3>
        <Choices
          chosen={choice.office}
          from={choice.options.length + 1}
          of={[
            ...choice.offices.map(({ office: id, because }) => ({
              key: id,
              name: office(id, 'full'),
              why: because.map(told).join(say(D.semicolon)),
              choose: () => choice.choose({ office: id }),
            })),
            ...(other && choice.office
              ? [
                  {
                    key: choice.office,
                    name: office(choice.office, 'full'),
                    why: '',
                    choose: () => undefined,
                  },
                ]
              : []),
          ]}
        />
      </section>
      <p className="desk-does">
        <button type="button" className="button primary" onClick={does.dispatch}>
          {say(found.state === 'accepting' ? D.file : D.send)} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button" onClick={does.find}>
          {say(D.search)} <kbd>/</kbd>
        </button>
        {found.state === 'accepting' && (
          <button type="button" className="button" onClick={does.refuse}>
            {say(D.refuse)} <kbd>x</kbd>
          </button>
        )}
      </p>
    </>
  )
}

interface Line {
  readonly key: string
  readonly name: string
  readonly why: string
  readonly choose: () => void
}

function Choices({ of, from, chosen }: { of: readonly Line[]; from: number; chosen: string | undefined }) {
  return (
    <ol className="desk-choices">
      {of.map(({ key, name, why, choose }, i) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={key === chosen}
            onClick={(event) => {
              event.currentTarget.blur()
              choose()
            }}
          >
            <kbd>{from + i}</kbd>
            <span>
              <b>{name}</b>
              <small>{why}</small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

function useTold() {
  const say = useSay()
  return (why: Because): string => {
    if (why.kind === 'rule') return why.note ?? ''
    if (why.kind === 'past')
      return `${say(BECAUSE[why.where ?? 'street'])} ${why.count}/${why.of} ${say(BECAUSE.handled)}`
    return say(BECAUSE[why.kind])
  }
}
