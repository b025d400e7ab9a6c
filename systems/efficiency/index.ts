import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { demo } from './demo/index.ts'
import { indicators } from './indicators.ts'
import { routes } from './routes/index.ts'
import { policy } from './rules.ts'
import { firms, measures, objections, plots, results, rounds, schemes, vetoes } from './tables.ts'

export default defineSystem({
  id: 'efficiency',
  name: text('亩均效益', 'Output per mu'),
  group: 'enterprises',
  office: 'economy',
  about: text(
    '每家工业企业每亩地产出多少、评为哪一档，全区亩均税收和亩均增加值是多少',
    'What each industrial firm gives per mu of land, in which class that puts it, and what the zone gives per mu',
  ),
  records: [firms, plots, schemes, measures, vetoes, rounds, results, objections],
  indicators,
  decisions: [policy],
  routes,
  demo,
  after: ['enterprises'],
})
