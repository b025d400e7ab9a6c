import { inflateSync } from 'node:zlib'

/** Names of what runs, starts programs or carries files. An action in JavaScript always says so by its full name. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])/
/** Bytes that the objects packed into one stream may unpack to. */
const LARGEST = 64 * 2 ** 20

/**
 * What in a PDF would run. Objects may be packed into streams, which are unpacked; what cannot be read for sure is not
 * taken for harmless.
 * @throws Error when it is encrypted, or packed in a way that hides its objects
 */
export function activePdf(bytes: Buffer): string | undefined {
  const words = named(bytes.toString('latin1'))
  if (/\/Encrypt(?![A-Za-z0-9])/.test(words)) throw new Error('encrypted')
  return ACTIVE.exec(words)?.[1] ?? activeInStreams(bytes)
}

/** `/J#61vaScript` is `/JavaScript`. */
const named = (words: string): string =>
  words.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function activeInStreams(bytes: Buffer): string | undefined {
  const words = bytes.toString('latin1')
  for (const match of words.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = named(words.slice(Math.max(0, match.index - 2000), match.index))
    const dictionary = before.slice(before.lastIndexOf(' obj'))
    if (!dictionary.includes('/ObjStm')) continue
    if (
      !/\/Filter\s*(\[\s*)?\/FlateDecode\s*(\]|\/|>)/.test(dictionary) ||
      dictionary.includes('/DecodeParms')
    ) {
      if (!dictionary.includes('/Filter')) continue
      throw new Error('objects are packed in an unusual way')
    }
    const packed = bytes.subarray(match.index + match[0].length)
    const objects = inflateSync(packed, { maxOutputLength: LARGEST }).toString('latin1')
    const found = ACTIVE.exec(named(objects))
    if (found) return found[1]
  }
  return undefined
}
