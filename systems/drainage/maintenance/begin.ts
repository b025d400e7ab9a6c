import { sql } from 'kysely'
import { startCase } from '../../../kernel/flow/index.ts'
import { LOCKS } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type DiagnosisRow, diagnoses, KINDS } from '../diagnosis/index.ts'
import { drainageError } from '../errors.ts'
import { links } from '../tables/index.ts'

/** What is to be mended: the open defects of a pipe, or a finding of the diagnosis. */
export type Mended = { readonly link: string } | { readonly diagnosis: string }

interface Due {
  readonly record: string
  readonly id: string
  readonly title: string
  readonly found: string
  readonly office: string
  readonly synthetic: boolean
}

/**
 * Begins a case of maintenance. One that runs about the same pipe or finding already is no second one.
 * @returns the id of the case
 * @throws GaoxinError DRAINAGE_NONE, DRAINAGE_NOTHING_TO_MEND, DRAINAGE_UNDER_WAY, DRAINAGE_KEEPER
 */
export const beginMaintenance = (outer: Context, what: Mended): Promise<string> =>
  outer.transaction(async (context) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.beginningMaintenance})`.execute(context.db)
    const { record, id, title, found, office, synthetic } = await ('link' in what
      ? ofPipe(context, what.link)
      : ofFinding(context, what.diagnosis))
    if (context.actor.office !== office) throw drainageError('DRAINAGE_KEEPER', { value: id })
    if (await runningAbout(context, record, id)) throw drainageError('DRAINAGE_UNDER_WAY', { value: id })
    return startCase(context, {
      process: 'drainage.maintenance',
      title,
      subject: { record, id },
      vars: { office, found, again: null },
      synthetic,
    })
  }, '管网养护')

const runningAbout = async ({ db }: Context, record: string, id: string): Promise<boolean> =>
  (
    await sql`select from flow.cases where record = ${record} and row_id = ${id} and process = 'drainage.maintenance'
      and state = 'running' limit 1`.execute(db)
  ).rows.length > 0

async function ofPipe({ db }: Context, id: string): Promise<Due> {
  const { rows } = await sql<{
    code: string
    keeper: string
    synthetic: boolean
    defects: readonly string[] | null
  }>`select l.code, l.keeper, l.synthetic,
      (select json_agg(k.name || ' ' || d.level || ' 级（' || d.number || '，' || d.distance || ' 米）' order by d.distance)
        from drainage.defects d join drainage.defect_kinds k on k.id = d.kind
        where d.link = l.id and d.repaired_on is null) as defects
    from drainage.links l where l.id = ${id}`.execute(db)
  const [pipe] = rows
  if (!pipe) throw drainageError('DRAINAGE_NONE', { value: id })
  if (!pipe.defects) throw drainageError('DRAINAGE_NOTHING_TO_MEND', { value: id })
  return {
    record: links.id,
    id,
    title: `养护 管段 ${pipe.code}：${pipe.defects.length} 处缺陷`,
    found: `管段 ${pipe.code}\n${pipe.defects.join('\n')}`,
    office: pipe.keeper,
    synthetic: pipe.synthetic,
  }
}

async function ofFinding({ db }: Context, id: string): Promise<Due> {
  const { rows } = await sql<DiagnosisRow & { place: string | null; keeper: string }>`
    select d.*, coalesce(n.code, l.code) as place, s.keeper
    from drainage.diagnoses d join drainage.sensors s on s.id = d.sensor
    left join drainage.nodes n on n.id = d.node left join drainage.links l on l.id = d.link where d.id = ${id}`.execute(
    db,
  )
  const [finding] = rows
  if (!finding) throw drainageError('DRAINAGE_NONE', { value: id })
  if (finding.state !== 'open') throw drainageError('DRAINAGE_NOTHING_TO_MEND', { value: id })
  const kind = KINDS[finding.kind as keyof typeof KINDS].zh
  return {
    record: diagnoses.id,
    id,
    title: `养护 ${finding.place ?? finding.sensor}：${kind}`,
    found: `${finding.number} ${kind}（${finding.place ?? finding.sensor}）：实测 ${Number(finding.value)} ${finding.unit}，阈值 ${Number(finding.limit)} ${finding.unit}，把握 ${finding.confidence}%`,
    office: finding.keeper,
    synthetic: finding.synthetic,
  }
}
