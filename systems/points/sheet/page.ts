/** What stands on a score sheet. Pure. */
import { encode } from 'uqr'
import { GROUPS, type Group, LISTS, type List, STAGES, type Stage } from '../words.ts'
import { pdfOf, type Rule, type TextLine } from './pdf.ts'

export interface SheetContent {
  readonly code: string
  readonly zone: string
  readonly name: string
  readonly creditCode: string
  readonly recipient: string
  readonly issuedOn: string
  readonly month: string
  readonly scheme: string
  readonly basis: string
  readonly sample: boolean
  readonly stage: Stage
  readonly total: string
  readonly groups: Readonly<Record<Group, string>>
  readonly rank: number
  readonly ranked: number
  readonly list: List | null
  readonly parts: readonly {
    readonly name: string
    readonly value: string | null
    readonly unit: string
    readonly weight: string
    readonly points: string
  }[]
}

const LEFT = 56
const RIGHT = 539
/** Points of the code's side; beside facts that are short whoever the enterprise is. */
const QR = 76
const RED = [0.7, 0.15, 0.12] as const
const short = (value: string | null, decimals = 2) =>
  value === null ? '—' : String(Number(Number(value).toFixed(decimals)))

export function sheetPdf(content: SheetContent, key: string): Buffer {
  const { code, parts, groups } = content
  const lines: TextLine[] = [{ x: LEFT, y: 70, size: 20, text: '企业创新积分单' }]
  const rules: Rule[] = [{ y: 84, from: LEFT, to: RIGHT }]
  if (content.sample)
    lines.push({ x: RIGHT, y: 70, size: 12, right: true, colour: RED, text: '示例，不作为凭证' })
  const facts: readonly (readonly [string, string])[] = [
    ['企业', content.name],
    ['统一社会信用代码', content.creditCode],
    ['积分月份', content.month],
    ['积分', `${short(content.total)} 分`],
    ['阶段内位次', `${STAGES[content.stage].zh} ${content.rank} / ${content.ranked}`],
    ['榜单', content.list ? LISTS[content.list].zh : '未入榜'],
    ...(Object.keys(GROUPS) as Group[]).map(
      (group) => [GROUPS[group].zh, `${short(groups[group])} 分`] as const,
    ),
    ['积分方案', content.scheme],
    ['出具对象', content.recipient],
    ['出具日期', content.issuedOn],
  ]
  let y = 108
  for (const [name, value] of facts) {
    lines.push(
      { x: LEFT, y, size: 10.5, text: name, colour: [0.36, 0.4, 0.46] },
      { x: 190, y, size: 10.5, text: value },
    )
    y += 19
  }
  y += 10
  const columns = [330, 410, RIGHT]
  const head = ['原始值', '权重', '得分']
  lines.push({ x: LEFT, y, size: 9.5, text: '指标' })
  for (const [i, name] of head.entries())
    lines.push({ x: columns[i]!, y, size: 9.5, text: name, right: true })
  rules.push({ y: y + 5, from: LEFT, to: RIGHT })
  for (const { name, value, unit, weight, points } of parts) {
    y += 16
    lines.push({ x: LEFT, y, size: 9.5, text: name })
    for (const [i, text] of [`${short(value)} ${unit}`, short(weight), short(points)].entries())
      lines.push({ x: columns[i]!, y, size: 9.5, text, right: true })
  }
  rules.push({ y: y + 8, from: LEFT, to: RIGHT })
  y += 30
  for (const text of [
    `核验码 ${code}`,
    '核验：在本区系统的“核验积分单”页输入核验码（或扫右上方的码），或用公钥核对文件末行的 Ed25519 签名。',
    `签名密钥 ${key}。本单由企业本人同意出具，${content.zone}签名；改动一个字节即不成立。`,
  ]) {
    lines.push({ x: LEFT, y, size: 9, text, colour: [0.36, 0.4, 0.46] })
    y += 15
  }
  // The code alone: the program does not know by which address others reach it, and signs none that a browser told it.
  const { data: dark } = encode(code, { ecc: 'M', border: 0 })
  return pdfOf(`企业创新积分单 ${content.name}`, lines, rules, { x: RIGHT - QR, y: 156, size: QR, dark })
}
