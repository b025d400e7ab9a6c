import { openBytes, openZip, type Source, type Zip } from '../../store/exchange/index.ts'
import { activeOle, isEncrypted, openOle } from './ole.ts'

/** Documents within documents that are looked into. */
const DEPTH = 3
/** Bytes that a part may unpack to; one that is larger is a bomb or hides something. */
const LARGEST_PART = 64 * 2 ** 20

/** Bytes that may still be unpacked to look into one file, what lies within it at any depth included. */
export interface Budget {
  left: number
}
const MOST_UNPACKED = 512 * 2 ** 20

const MANIFEST = '[Content_Types].xml'
const PARTS: readonly (readonly [part: RegExp, type: string, manifest: string])[] = [
  [/^word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', MANIFEST],
  [/^xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', MANIFEST],
  [/^ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation', MANIFEST],
  [/^OFD\.xml$/i, 'application/ofd', 'OFD.xml'],
]
/** Parts that run: VBA, Excel 4 macro and dialog sheets, ActiveX controls, scripts and signatures of programs. */
const ACTIVE =
  /(vbaProject|vbaData|(^|\/)(macrosheets|dialogsheets|activeX|customUI)\/|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|com|jar|hta|lnk)$)/i

export interface ZipVerdict {
  readonly type: string | undefined
  /** The part that would run. */
  readonly active: string | undefined
}

/** What an office's zip container is, and what in it would run, objects within it included. @throws Error when damaged */
export async function judgeZip(
  source: Source,
  budget: Budget = { left: MOST_UNPACKED },
  depth = 0,
): Promise<ZipVerdict> {
  const bytes = await openBytes(source)
  try {
    const zip = await openZip(bytes)
    const { names } = zip
    const type = PARTS.find(
      ([part, , manifest]) => zip.has(manifest) && names.some((name) => part.test(name)),
    )?.[1]
    const active = names.find((name) => ACTIVE.test(name)) ?? (await activeContent(zip, budget, depth))
    return { type, active }
  } finally {
    await bytes.close()
  }
}

async function activeContent(zip: Zip, budget: Budget, depth: number): Promise<string | undefined> {
  if (zip.has(MANIFEST) && /macroEnabled/i.test((await partOf(zip, MANIFEST, budget)).toString()))
    return MANIFEST
  for (const name of zip.names) {
    const relations = /\.rels$/i.test(name) && (await partOf(zip, name, budget)).toString()
    // A template from elsewhere brings its macros when the document is opened.
    if (relations && /attachedTemplate[^>]*TargetMode="External"/i.test(relations)) return name
    if (!/(^|\/)embeddings\/.*[^/]$/i.test(name)) continue
    const object = await partOf(zip, name, budget)
    if (object.toString('hex', 0, 4) === 'd0cf11e0') {
      const ole = openOle(object)
      if (isEncrypted(ole) || activeOle(ole)) return name
    } else if (object.toString('latin1', 0, 2) === 'PK') {
      if (depth >= DEPTH || (await judgeZip(object, budget, depth + 1)).active) return name
    }
  }
  return undefined
}

async function partOf(zip: Zip, name: string, budget: Budget): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of zip.read(name)) {
    size += chunk.length
    budget.left -= chunk.length
    if (size > LARGEST_PART || budget.left < 0) throw new Error(`${name} unpacks to more than it may`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
