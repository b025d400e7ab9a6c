import { existsSync } from 'node:fs'
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

/** A headless Chromium: the machine's own, else the one an npm package carries (Linux, glibc is all it needs). */
export async function openBrowser(): Promise<Browser> {
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
