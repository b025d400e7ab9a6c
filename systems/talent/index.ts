import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { load } from './demo/index.ts'
import { indicators } from './indicators.ts'
import { cityTotals, events, outputs, selections, stations } from './tables.ts'

export default defineSystem({
  id: 'talent',
  name: text('人才', 'Talent'),
  group: 'people',
  office: 'talent',
  about: text(
    '谁入选了哪级人才项目，新设了哪些博士后工作站，人才企业产值多少',
    'Who was selected for which programme, which stations were set up, what the firms of talent make',
  ),
  records: [selections, stations, events, outputs, cityTotals],
  indicators,
  demo: load,
  after: ['enterprises'],
})
