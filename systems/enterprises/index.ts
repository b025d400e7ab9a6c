import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { load } from './demo/index.ts'
import { demoPeople } from './demo/people.ts'
import { indicators } from './indicators.ts'
import { distinctions } from './merge/apart.ts'
import { parks } from './parks.ts'
import { routes } from './routes/index.ts'
import { highTechGate, innovativeSme, littleGiant, nationalTechSme, specialisedSme } from './rules.ts'
import { register, views } from './subject.ts'
import { enterprises, facts, honours, merges } from './tables.ts'

export default defineSystem({
  id: 'enterprises',
  name: text('企业库与梯度培育', 'Enterprises and their ladder'),
  group: 'enterprises',
  office: 'services',
  about: text(
    '区内有哪些市场主体，谁拿到了什么荣誉资质，谁还差一步',
    'Who does business in the zone, who was recognised as what, and who is one step away',
  ),
  records: [enterprises, parks, facts, honours, merges, distinctions],
  indicators,
  decisions: [nationalTechSme, highTechGate, innovativeSme, specialisedSme, littleGiant],
  subjects: [register],
  views,
  routes,
  demo: load,
  demoPeople,
  after: ['economy'],
})
