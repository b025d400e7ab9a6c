import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SMALL } from '../../engines/hydraulics/model/small.fixture.ts'
import { inpCheckCommand } from './inp.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-inp-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(content: string | Buffer, options = {}, language: 'zh' | 'en' = 'zh') {
  const file = join(folder, 'model.inp')
  await writeFile(file, content)
  const printed: string[] = []
  const io = { language, print: (line: string) => void printed.push(line), write: () => Promise.resolve() }
  const code = await inpCheckCommand([file], options, io)
  return { code, printed: printed.map((line) => line.replaceAll(file, 'model.inp')) }
}

it('a sound model: nothing but the count, exit 0', async () => {
  expect(await check(SMALL)).toEqual({ code: 0, printed: ['model.inp：0个错误，0个警告'] })
})

it('lists errors and warnings by line, exit 1 for an error only', async () => {
  const broken = SMALL.replace(
    'C2               J2               O1 ',
    'C2               J2               O9 ',
  )
  expect(await check(broken)).toEqual({
    code: 1,
    printed: [
      'model.inp: 警告 第39行 [OUTFALLS]：“O1”节点没有连接任何管渠 [HYDRAULICS_LONE]',
      'model.inp: 错误 第47行 [CONDUITS] 终点：“O9”所指的对象没有定义；应为已定义的节点编号 [HYDRAULICS_REFERENCE]',
      'model.inp：1个错误，1个警告',
    ],
  })
  const warned = await check(SMALL.replace('LIFT       ON', '*          ON'), {}, 'en')
  expect(warned.code).toBe(0)
  expect(warned.printed.at(-1)).toBe('model.inp: 0 errors, 1 warnings')
})

it('--json gives the problems as data', async () => {
  const { code, printed } = await check(SMALL.replace('60.5', 'x'), { json: true })
  expect(code).toBe(1)
  expect(JSON.parse(printed[0] as string)).toMatchObject({
    errors: 1,
    problems: [{ code: 'HYDRAULICS_NUMBER', section: 'CONDUITS', line: 47, value: 'x' }],
  })
})

it('a file that the model reads and that is not beside it is named at its line', async () => {
  const filed = SMALL.replace(/^STORM [\s\S]*?\n\n/m, 'STORM FILE "C:\\data\\rain.dat"\n\n')
  expect(await check(filed)).toEqual({
    code: 1,
    printed: [
      'model.inp: 错误 第80行：“C:\\data\\rain.dat”找不到这个文件；应为放在模型旁边、可读的文件 [HYDRAULICS_FILE]',
      'model.inp：1个错误，0个警告',
    ],
  })
  await writeFile(join(folder, 'rain.dat'), '0:00 0\n1:00 5\n')
  expect((await check(filed)).code).toBe(0)
})

it('what is wrong in a file beside the model is named at the line of that file', async () => {
  const filed = SMALL.replace(/^STORM [\s\S]*?\n\n/m, 'STORM FILE "storm.dat"\n\n')
  await writeFile(join(folder, 'storm.dat'), '0:00 0\n1:00 5\n0:30 6\n')
  expect(await check(filed)).toEqual({
    code: 1,
    printed: [
      'model.inp: 错误 “storm.dat” 第3行 [TIMESERIES]：“0:30”先后次序不对；应为晚于前一时刻的时间 [HYDRAULICS_ORDER]',
      'model.inp：1个错误，0个警告',
    ],
  })
})

it('files of older encodings are read, files that are not there are named', async () => {
  const old = Buffer.concat([
    Buffer.from('[TITLE]\n'),
    Buffer.from([0xb8, 0xdf, 0xd0, 0xc2]),
    Buffer.from('\n'),
  ])
  expect((await check(Buffer.concat([old, Buffer.from(SMALL)]))).code).toBe(0)
  // 两个编号只差一个字母：Å 与 Ä，在 GB18030 里都读不成字
  const two = SMALL.replaceAll('J1 ', 'J\xc5 ').replaceAll('J2 ', 'J\xc4 ')
  expect((await check(Buffer.from(two, 'latin1'))).code).toBe(0)
  await expect(
    inpCheckCommand(
      [join(folder, 'none.inp')],
      {},
      { language: 'zh', print: () => {}, write: () => Promise.resolve() },
    ),
  ).rejects.toMatchObject({ code: 'INP_FILE' })
})
