import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { pointsCommand } from './commands.ts'
import { demo } from './demo/index.ts'
import { routes } from './routes/index.ts'
import { keys, sheets } from './sheet/tables.ts'
import { indicatorRows, objections, rounds, schemes, scores } from './tables.ts'
import { view } from './view.ts'

export default defineSystem({
  id: 'points',
  name: text('企业创新积分', 'Innovation points'),
  group: 'enterprises',
  office: 'science',
  about: text(
    '每家企业的创新能力得多少分、排在哪里、为什么、离上一榜还差多少',
    'What each enterprise scores for innovation, where that puts it, why, and what the next list takes',
  ),
  records: [schemes, indicatorRows, rounds, scores, objections, keys, sheets],
  indicators: [],
  views: [view],
  routes,
  commands: [pointsCommand],
  demo,
  after: ['enterprises'],
})
