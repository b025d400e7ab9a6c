import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createServer } from '../../app/server/server.ts'
import type { testZone } from '../zone.ts'
import { openBrowser } from './browser.ts'

/** Serves the zone of a test file, with a browser beside it. Call at the top of the file. */
export function onScreen(test: ReturnType<typeof testZone>) {
  let server: FastifyInstance | undefined
  let browser: Browser | undefined
  let address = ''
  beforeAll(async () => {
    server = await createServer(test.zone)
    ;[address, browser] = await Promise.all([server.listen({ port: 0, host: '127.0.0.1' }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    /** Of a page of the zone. */
    at: (path: string) => `${address}${path}`,
    /** A new page of somebody who has signed in, in a browser of their own. */
    as: async (person: string, width = 1440): Promise<Page> => {
      const context = await (browser as Browser).newContext({
        locale: 'zh-CN',
        viewport: { width, height: 900 },
      })
      await context.request.post(`${address}/api/session`, { data: { person } })
      context.setDefaultTimeout(60_000)
      return context.newPage()
    },
  }
}

/** By how many pixels a page is wider than its window. */
export const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth')
