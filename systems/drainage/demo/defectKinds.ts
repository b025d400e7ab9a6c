import { DRAINAGE_OFFICE } from '../settings.ts'
import type { DefectGroup } from '../words.ts'

type Scores = readonly [number | null, number | null, number | null, number | null]
const NONE: Scores = [null, null, null, null]

/** Scores are those that public sources confirm; the others have to be entered from the standard. */
const KINDS: readonly (readonly [string, string, string, DefectGroup, Scores])[] = [
  ['PL', '破裂', 'Crack', 'structural', [0.5, 2, 5, 10]],
  ['BX', '变形', 'Deformation', 'structural', [1, 2, 5, 10]],
  ['FS', '腐蚀', 'Corrosion', 'structural', [0.5, 2, 5, null]],
  ['CK', '错口', 'Displaced joint', 'structural', NONE],
  ['QF', '起伏', 'Sag', 'structural', NONE],
  ['TJ', '脱节', 'Open joint', 'structural', NONE],
  ['TL', '接口材料脱落', 'Joint material lost', 'structural', NONE],
  ['AJ', '支管暗接', 'Hidden connection', 'structural', NONE],
  ['CR', '异物穿入', 'Intrusion', 'structural', NONE],
  ['SL', '渗漏', 'Infiltration', 'structural', NONE],
  ['CJ', '沉积', 'Deposit', 'functional', NONE],
  ['JG', '结垢', 'Scale', 'functional', NONE],
  ['ZW', '障碍物', 'Obstacle', 'functional', NONE],
  ['CQ', '残墙、坝根', 'Remains of a wall', 'functional', NONE],
  ['SG', '树根', 'Roots', 'functional', NONE],
  ['FZ', '浮渣', 'Scum', 'functional', NONE],
]

export const kindId = (code: string): string => `defect-kind-${code}`

export const defectKindRows = KINDS.map(([code, name, name_en, group, [l1, l2, l3, l4]]) => ({
  id: kindId(code),
  code,
  name,
  name_en,
  group,
  level_1: l1,
  level_2: l2,
  level_3: l3,
  level_4: l4,
  basis: l1 === null ? '分值未录入，请按 CJJ 181-2012 录入' : 'CJJ 181-2012',
  keeper: DRAINAGE_OFFICE,
}))
