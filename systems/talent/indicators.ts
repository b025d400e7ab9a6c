import { defineIndicators, type Indicator, type Measure } from '../../kernel/figures/indicator.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Programme } from './words.ts'

const SELECTIONS = text(
  '人才项目公布文件，登记于 talent.selections',
  'Documents of selection, in talent.selections',
)

const counted = (record: string, period: string, where: Readonly<Record<string, string>> = {}): Measure => ({
  by: 'count',
  record,
  where,
  period,
  dated: true,
})

const people = (
  id: string,
  name: Text,
  synonyms: readonly string[],
  programme: Programme | undefined,
  definition: Text,
): Indicator => ({
  id: `talent.${id}`,
  name,
  synonyms,
  unit: '人',
  grain: 'month',
  nature: 'flow',
  direction: 'up',
  office: 'talent',
  definition,
  source: SELECTIONS,
  measure: counted('talent.selections', 'selected_on', programme ? { programme } : {}),
  decimals: 0,
})

/** Item 5 of a report: who was selected, stations, events, what the firms of talent make. */
export const indicators = defineIndicators([
  people(
    'talent-projects',
    text('入选各级人才项目', 'People in talent programmes'),
    ['各级人才项目', '人才项目'],
    undefined,
    text(
      '当期入选国家、省、市各级人才项目的人次，以公布文件的日期计',
      'Selections for programmes of all levels in the period, by the date of the document',
    ),
  ),
  people(
    'national-recruits',
    text('国家引才计划', 'National recruitment programme'),
    ['入选国家引才计划'],
    'national-recruitment',
    text('当期入选国家引才计划的人数', 'People selected for the national recruitment programme'),
  ),
  people(
    'national-trainees',
    text('国家人才培养工程', 'National talent training programme'),
    ['入选国家人才培养工程'],
    'national-training',
    text('当期入选国家人才培养工程的人数', 'People selected for the national training programme'),
  ),
  {
    id: 'talent.city-national-trainees',
    name: text('全市入选国家人才培养工程人数', 'National trainees of the city'),
    unit: '人',
    grain: 'year',
    nature: 'flow',
    direction: 'neutral',
    office: 'talent',
    definition: text('全市当年入选国家人才培养工程的人数', 'People of the whole city selected in the year'),
    source: text('市人才办公布', 'Announced by the city'),
    measure: {
      by: 'sum',
      record: 'talent.totals',
      value: 'people',
      where: { programme: 'national-training' },
      period: 'period',
      scale: '1',
    },
    decimals: 0,
  },
  {
    id: 'talent.national-trainee-share',
    name: text('国家人才培养工程入选人数占全市比重', 'Share of the city’s national trainees'),
    synonyms: ['国家人才培养工程入选人数占全市'],
    unit: '',
    grain: 'year',
    nature: 'ratio',
    direction: 'up',
    office: 'talent',
    definition: text(
      '入选国家人才培养工程人数÷全市入选人数',
      'Selected people of the zone over those of the city',
    ),
    source: SELECTIONS,
    measure: {
      by: 'ratio',
      numerator: 'talent.national-trainees',
      denominator: 'talent.city-national-trainees',
      scale: '1',
    },
    decimals: 4,
  },
  {
    id: 'talent.postdoctoral-stations-new',
    name: text('新建博士后工作站', 'New postdoctoral stations'),
    synonyms: ['博士后工作站'],
    unit: '家',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'talent',
    definition: text('当期设立的博士后工作站', 'Postdoctoral stations set up in the period'),
    source: text('设站批复，登记于 talent.stations', 'Approvals, in talent.stations'),
    measure: counted('talent.stations', 'set_up_on'),
    decimals: 0,
  },
  {
    id: 'talent.talent-firm-output',
    name: text('人才企业年度总产值', 'Output of talent enterprises'),
    synonyms: ['人才企业总产值'],
    unit: '亿元',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'talent',
    definition: text(
      '人才企业当期产值之和；人才企业指入选人才创办或领办的企业',
      'Output of the enterprises that selected people founded or lead',
    ),
    source: text('人才企业月报，登记于 talent.outputs', 'Monthly reports, in talent.outputs'),
    measure: {
      by: 'sum',
      record: 'talent.outputs',
      value: 'output',
      where: {},
      period: 'month',
      scale: '0.0001',
    },
    decimals: 1,
  },
  {
    id: 'talent.talent-events',
    name: text('举办各类高层次人才活动', 'Events for high-level talent'),
    synonyms: ['高层次人才活动', '各类高层次人才活动'],
    unit: '次',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'talent',
    definition: text('当期举办的高层次人才活动次数', 'Events held in the period'),
    source: text('活动台账 talent.events', 'Ledger of events, talent.events'),
    measure: counted('talent.events', 'held_on'),
    decimals: 0,
  },
])
