import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { type DecideOptions, decideCommand } from './decide.ts'

const MODEL = 'systems/economy/rules/research-subsidy.dmn'
const DECISION = '研发投入补助'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-decide-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function decide(name: string, content: string, options: Partial<DecideOptions> = {}, model = MODEL) {
  const input = join(folder, name)
  await writeFile(input, content)
  const [printed, warned]: [string[], string[]] = [[], []]
  const io = {
    language: 'zh' as const,
    print: (line: string) => void printed.push(line),
    warn: (line: string) => void warned.push(line),
    write: () => Promise.resolve(),
  }
  const code = await decideCommand(
    model,
    { decision: DECISION, input, ...options },
    io,
    '2024-11-15T09:00:00Z',
    inject('server'),
  )
  return { code, printed, warned }
}

it('answers for one subject, and says why', async () => {
  const one = JSON.stringify({ 研发经费: 900, 上年研发经费: 700, 产值: 20000 })
  expect(await decide('one.json', one)).toEqual({
    code: 0,
    printed: ['{结论: "可享", 补助金额: 20}'],
    warned: [],
  })
  const short = JSON.stringify({ 研发经费: 299, 上年研发经费: 200, 产值: 10000 })
  const { printed } = await decide('short.json', short, { explain: true })
  expect(printed).toContain('      ✗ 研发强度（%）: 2.99, >= 3，还差 0.01')
  expect(printed).toContain('    第4条 ✗（最接近）')
  const [told] = (await decide('told.json', one, { json: true })).printed
  expect(JSON.parse(told as string)).toEqual({ 结论: '可享', 补助金额: 20 })
})

it('answers for a file of them, line by line; an empty cell is missing', async () => {
  const rows = '﻿企业,研发经费,上年研发经费,产值\n甲,900,700,20000\n乙,900,,20000\n丙,0.3,0.1,1\n'
  const { printed } = await decide('many.csv', rows, { json: true })
  expect(printed.map((line) => JSON.parse(line).结论)).toEqual(['可享', '资料不全', '不符合'])
})

it('asks a database, which answers the same in the same order', async () => {
  const rows =
    '企业,研发经费,上年研发经费,产值\n甲,900,700,20000\n乙,900,,20000\n丙,0.3,0.1,1\n丁,300.00,100,9000\n'
  const here = await decide('here.csv', rows, { json: true, explain: true })
  expect(await decide('asked.csv', rows, { json: true, explain: true, sql: true })).toEqual(here)
  expect(here.printed).toHaveLength(4)
})

it('says why a decision is not asked of a database, and answers it all the same', async () => {
  const file = join(folder, 'loop.dmn')
  await writeFile(
    file,
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="t" name="t"><inputData id="i" name="数"><variable name="数" typeRef="number"/></inputData>
    <decision id="d" name="答"><variable name="答"/><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>sum(for 项 in [1, 2] return 项 * 数)</text></literalExpression></decision></definitions>`,
  )
  expect(await decide('loop.json', '{ "数": 3 }', { decision: '答', sql: true }, file)).toEqual({
    code: 0,
    printed: ['9'],
    warned: ['逐个判断，不用数据库整批计算：“答”里，表达式 for 没有对应的数据库写法'],
  })
})

it('says what is wrong with a file, a name or a model', async () => {
  await expect(decide('bad.json', '[1]')).rejects.toMatchObject({ code: 'DECIDE_INPUT' })
  await expect(decide('torn.json', '{')).rejects.toMatchObject({ code: 'DECIDE_INPUT' })
  await expect(decide('one.json', '{}', { decision: '没有' })).rejects.toMatchObject({
    code: 'DECIDE_DECISION',
  })
  await expect(decide('one.json', '{}', {}, join(folder, 'nowhere.dmn'))).rejects.toMatchObject({
    code: 'DECIDE_FILE',
  })
  const model = join(folder, 'wrong.dmn')
  await writeFile(
    model,
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="n"><decision id="d" name="${DECISION}"><literalExpression id="l"><text>1 + 乙</text></literalExpression></decision></definitions>`,
  )
  const told = await decide('one.json', '{}', {}, model)
  expect(told).toMatchObject({ code: 2, printed: ['null'] })
  expect(told.warned[0]).toContain('[UNKNOWN_NAME] 乙')
})
