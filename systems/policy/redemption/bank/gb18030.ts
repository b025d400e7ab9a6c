/** Text as bytes of GB 18030, which banks' programs take; the platform decodes it but does not encode. */

const byCharacter = new Map<string, readonly number[]>()

/** The table of the two- and four-byte codes of the basic plane, once asked for, turned round. */
function table(): ReadonlyMap<string, readonly number[]> {
  if (byCharacter.size > 0) return byCharacter
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const enter = (...code: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(code))
      if ([...character].length === 1 && !byCharacter.has(character)) byCharacter.set(character, code)
    } catch {
      // No character has this code.
    }
  }
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) enter(a, b)
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) enter(a, b, c, d)
  return byCharacter
}

/** Above the basic plane codes follow the numbers of the characters, from 90308130 on. */
function above(point: number): readonly number[] {
  const at = point - 0x10000
  return [
    0x90 + Math.floor(at / 12600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]
}

/** @returns undefined with the character that cannot be written, which only half a surrogate pair is */
export function encodeGb18030(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0)!
    const code = point < 0x80 ? [point] : point > 0xffff ? above(point) : table().get(character)
    if (!code) return undefined
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}
