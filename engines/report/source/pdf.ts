import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'
import { ReportError } from '../errors.ts'
import { type PdfLine, type PdfPage, paragraphsOf } from './pdfLines.ts'

/**
 * The text of a PDF, by pdf.js. Character maps and standard fonts come from the package's own folders, so
 * Chinese fonts that name a predefined CMap (GBK-EUC-H, UniGB-UCS2-H) are read without any network.
 */
export async function readPdf(bytes: Uint8Array, place: string): Promise<{ text: string; notes: string[] }> {
  const pdf = await pdfjs()
  const task = pdf.getDocument({
    data: Uint8Array.from(bytes), // a copy: pdf.js takes the buffer away from its owner
    ...resources(),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items.filter((item): item is TextItem => 'str' in item)))
      page.cleanup()
    }
    if (!pages.some((page) => page.some((line) => line.text.trim() !== ''))) {
      throw new ReportError('report/scanned-pdf', place, `${pages.length} 页 / pages`)
    }
    const text = paragraphsOf(pages)
    return { text, notes: unmappedNote(text) }
  } catch (error) {
    if (error instanceof ReportError) throw error
    const encrypted = (error as { name?: string }).name === 'PasswordException'
    throw new ReportError(encrypted ? 'report/encrypted' : 'report/corrupted', place, '', error)
  } finally {
    await task.destroy()
  }
}

/** pdf.js asks for browser classes as it loads and warns on the console without them; reading text needs none. */
async function pdfjs() {
  const host = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) host[name] ??= class {}
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

function resources() {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string) => `${join(home, name)}/`
  return {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
  }
}

/** Puts the runs of a page together to lines, from top to bottom and left to right. */
function linesOf(items: readonly TextItem[]): PdfPage {
  const lines: (PdfLine & { runs: TextItem[] })[] = []
  for (const item of items) {
    if (item.str === '') continue
    const y = item.transform[5] as number
    const size = Math.hypot(item.transform[2] as number, item.transform[3] as number) || item.height || 10
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < size * 0.4) line.runs.push(item)
    else lines.push({ y, size, left: 0, right: 0, text: '', runs: [item] })
  }
  return lines.map(({ y, size, runs }) => {
    runs.sort((a, b) => a.transform[4] - b.transform[4])
    const inked = runs.filter((run) => run.str.trim() !== '')
    const left = Math.min(...inked.map((run) => run.transform[4] as number))
    const right = Math.max(...inked.map((run) => (run.transform[4] as number) + run.width))
    return { y, size, left, right, text: joinRuns(runs, size) }
  })
}

function joinRuns(runs: readonly TextItem[], size: number): string {
  let text = ''
  let reached = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const gap = (run.transform[4] as number) - reached
    if (text !== '' && gap > size * 0.3 && !text.endsWith(' ')) text += ' '
    text += run.str
    reached = (run.transform[4] as number) + run.width
  }
  return text
}

/** Fonts without a map to Unicode give private-use characters: the words are on the page but cannot be known. */
function unmappedNote(text: string): string[] {
  const lost = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0
  if (lost === 0) return []
  return [`有 ${lost} 个字符的字体没有字符对照表 / ${lost} characters are in a font without a map to Unicode`]
}
