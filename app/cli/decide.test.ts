import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
