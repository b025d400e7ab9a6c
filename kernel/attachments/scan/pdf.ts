import { constants, inflateSync } from 'node:zlib'

/** Names of what runs, starts programs or carries files. An action in JavaScript always says so by its full name. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])/
/** Bytes that the packed objects of one file may unpack to, all together. */
const MOST_UNPACKED = 128 * 2 ** 20
/** Streams of one file; an ordinary page has a few. */
const MOST_STREAMS = 20_000
/** Packed bytes of which the beginning of a stream is told. */
const PEEK = 256

/**
 * What in a PDF would run. Objects may be packed into streams, which are unpacked; what cannot be read for sure is not
 * taken for harmless.
 * @throws Error when it is encrypted, swells, or packed in a way that hides its objects
 */
export function activePdf(bytes: Buffer): string | undefined {
  const words = named(bytes.toString('latin1'))
  if (/\/Encrypt(?![A-Za-z0-9])/.test(words)) throw new Error('encrypted')
  return ACTIVE.exec(words)?.[1] ?? activeInStreams(bytes)
}

/** `/J#61vaScript` is `/JavaScript`. */
const named = (words: string): string =>
  words.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/**
 * What a stream is said to be is not asked: programs open one that holds objects whatever its dictionary says, or where
 * they take it to begin.
 */
function activeInStreams(bytes: Buffer): string | undefined {
  const words = bytes.toString('latin1')
  let [count, left, before] = [0, MOST_UNPACKED, 0]
  for (const match of words.matchAll(/(?<!end)stream[^\r\n]{0,100}(?:\r\n|\n|\r)/g)) {
    if (++count > MOST_STREAMS) throw new Error('more streams than a document has')
    refuseUnusual(named(words.slice(Math.max(before, match.index - 2000), match.index)))
    before = match.index
    const packed = bytes.subarray(match.index + match[0].length)
    if (!mayHoldObjects(packed)) continue
    const objects = inflateSync(packed, { maxOutputLength: left })
    left -= objects.length
    const found = ACTIVE.exec(named(objects.toString('latin1')))
    if (found) return found[1]
    if (left <= 0) throw new Error('its objects unpack to more than they may')
  }
  return undefined
}

/** @throws Error when objects are packed as nobody packs them */
function refuseUnusual(before: string): void {
  const dictionary = before.slice(before.lastIndexOf(' obj'))
  if (!dictionary.includes('/ObjStm') || !dictionary.includes('/Filter')) return
  const usual =
    /\/Filter\s*(\[\s*)?\/FlateDecode\s*(\]|\/|>)/.test(dictionary) && !dictionary.includes('/DecodeParms')
  if (!usual) throw new Error('objects are packed in an unusual way')
}

/** Packed objects begin with their numbers and places, or with a comment. */
function mayHoldObjects(packed: Buffer): boolean {
  const [method = 0, check = 0] = packed
  if ((method & 15) !== 8 || (method * 256 + check) % 31 !== 0) return false
  try {
    const begin = inflateSync(packed.subarray(0, PEEK), { finishFlush: constants.Z_SYNC_FLUSH })
    return begin.length === 0 || /^[\s\0]*(%|\d+[\s\0]+\d)/.test(begin.toString('latin1', 0, 1000))
  } catch {
    // Neither packed so, nor readable for anybody.
    return false
  }
}
