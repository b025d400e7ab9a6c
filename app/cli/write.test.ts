import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeOutput } from './write.ts'

const folder = mkdtempSync(join(process.cwd(), '.tmp-test-write-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('writes a file', async () => {
  await writeOutput(join(folder, 'a.md'), '报告')
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('报告')
})

it('names the folder that is not there', async () => {
  const file = join(folder, 'none', 'a.md')
  const problem = await writeOutput(file, '').catch((error) => error)
  expect(problem).toMatchObject({ code: 'OUTPUT_FILE', place: file, value: 'ENOENT' })
  expect(problem.remedy.zh).toContain(`没有目录 ${join(folder, 'none')}`)
})

it('says that a folder is no file', async () => {
  await expect(writeOutput(folder, '')).rejects.toMatchObject({ code: 'OUTPUT_FILE', value: 'EISDIR' })
})
