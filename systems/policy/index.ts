import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { demo } from './demo/index.ts'
import { keepMatched, matches, runs } from './matching/index.ts'
import { readingRecords } from './reading/tables.ts'
import { redemption, redemptionIndicators, redemptionRecords, redemptionRoutes } from './redemption/index.ts'
import { routes } from './routes/index.ts'
import { spending, spendingIndicators } from './spending/index.ts'
import { clauses, criteria, documents, granules, pots } from './tables.ts'

export default defineSystem({
  id: 'policy',
  name: text('惠企政策', 'Support policies'),
  group: 'enterprises',
  office: 'economy',
  about: text(
    '每家企业能享受哪些政策、能拿多少、还差什么，钱兑现到哪一步',
    'What each enterprise may have of the zone’s support, how much, what it lacks, and where its money is',
  ),
  records: [
    documents,
    clauses,
    pots,
    granules,
    criteria,
    matches,
    runs,
    ...readingRecords,
    ...redemptionRecords,
    spending,
  ],
  indicators: [...redemptionIndicators, ...spendingIndicators],
  processes: [redemption],
  chores: [{ name: 'matching of policies', everyMs: 10_000, run: keepMatched }],
  routes: [...routes, ...redemptionRoutes],
  demo,
  after: ['enterprises'],
})
