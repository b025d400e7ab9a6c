import { INPUTS } from '../words.ts'
import { type Candidate, type Data, HUANGYAN_2022, type Scheme } from './index.ts'

export const HUANGYAN: Scheme = {
  cap: null,
  shares: ['20', '60', '15'],
  byIndustry: false,
  floor: null,
  joint: false,
  rent: null,
  newYears: null,
  research: null,
  measures: HUANGYAN_2022,
}

/** A firm of which nothing else is known. */
export const firm = (known: Partial<Data>): Data => ({
  ...(Object.fromEntries(INPUTS.map((input) => [input, null])) as Data),
  ...known,
})

/** Per mu, ton and person: 税收30, 增加值150, 能耗2.0, 排放5000, 劳产率20, R&D 4%. */
export const EXAMPLE = firm({
  land: '10',
  tax: '300',
  value_added: '1500',
  energy: '750',
  emissions: '0.3',
  staff: '75',
  research: '200',
  revenue: '5000',
})

export const candidate = (score: string, more: Partial<Candidate> = {}): Candidate => ({
  score,
  industry: '39',
  taxPerMu: '10',
  exempt: false,
  vetoes: [],
  ...more,
})
