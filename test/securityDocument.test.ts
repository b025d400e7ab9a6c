import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

/** Lines of the threat model: `file` › name of a test or of a group of them. */
const CITED = /`([\w/.-]+\.test\.tsx?)` › (.+?) \|$/gm

it('every line of the threat model names a test that is there', async () => {
  const document = await readFile('docs/security.md', 'utf8')
  const cited = [...document.matchAll(CITED)].map(([, file = '', name = '']) => ({ file, name }))
  const section = document.slice(document.indexOf('## Threats'), document.indexOf('## What is left'))
  const threats = section.split('\n').filter((line) => /^\| (?!\*\*|threat \||---)/.test(line))
  expect(cited.length).toBe(threats.length)
  expect(cited.length).toBeGreaterThan(40)
  for (const { file, name } of cited) {
    const source = await readFile(file, 'utf8')
    expect([file, name, source.includes(`'${name}'`)]).toEqual([file, name, true])
  }
})
