import type { CatalogueEntry } from '../../../engines/report/types.ts'

/** Headline indicators of national and provincial reports; a zone's own catalogue is read beside them. */
export const HEADLINES: readonly CatalogueEntry[] = [
  { id: 'headline.gdp', names: ['国内生产总值', 'GDP', '经济总量'], unit: '亿元' },
  { id: 'headline.grain', names: ['粮食产量', '粮食总产量'], unit: '亿斤' },
  {
    id: 'headline.fiscal-revenue',
    names: ['财政收入', '全国财政收入', '公共财政收入'],
    unit: '亿元',
  },
  { id: 'headline.jobs', names: ['城镇新增就业', '新增城镇就业'], unit: '万人' },
  { id: 'headline.consumer-prices', names: ['居民消费价格', '居民消费价格总水平'], unit: '%' },
  { id: 'headline.trade', names: ['进出口总额', '货物进出口总额'], unit: '亿元' },
  { id: 'headline.investment', names: ['全社会固定资产投资'], unit: '亿元' },
  { id: 'headline.retail', names: ['社会消费品零售总额'], unit: '亿元' },
  { id: 'headline.urban-income', names: ['城镇居民人均可支配收入'], unit: '元' },
  { id: 'headline.rural-income', names: ['农村居民人均纯收入', '农民人均纯收入'], unit: '元' },
  { id: 'headline.income', names: ['居民人均可支配收入', '全国居民人均可支配收入'], unit: '元' },
  { id: 'headline.rural-disposable-income', names: ['农村居民人均可支配收入'], unit: '元' },
]

/** Both catalogues as one: a headline name that the zone has too is the zone's, or the reader could not choose. */
export function withHeadlines(zone: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const taken = new Set(zone.flatMap(({ names }) => names))
  const left = HEADLINES.map((entry) => ({ ...entry, names: entry.names.filter((name) => !taken.has(name)) }))
  return [...zone, ...left.filter(({ names }) => names.length > 0)]
}
