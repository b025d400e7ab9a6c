/**
 * The offices of the demonstration zone, 宁波高新区.
 * The set of offices is plausible, not official; the leaders are invented posts (分管领导A …), never persons.
 */
export type OfficeKind = 'committee' | 'department' | 'branch' | 'centre' | 'street' | 'company'

export interface Office {
  /** What every `office` column holds. */
  readonly id: string
  readonly zh: string
  /** As shown in narrow columns and on a phone. */
  readonly short: string
  readonly en: string
  /** The office above, by id; null for the committee itself. */
  readonly parent: string | null
  readonly kind: OfficeKind
  /** The leader in charge: an invented post. */
  readonly leader: string
}

const row = (
  id: string,
  zh: string,
  short: string,
  en: string,
  kind: OfficeKind,
  leader: string,
  parent: string | null = 'committee',
): Office => ({ id, zh, short, en, parent, kind, leader })

export const OFFICES: readonly Office[] = [
  row('committee', '宁波高新区管委会', '管委会', 'Zone Management Committee', 'committee', '主要领导', null),
  row('office', '党政办公室（督查室）', '党政办', 'General Office (Supervision)', 'department', '分管领导A'),
  row('economy', '经济发展局', '经发局', 'Economic Development Bureau', 'department', '分管领导B'),
  row('finance', '财政金融局', '财金局', 'Finance Bureau', 'department', '分管领导B'),
  row('science', '科技创新局', '科创局', 'Science and Innovation Bureau', 'department', '分管领导C'),
  row('investment', '投资合作局', '投资局', 'Investment Promotion Bureau', 'department', '分管领导C'),
  row('construction', '建设管理局', '建设局', 'Construction Bureau', 'department', '分管领导D'),
  row('planning', '自然资源和规划分局', '资规分局', 'Natural Resources and Planning', 'branch', '分管领导D'),
  row('relocation', '征收拆迁办', '征拆办', 'Relocation Office', 'department', '分管领导D'),
  row('environment', '生态环境分局', '生态分局', 'Ecology and Environment', 'branch', '分管领导D'),
  row(
    'city',
    '综合行政执法局（城市管理）',
    '执法局',
    'City Management and Enforcement',
    'department',
    '分管领导E',
  ),
  row('social', '社会事务局', '社会局', 'Social Affairs Bureau', 'department', '分管领导E'),
  row(
    'talent',
    '组织人事局（人才办）',
    '组织人事局',
    'Personnel and Talent Bureau',
    'department',
    '分管领导A',
  ),
  row('discipline', '纪工委监察工委', '纪工委', 'Discipline and Supervision', 'department', '分管领导F'),
  row(
    'governance',
    '政法信访应急局',
    '政法应急局',
    'Public Order, Petitions and Emergency',
    'department',
    '分管领导F',
  ),
  row(
    'services',
    '企业综合服务中心',
    '企服中心',
    'Enterprise Service Centre',
    'centre',
    '分管领导B',
    'office',
  ),
  row('tax', '税务局', '税务局', 'Tax Bureau', 'branch', '分管领导B'),
  row('statistics', '统计中心', '统计中心', 'Statistics Centre', 'centre', '分管领导B', 'economy'),
  row('meixu', '梅墟街道', '梅墟', 'Meixu Street', 'street', '分管领导E'),
  row('xinming', '新明街道', '新明', 'Xinming Street', 'street', '分管领导E'),
  row('juxian', '聚贤街道', '聚贤', 'Juxian Street', 'street', '分管领导E'),
  row('guisi', '贵驷街道', '贵驷', 'Guisi Street', 'street', '分管领导E'),
  row('group', '高新投资集团', '投资集团', 'High-tech Zone Investment Group', 'company', '分管领导C'),
]

export const OFFICE_BY_ID: ReadonlyMap<string, Office> = new Map(OFFICES.map((office) => [office.id, office]))
