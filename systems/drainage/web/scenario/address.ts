import type { Scenario } from './scenario.ts'

/** Once in so many years, as offered. */
export const YEARS: readonly number[] = [2, 3, 5, 10, 20, 50, 100]
/** The storm of both where no rain is forecast. */
const USUAL_YEARS = 5

export type Start = 'twin' | 'empty'

/** What is compared, as the address has it: to be sent to a colleague, and there after a reload. */
export interface Setup {
  readonly start: Start
  /** Of the base, once in so many years; undefined: the forecast. */
  readonly baseYears: number | undefined
  /** The rain of the scenario; `same`: that of the base. */
  readonly rain: number | 'forecast' | 'same'
  /** Links by name in the model. */
  readonly shut: readonly string[]
  readonly sizes: Scenario['sizes']
}

export const startOf = (params: URLSearchParams): Start => (params.get('from') === 'empty' ? 'empty' : 'twin')

/**
 * @param knows whether the model has a link of that name; others are passed over
 * @param wet whether rain is forecast
 */
export function setupOf(params: URLSearchParams, knows: (link: string) => boolean, wet: boolean): Setup {
  const base = params.get('base')
  const rain = params.get('rain')
  const years = (text: string | null) => YEARS.find((each) => String(each) === text)
  return {
    start: startOf(params),
    baseYears: years(base) ?? (base === 'forecast' || wet ? undefined : USUAL_YEARS),
    rain: years(rain) ?? (rain === 'forecast' ? 'forecast' : 'same'),
    shut: words(params.get('shut')).filter(knows),
    sizes: words(params.get('size')).flatMap((word) => {
      const at = word.lastIndexOf(':')
      const [link, size] = [word.slice(0, at), Number(word.slice(at + 1))]
      return knows(link) && isSize(size) ? [{ link, size }] : []
    }),
  }
}

/** m; larger pipes than that nobody lays. */
export const isSize = (size: number): boolean => size > 0 && size <= 10

/** The address of a setup. Names of links hold no blanks, so that blanks part them. */
export const addressOf = ({ start, baseYears, rain, shut, sizes }: Setup): Record<string, string> => ({
  ...(start === 'empty' ? { from: 'empty' } : {}),
  base: String(baseYears ?? 'forecast'),
  ...(rain === 'same' ? {} : { rain: String(rain) }),
  ...(shut.length > 0 ? { shut: shut.join(' ') } : {}),
  ...(sizes.length > 0 ? { size: sizes.map(({ link, size }) => `${link}:${size}`).join(' ') } : {}),
})

/** Both runs of a setup. */
export function scenariosOf({ baseYears, rain, shut, sizes }: Setup): {
  readonly base: Scenario
  readonly other: Scenario
} {
  const years = rain === 'same' ? baseYears : rain === 'forecast' ? undefined : rain
  return { base: { years: baseYears, shut: [], sizes: [] }, other: { years, shut, sizes } }
}

/** Whether there is anything to compare. */
export const differs = (setup: Setup): boolean => {
  const { base, other } = scenariosOf(setup)
  return base.years !== other.years || other.shut.length + other.sizes.length > 0
}

const words = (text: string | null): string[] => [...new Set((text ?? '').split(' ').filter(Boolean))]
