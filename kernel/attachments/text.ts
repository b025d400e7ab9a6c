import { createReadStream } from 'node:fs'

const ENCODINGS = ['utf-8', 'gb18030'] as const

/** The encoding of which every byte of a file makes sense as plain text; undefined when none does. */
export async function textEncoding(file: string): Promise<(typeof ENCODINGS)[number] | undefined> {
  for (const encoding of ENCODINGS) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    try {
      let plain = true
      for await (const chunk of createReadStream(file))
        plain &&= isPlain(decoder.decode(chunk as Buffer, { stream: true }))
      if (plain && isPlain(decoder.decode())) return encoding
    } catch {
      // Not this one.
    }
  }
  return undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data
const isPlain = (words: string): boolean => !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(words)
