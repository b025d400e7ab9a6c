import { GaoxinError } from '../../kernel/errors.ts'
import { verifyCases } from '../../kernel/flow/index.ts'
import { type Finding, type Head, headOf, type Tampering, verifyHistory } from '../../kernel/store/index.ts'
import type { CommandIo } from '../../kernel/system.ts'
import { type Text, text } from '../../kernel/text.ts'
import { allRecords } from '../systems.ts'
import type { Zone } from '../zone.ts'

const SAYS: Readonly<Record<Tampering, Text>> = {
  edited: text('被改动', 'edited'),
  removed: text('被删除', 'removed'),
  inserted: text('被插入', 'inserted'),
  reordered: text('次序被调换', 'reordered'),
  broken: text('封存链断裂', 'the chain of seals is broken'),
  unanchored: text('存档的链头不在链上', 'the filed head is not in the chain'),
}

/**
 * `gaoxin audit verify`: recomputes the chain from the rows as they are.
 * @param filed `NUMBER:HASH` as `audit head` printed it, from the paper file
 * @returns 1 when anything was found
 */
export async function auditVerify(zone: Zone, io: CommandIo, filed?: string): Promise<number> {
  const say = ({ zh, en }: Text) => io.print(io.language === 'zh' ? zh : en)
  const {
    seals,
    changes,
    head,
    findings: ofRows,
  } = await verifyHistory(
    zone.store.db,
    [...allRecords(zone.systems).keys()],
    filed === undefined ? undefined : parseHead(filed),
  )
  const { steps, findings: ofCases } = await verifyCases(zone.store.db)
  const findings = [...ofRows, ...ofCases]
  for (const one of findings) say(line(one))
  say(
    text(
      `变更 ${changes} 条、办件步骤 ${steps} 步，封存 ${seals} 次，发现 ${findings.length} 处异常`,
      `${changes} changes and ${steps} steps of cases under ${seals} seals; ${findings.length} findings`,
    ),
  )
  if (head) printHead(io, head)
  return findings.length > 0 ? 1 : 0
}

/** `gaoxin audit head`: the line to print and file; day YYYY-MM-DD, the last seal of it, else the last of all. */
export async function auditHead(zone: Zone, io: CommandIo, day?: string): Promise<number> {
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw wrong('--day', day, '2024-11-15')
  const head = await headOf(zone.store.db, day)
  if (head) printHead(io, head)
  else io.print(io.language === 'zh' ? '还没有封存' : 'Nothing is sealed yet')
  return 0
}

const printHead = (io: CommandIo, { number, hash, at }: Head) =>
  io.print(io.language === 'zh' ? `链头 ${number}:${hash}（${at}）` : `Head ${number}:${hash} (${at})`)

function parseHead(filed: string): Pick<Head, 'number' | 'hash'> {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(filed.trim())
  if (!match?.[1] || !match[2]) throw wrong('--head', filed, '12:9f86d0…')
  return { number: Number(match[1]), hash: match[2] }
}

const line = ({ what, seal, seq, record, row }: Finding): Text => {
  const where = (sealName: string, changeName: string) =>
    [
      seal === null ? '' : `${sealName} ${seal}`,
      seq === null ? '' : `${changeName} ${seq}`,
      record === null ? '' : `${record} ${row}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return text(
    `✗ ${SAYS[what].zh}：${where('封存', '变更')}`,
    `✗ ${SAYS[what].en}: ${where('seal', 'change')}`,
  )
}

const wrong = (place: string, value: string, example: string) =>
  new GaoxinError(
    'AUDIT_ARGUMENT',
    text(`${place} 的值不合规则`, `The value of ${place} does not fit`),
    text(`应如 ${example}`, `Expected something like ${example}`),
    { place, value },
  )
