import { useSearchParams } from 'react-router'

/** What in the address narrows a list, by the names that it knows; what is typed leaves no step to go back to. */
export function useAsked<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const value = (name: Name) => params.get(name) ?? ''
  return {
    value,
    query: Object.fromEntries(names.flatMap((name) => (value(name) ? [[name, value(name)]] : []))),
    set: (name: Name, to: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before)
          if (to) next.set(name, to)
          else next.delete(name)
          return next
        },
        { replace: name === 'q' },
      ),
  }
}
