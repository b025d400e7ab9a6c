import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { demo } from './demo/index.ts'
import { demoPeople } from './demo/people.ts'
import { cityCase } from './flow/index.ts'
import { open311Setting } from './open311/settings.ts'
import { replayCommand } from './replay/index.ts'
import { routes } from './routes/index.ts'
import { CITY_OFFICE } from './settings.ts'
import { checks, classes, duties, grids, limits, photos, reports } from './tables/index.ts'

export default defineSystem({
  id: 'city',
  name: text('数字城管', 'City management'),
  group: 'city',
  office: CITY_OFFICE,
  about: text(
    '城市问题从上报、立案、派遣、处置到核查结案，谁在办、是否按期，区域和部门办得如何',
    'Problems of the city from report to close: who has them, whether in time, and how areas and offices do',
  ),
  records: [reports, grids, classes, limits, duties, photos, checks],
  indicators: [],
  processes: [cityCase],
  routes,
  settings: [open311Setting],
  commands: [replayCommand],
  demo,
  demoPeople,
  after: ['plan'],
})
