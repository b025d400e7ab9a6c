import { defineSystem } from '../../kernel/system.ts'
import { text } from '../../kernel/text.ts'
import { load } from './demo/index.ts'
import { answerForecast } from './forecast.ts'
import { indicators } from './indicators.ts'
import { routes } from './routes/index.ts'
import { researchSubsidy } from './rules.ts'
import { contacts, returns, units } from './tables.ts'

export default defineSystem({
  id: 'economy',
  name: text('经济运行', 'Economy'),
  group: 'economy',
  office: 'economy',
  about: text(
    '由统计单位按月报送的数据汇总全区经济指标：总量、增速、位次、与全市的差距和全年预测',
    'Sums the returns of reporting units into the zone’s indicators: level, growth, rank, gap to the city, forecast',
  ),
  records: [units, returns, contacts],
  indicators,
  decisions: [researchSubsidy],
  routes,
  demo: load,
  forecast: answerForecast,
})
