import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'

const INSTALLED = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Maps are drawn without a graphics card. */
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/**
 * A headless Chromium: the machine's own, else the one an npm package carries (Linux, glibc is all it needs). With
 * SLOW=1500 whatever a page loads or asks for comes that many milliseconds late: what acts on a page that is not there
 * yet then fails each time, not once in a hundred.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch()
  return process.env.SLOW ? late(browser, Number(process.env.SLOW)) : browser
}

function late(browser: Browser, milliseconds: number): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    await context.route(/\/(assets|api)\//, async (route) => {
      await delay(milliseconds)
      await route.fallback().catch(() => undefined)
    })
    return context
  }
  return browser
}

async function launch(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && existsSync(path))
  if (installed)
    return chromium.launch({
      executablePath: installed,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        ...WEBGL,
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
  // The package unpacks the libraries it needs only where it believes to be in a function runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: carried } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      ...WEBGL,
      '--headless=shell',
      '--disable-background-networking',
    ],
  })
}

/** Waits until a page has all that it asked for: nothing of it is grey or busy any more. */
export const loaded = (page: Page) =>
  page.locator('main .skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' })
