import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { openEngine, runModel } from '../../engines/hydraulics/run/index.ts'
import { townModel } from '../../engines/hydraulics/run/model.fixture.ts'
import { openBrowser } from './browser.ts'

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

it('the hydraulic engine gives in threads of a browser what it gives here', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gaoxin-engine-'))
  await build({
    root: 'test/e2e/engine',
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true },
  })
  const server = createServer(async ({ url = '/' }, reply) => {
    const body = await readFile(join(folder, url === '/' ? 'index.html' : url)).catch(() => undefined)
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html'
    reply.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': POLICY }).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('globalThis.runTowns')
    const hours = [1, 2, 3]
    const answer = await page.evaluate(`globalThis.runTowns(${JSON.stringify(hours)})`)
    const engine = await openEngine()
    const depths = []
    for (const hour of hours) {
      const model = townModel({ options: { END_TIME: `${6 + hour}:00:00` } })
      depths.push((await runModel(engine, { name: 'town', model })).report.tables.nodeDepth)
    }
    expect(answer).toEqual({ depths, bad: 'hydraulics/model' })
  } finally {
    await browser.close()
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
})
