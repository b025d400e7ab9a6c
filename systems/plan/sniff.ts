/** What a file is by its first bytes; the name it came with is not believed. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], type: string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'application/x-ole-storage'],
]
/** Parts by which the zip containers of offices tell themselves apart. */
const CONTAINERS: readonly (readonly [part: string, type: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['OFD.xml', 'application/ofd'],
]

/** @returns undefined for what is neither a known document nor plain text. */
export function sniff(bytes: Uint8Array): string | undefined {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, index) => bytes[index] === byte))
  if (known) return known[1]
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    const directory = Buffer.from(bytes).toString('latin1')
    return CONTAINERS.find(([part]) => directory.includes(part))?.[1] ?? 'application/zip'
  }
  return isText(bytes) ? 'text/plain; charset=utf-8' : undefined
}

function isText(bytes: Uint8Array): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data
    return !/[\u0000-\u0008\u000e-\u001f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}
