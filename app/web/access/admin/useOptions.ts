import { useChoices } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'

type Choices = NonNullable<ReturnType<typeof useChoices>['data']>

/** Values and names of a list of choices, in the language of the screen. */
export function useOptions(): (of: keyof Choices) => readonly (readonly [string, string])[] {
  const say = useSay()
  const { data } = useChoices()
  return (of) => Object.entries(data?.[of] ?? {}).map(([key, name]) => [key, say(name)] as const)
}
