/**
 * Which encoding a text file is in. Offices hand over UTF-8, UTF-16 (Notepad's "Unicode") and GB18030 or its
 * subsets GBK and GB2312; the first that decodes without error and looks like text wins.
 */

export interface Decoded {
  readonly text: string
  /** WHATWG label: utf-8, utf-16le, utf-16be, gb18030, big5. */
  readonly encoding: string
  /** Characters that could not be decoded and stand as U+FFFD. */
  readonly lost: number
}

/** How many bytes are looked at where a sample will do. */
const SAMPLE = 64 * 1024

/** Decodes `bytes`; `declared` is the charset a page claims for itself. The byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  for (const encoding of candidates(bytes, declared)) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined) return { text, encoding, lost: 0 }
  }
  return leastDamaged(bytes)
}

function candidates(bytes: Uint8Array, declared?: string): string[] {
  const marked = byteOrderMark(bytes) ?? guessUtf16(bytes)
  if (marked) return [marked]
  const known = declared === undefined ? undefined : knownLabel(declared)
  return known && known !== 'utf-8' ? [known, 'utf-8', 'gb18030'] : ['utf-8', 'gb18030']
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * UTF-16 without a mark: one byte of each pair is then 0x00 (digits, line ends), 0x4e to 0x9f (Chinese), or 0x20,
 * 0x30, 0xff (punctuation), while the other byte may be anything. No other encoding of text holds zero bytes.
 */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (bytes.length % 2 !== 0 || length < 4 || !bytes.subarray(0, length).includes(0)) return undefined
  const high = [0, 0]
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0 || (byte >= 0x4e && byte <= 0x9f) || byte === 0x20 || byte === 0x30 || byte === 0xff) {
      high[i & 1]!++
    }
  }
  const [even, odd] = high.map((count) => count / (length / 2)) as [number, number]
  if (odd > 0.9 && even < 0.7) return 'utf-16le'
  if (even > 0.9 && odd < 0.7) return 'utf-16be'
  return undefined
}

function knownLabel(label: string): string | undefined {
  try {
    const name = new TextDecoder(label.trim()).encoding
    return name === 'gbk' ? 'gb18030' : name
  } catch {
    return undefined
  }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** A file cut off inside a character, or with a few broken bytes, is still read: whichever loses less. */
function leastDamaged(bytes: Uint8Array): Decoded {
  const tries = ['utf-8', 'gb18030'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, encoding, lost: countLost(text) }
  })
  return tries[0]!.lost <= tries[1]!.lost ? tries[0]! : tries[1]!
}

function countLost(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}
