import { describe, expect, it } from 'vitest'
import { type ReadOptions, readCommand } from './read.ts'

const FILES: Readonly<Record<string, string>> = {
  'a.txt':
    '高新区2023年工作总结和2024年工作安排\n一、2023年工作总结\n全年实现地区生产总值391亿元,同比增长6%。\n二、2024年工作安排\n加快推进数创港建设。',
  'b.txt': '各位代表：请予审议。',
  'c.doc': '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
}

/** Runs the command over files in memory; what it printed, wrote and returned. */
async function run(files: string[], options: ReadOptions = {}) {
  const result = { code: 0, out: '', err: '', written: {} as Record<string, string> }
  result.code = await readCommand(files, options, {
    stdout: { write: (text) => (result.out += text) },
    stderr: { write: (text) => (result.err += text) },
    readFile: async (path) => {
      const text = FILES[path]
      if (text === undefined) throw Object.assign(new Error(), { code: path === 'dir' ? 'EISDIR' : 'ENOENT' })
      return Uint8Array.from(Buffer.from(text, path.endsWith('.doc') ? 'latin1' : 'utf8'))
    },
    writeFile: async (path, text) => {
      if (path.startsWith('/no/')) throw Object.assign(new Error(), { code: 'ENOENT' })
      result.written[path] = text
    },
  })
  return result
}

describe('gaoxin read', () => {
  it('prints outline, figures and tasks', async () => {
    const { code, out, err } = await run(['a.txt'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('a.txt  高新区2023年工作总结和2024年工作安排')
    expect(out).toMatch(/推进 +数创港建设/)
  })

  it('says plainly when a report has no figures', async () => {
    expect((await run(['b.txt'])).out).toContain('没有读出数字。')
    expect((await run(['b.txt'], { lang: 'en' })).out).toContain('No figures were found.')
  })

  it('--json prints one object for one file and an array for several', async () => {
    expect(JSON.parse((await run(['a.txt'], { json: true })).out)).toMatchObject({
      file: 'a.txt',
      unbound: expect.any(Array),
    })
    const both = JSON.parse((await run(['a.txt', 'b.txt'], { json: true })).out)
    expect(both.map(({ file }: { file: string }) => file)).toEqual(['a.txt', 'b.txt'])
  })

  it('--html prints a page, or writes it', async () => {
    expect((await run(['a.txt'], { html: true })).out).toMatch(/^<!doctype html>/)
    expect(Object.keys((await run(['a.txt'], { html: 'out.html' })).written)).toEqual(['out.html'])
    const { written, out } = await run(['a.txt', 'b.txt'], { html: 'out.html' })
    expect(Object.keys(written)).toEqual(['out-a.html', 'out-b.html'])
    expect(out).toBe('')
  })

  it('one sentence an error, exit code 2, and the other files are still read', async () => {
    const { code, out, err } = await run(['none.txt', 'c.doc', 'dir', 'a.txt'])
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toEqual([
      'none.txt:找不到文件;请检查路径。[report/not-found]',
      'c.doc:这是旧版Word文件(.doc);请用Word或WPS打开,另存为 .docx 再读。[report/old-doc]',
      'dir:文件打不开(EISDIR);请检查读取权限,以及它是不是一个文件。[report/unreadable]',
    ])
    expect(out).toContain('a.txt  高新区')
  })

  it('reports in English, and when a page cannot be written', async () => {
    const { code, err } = await run(['a.txt'], { html: '/no/out.html', lang: 'en' })
    expect(code).toBe(2)
    expect(err).toBe(
      '/no/out.html: the result cannot be written (ENOENT); check that the folder exists and may be written to. [report/not-written]\n',
    )
  })

  it('--json stays JSON when some files fail', async () => {
    const { code, out } = await run(['a.txt', 'none.txt'], { json: true })
    expect(code).toBe(2)
    expect(JSON.parse(out)).toHaveLength(1)
  })

  it('without files says how to begin', async () => {
    expect(await run([])).toMatchObject({ code: 1, err: '请给出要读的报告文件。\n' })
  })
})
