/** What points say of an enterprise to rules of any system. */
import { sql } from 'kysely'
import type { Facts } from '../../kernel/rules/index.ts'
import type { SubjectView, Trait } from '../../kernel/subjects/index.ts'
import { text } from '../../kernel/text.ts'
import { ENTERPRISES } from './formulas.ts'
import { rounds, scores } from './tables.ts'
import { LISTS, STAGES } from './words.ts'

/** The newest month that was published by the day; in a demonstration, which publishes nothing, the newest there is. */
const newest = ({ asOf, rows }: Facts) => sql`
  select r.id from ${rows(rounds)} r
  where r.month <= ${asOf.slice(0, 7)} and ((r.state = 'published' and r.published_on <= ${asOf}::date)
    or (r.synthetic and r.state in ('scored', 'notice')))
  order by r.state = 'published' desc, r.month desc, r.id limit 1`

const one = (name: Trait['name'], kind: Trait['kind'], column: string, more: Partial<Trait> = {}): Trait => ({
  name,
  kind,
  advise: 'never',
  value: () => sql`max(p.${sql.ref(column)})`,
  ...more,
})

export const view: SubjectView = {
  of: ENTERPRISES,
  sources: [scores, rounds],
  rows: {
    from: (facts) => sql`from ${facts.rows(scores)} p where p.round = (${newest(facts)})`,
    subject: sql`p.enterprise`,
    by: 'id',
  },
  traits: {
    创新积分: one(text('创新积分', 'Innovation points'), 'number', 'total', { unit: '分', advise: 'more' }),
    创新积分阶段: one(text('创新积分阶段', 'Stage of innovation points'), 'string', 'stage', {
      choices: STAGES,
    }),
    创新积分位次: one(text('创新积分阶段内位次', 'Rank of innovation points in its stage'), 'number', 'rank'),
    创新积分榜单: one(text('创新积分榜单', 'List of innovation points'), 'string', 'list', {
      choices: LISTS,
    }),
  },
}
