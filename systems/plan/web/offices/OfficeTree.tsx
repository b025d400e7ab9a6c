import type { Office } from '../../../../app/web/client/types.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { W } from '../words.ts'

interface Props {
  readonly offices: readonly Office[]
  readonly chosen: string
  readonly choose: (office: string) => void
}

/** Who stands under whom; on a phone one field instead of the tree. */
export function OfficeTree({ offices, chosen, choose }: Props) {
  const say = useSay()
  const language = useLanguage()
  const name = (office: Office) => (language === 'en' ? office.name_en : office.name)
  return (
    <nav className="office-tree block" aria-label={say(W.offices)}>
      <select
        className="select"
        aria-label={say(W.office)}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{say(W.allOffices)}</option>
        {offices.map((office) => (
          <option key={office.id} value={office.id}>
            {name(office)}
          </option>
        ))}
      </select>
      <Branch of={offices} parent={null} chosen={chosen} choose={choose} name={name} />
    </nav>
  )
}

function Branch({
  of,
  parent,
  chosen,
  choose,
  name,
}: {
  of: readonly Office[]
  parent: string | null
  chosen: string
  choose: (office: string) => void
  name: (office: Office) => string
}) {
  const here = of.filter((office) => (office.parent ?? null) === parent)
  if (here.length === 0) return null
  return (
    <ul>
      {here.map((office) => (
        <li key={office.id}>
          <button
            type="button"
            aria-current={office.id === chosen || undefined}
            onClick={() => choose(office.id)}
          >
            {name(office)}
          </button>
          <Branch of={of} parent={office.id} chosen={chosen} choose={choose} name={name} />
        </li>
      ))}
    </ul>
  )
}
