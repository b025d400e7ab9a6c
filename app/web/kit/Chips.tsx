export interface Chip<K extends string> {
  readonly key: K
  readonly name: React.ReactNode
  readonly count?: number
}

/** Filters side by side; one of them is on. */
export function Chips<K extends string>(props: {
  label: string
  chips: readonly Chip<K>[]
  chosen: K
  choose: (key: K) => void
}) {
  return (
    <fieldset className="chips">
      <legend className="sr-only">{props.label}</legend>
      {props.chips.map(({ key, name, count }) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-pressed={key === props.chosen}
          onClick={() => props.choose(key)}
        >
          {name}
          {count !== undefined && <span className="chip-count">{count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
