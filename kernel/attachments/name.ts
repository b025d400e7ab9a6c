/** Longest name that every file system takes, in UTF-8 bytes. */
const LONGEST = 180

/** A name as it may stand in any folder: no path, nothing unseen, nothing that turns the reading direction. */
export function safeName(given: string, extension: string): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = base
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim()
  const stem = plain || `file.${extension}`
  // The reserved names of Windows.
  return shortened(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem) ? `_${stem}` : stem)
}

function shortened(name: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, tail] = dot > 0 && name.length - dot <= 10 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const signs = [...stem]
  while (Buffer.byteLength(signs.join('') + tail) > LONGEST) signs.pop()
  return signs.join('') + tail
}
