import { text } from '../../kernel/text.ts'

/** 人才项目, as each level of government names its own; who may be selected for what is said by its notice. */
export const PROGRAMMES = {
  'national-recruitment': text('国家引才计划', 'National recruitment programme'),
  'national-training': text('国家人才培养工程', 'National training programme'),
  'provincial-recruitment': text('省级引才计划', 'Provincial recruitment programme'),
  'provincial-training': text('省级人才培养计划', 'Provincial training programme'),
  'municipal-talent': text('市级人才工程', 'Municipal talent programme'),
  'municipal-team': text('市级高层次创新创业团队', 'Municipal innovation team'),
} as const
export type Programme = keyof typeof PROGRAMMES

export const STATIONS = {
  station: text('博士后科研工作站', 'Postdoctoral research station'),
  branch: text('博士后科研工作站分站', 'Branch of a postdoctoral station'),
  provincial: text('省级博士后工作站', 'Provincial postdoctoral station'),
} as const

export const EVENTS = {
  competition: text('创业创新大赛', 'Competition'),
  matching: text('人才项目对接', 'Matching of talent and projects'),
  recruitment: text('引才招聘', 'Recruitment'),
  salon: text('人才沙龙和培训', 'Salon or training'),
  conference: text('学术会议和论坛', 'Conference or forum'),
} as const
