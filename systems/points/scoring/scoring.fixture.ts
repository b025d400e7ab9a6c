import { type Indicator, requireSound, type Scheme } from './index.ts'

const base: Indicator = {
  id: 'x',
  name: 'x',
  group: 'innovation',
  expression: '研发费用',
  direction: 'up',
  counts: 'core',
  normaliser: 'cap_ratio',
  benchmark: '5',
  bands: [],
  weights: { growth: '100' },
}
export const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  ...base,
  id,
  name: id,
  ...more,
})

/** 温州高新区's stages and shares of lists. */
export const scheme = (more: Partial<Scheme> = {}): Scheme => ({
  stages: [
    { stage: 'seed', from: '0' },
    { stage: 'start', from: '100' },
    { stage: 'growth', from: '500' },
    { stage: 'expansion', from: '2000' },
    { stage: 'stable', from: '10000' },
  ],
  indicators: [indicator('x')],
  shares: [
    { list: 'lead', share: '5' },
    { list: 'race', share: '5' },
    { list: 'advance', share: '10' },
  ],
  ties: 'all',
  small: { below: 20, rule: 'ceil' },
  undefined: 'zero',
  ...more,
})

/** One stage from nothing on, so that everybody is everybody's peer. */
export const oneStage = (indicators: readonly Indicator[], more: Partial<Scheme> = {}): Scheme => {
  const made = scheme({ stages: [{ stage: 'growth', from: '0' }], indicators, ...more })
  requireSound(made)
  return made
}
