import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readResults } from '../../engines/hydraulics/run/index.ts'
import { townModel } from '../../engines/hydraulics/run/model.fixture.ts'
import { UNSEEN } from '../../engines/hydraulics/unseen.fixture.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { type SimulateOptions, simulateCommand } from './simulate.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-simulate-'))
  await writeFile(join(folder, 'town.inp'), townModel())
  await writeFile(join(folder, 'rain.dat'), '0:00 0\n0:30 60\n1:00 0\n')
  const series = ['storm FILE "C:\\somewhere\\rain.dat"', 'base 0 5', 'base 6 15']
  await writeFile(join(folder, 'file.inp'), townModel({ sections: { TIMESERIES: series } }))
  await writeFile(
    join(folder, 'none.inp'),
    townModel({ sections: { TIMESERIES: ['storm FILE "no.dat"', 'base 0 5'] } }),
  )
  await writeFile(
    join(folder, 'bad.inp'),
    townModel({ sections: { CONDUITS: ['C1 J1 J9 120 0.013 0 0 0 0'] } }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the command; what it printed, warned of and wrote. */
async function run(file: string, options: SimulateOptions = {}, language: 'zh' | 'en' = 'zh') {
  const out: string[] = []
  const err: string[] = []
  const written = new Map<string, Uint8Array | string>()
  const progress: number[] = []
  const code = await simulateCommand(join(folder, file), options, {
    language,
    print: (line) => out.push(line),
    warn: (line) => err.push(line),
    write: async (name, body) => void written.set(name, body),
    progress: (done) => progress.push(done),
  })
  return { code, out: out.join('\n'), err: err.join('\n'), written, progress }
}

describe('gaoxin simulate', () => {
  it('prints the summary tables, in both languages, and says how far it is', async () => {
    const { code, out, err, progress } = await run('town.inp')
    expect([code, err, progress.at(-1)]).toEqual([0, '', 1])
    expect(out).toContain('SWMM 5.2.2，流量单位 LPS')
    expect(out).toMatch(/节点最大水深\n节点 +类型 +平均水深 m +最大水深 m/)
    expect(out).toMatch(/^T1 +调蓄 +\d\.\d\d +4\.00 +11\.00 +0 01:\d\d +4\.00$/m)
    expect(out).toMatch(/^P1 +水泵 +60\.00/m)
    expect(out).toMatch(/节点溢流\n/)
    expect(out).toMatch(/^管网水量 +-?0\.\d{3}$/m)
    const english = await run('town.inp', {}, 'en')
    expect(english.out).toMatch(/Peak flow of links\nLink +Type +Max flow LPS/)
  })

  it('prints every table that the report has: LID units, groundwater, loads, streets, pumps, flow classes', async () => {
    for (const [name, { model }] of Object.entries(UNSEEN))
      await writeFile(join(folder, `${name}.inp`), model)
    const gardens = (await run('gardens.inp')).out
    expect(gardens).toMatch(/LID 设施\n汇水区 +设施 +入流 in/)
    expect(gardens).toMatch(/^B +PP( +-?\d+\.\d\d){8}$/m)
    expect(gardens).toMatch(/地下水\n汇水区 +下渗 in .*最大侧向流量 CFS/)
    expect(gardens).toMatch(/汇水区冲刷\n汇水区 +TSS\n/)
    const streets = (await run('streets.inp', {}, 'en')).out
    expect(streets).toMatch(/^ST2 .* BOTH +ON-GRADE +2( +\d+\.\d\d){6}$/m)
    expect(streets).toMatch(/Flow classification, fraction of time\nConduit +Adjusted\/actual length/)
    const pumps = (await run('pumps.inp')).out
    expect(pumps).toMatch(/^P1 +\d+\.\d\d +\d+ /m)
    expect(pumps).toMatch(/^T4( +-?\d+\.\d+){6} +0 \d\d:\d\d +\d\.\d{3}$/m)
    expect((await run('dividers.inp')).out).toMatch(/^O1( +\d+\.\d+){7}$/m)
  })

  it('--json keeps the names of what it has', async () => {
    const report = JSON.parse((await run('town.inp', { json: true })).out)
    expect(Object.keys(report)).toEqual([
      'model',
      'build',
      'flowUnits',
      'options',
      'findings',
      'continuity',
      'tables',
      'timeSteps',
    ])
    expect(
      Object.fromEntries(
        Object.entries(report.tables as Record<string, object[]>).map(([key, [row = {}]]) => [
          key,
          Object.keys(row).join(' '),
        ]),
      ),
    ).toEqual({
      subcatchmentRunoff:
        'name precipitation runon evaporation infiltration imperviousRunoff perviousRunoff runoff volume peak coefficient',
      lid: '',
      groundwater: '',
      washoff: '',
      nodeDepth: 'name type average max maxHgl at reported',
      nodeInflow: 'name type maxLateral maxTotal at lateralVolume totalVolume balanceError',
      nodeSurcharge: 'name type hours aboveCrown belowRim',
      nodeFlooding: 'name hours maxRate at volume maxPonded',
      storage:
        'name average averagePercent evaporationPercent exfiltrationPercent max maxPercent at maxOutflow',
      outfall: 'name frequencyPercent averageFlow maxFlow volume loads',
      street: '',
      linkFlow: 'name type max at maxVelocity fullFlowRatio fullDepthRatio',
      flowClass:
        'name lengthRatio dry upstreamDry downstreamDry subcritical supercritical upstreamCritical downstreamCritical normalLimited inletControlled',
      conduitSurcharge:
        'name bothEndsHours upstreamHours downstreamHours aboveNormalHours capacityLimitedHours',
      pumping:
        'name utilizedPercent startUps minFlow averageFlow maxFlow volume energy offLowPercent offHighPercent',
      linkLoad: '',
    })
  })

  it('--json prints the report as data, --out writes results that can be read', async () => {
    const { out, written } = await run('town.inp', { json: true, out: 'town.out' })
    const report = JSON.parse(out)
    expect(report).toMatchObject({ build: '5.2.2', flowUnits: 'LPS', findings: [] })
    expect(report.tables.nodeDepth).toHaveLength(7)
    expect(readResults(written.get('town.out') as Uint8Array).periods).toBe(72)
  })

  it('finds the files of a model beside it, by paths of another machine too', async () => {
    expect((await run('file.inp')).code).toBe(0)
    await expect(run('none.inp')).rejects.toMatchObject({
      code: 'SIMULATE_FILE',
      place: expect.stringContaining('none.inp:'),
    })
    await expect(run('nothing.inp')).rejects.toBeInstanceOf(GaoxinError)
  })

  it('names the line of a file beside the model, which the engine does not', async () => {
    await writeFile(join(folder, 'spoilt.dat'), '0:00 0\n0:30 six\n1:00 0\n')
    const series = ['storm FILE "spoilt.dat"', 'base 0 5', 'base 6 15']
    await writeFile(join(folder, 'spoilt.inp'), townModel({ sections: { TIMESERIES: series } }))
    const { code, err } = await run('spoilt.inp')
    expect(code).toBe(2)
    expect(err).toContain('错误 363')
    expect(err).toContain('“spoilt.dat” 第2行 [TIMESERIES]：“six”数值不对')
  })

  it('says which files the model would have written', async () => {
    await writeFile(
      join(folder, 'saves.inp'),
      townModel({ sections: { FILES: ['SAVE OUTFLOWS "out flows.txt"', 'SCRATCH RDII'] } }),
    )
    const { code, err } = await run('saves.inp')
    expect(code).toBe(0)
    expect(err).toMatch(/saves\.inp:\d+: 未写出“out flows\.txt”/)
    expect(err).not.toContain('RDII')
  })

  it('says what is wrong where the engine falls over it', async () => {
    const rules = ['VARIABLE D = NODE J1 DEPTH', 'EXPRESSION E = D * 2']
    const text = townModel({ sections: { CONTROLS: rules } }).replace('[JUNCTIONS]', '[JUNCTIONS]\nJ1 0 2\n')
    await writeFile(join(folder, 'twice.inp'), text)
    const { code, err } = await run('twice.inp')
    expect(code).toBe(2)
    expect(err).toContain('编号重复')
  })

  it('names every error that the engine reports', async () => {
    const { code, out, err } = await run('bad.inp')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('[hydraulics/model]')
    expect(err).toMatch(/错误 209：对象 J9 没有定义（第\d+行，\[CONDUIT\]）/)
    expect(err).toContain('C1 J1 J9 120 0.013 0 0 0 0')
    expect((await run('bad.inp', {}, 'en')).err).toContain('ERROR 209: undefined object J9 at line')
  })
})
