/** What a file is, by its first bytes; its name is never asked. */

export type Kind = 'pdf' | 'zip' | 'cfb' | 'rtf' | 'image' | 'text'

const MAGIC: readonly { kind: Kind; bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  // Compound File Binary: .doc, .xls, .wps, and any encrypted Office file
  { kind: 'cfb', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
]

export function kindOf(bytes: Uint8Array): Kind {
  for (const { kind, bytes: magic } of MAGIC) {
    if (magic.every((byte, i) => bytes[i] === byte)) return kind
  }
  // ISO 32000-1, Annex H: readers accept the header anywhere in the first 1024 bytes
  return findAscii(bytes.subarray(0, 1024), '%PDF-') >= 0 ? 'pdf' : 'text'
}

/** Encrypted Office files are compound files that hold a stream of this name, in UTF-16. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return findAscii(bytes, [...'EncryptedPackage'].join('\0')) >= 0
}

/** True where decoded text is HTML: a doctype, an html element, or markup before any words. */
export function looksLikeHtml(text: string): boolean {
  const opening = text.slice(0, 2048).trimStart().toLowerCase()
  return (
    /^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*(?:<!doctype html|<html|<head|<body|<meta|<title|<div|<p[\s>]|<table)/.test(
      opening,
    ) || /<html[\s>]/.test(opening)
  )
}

/** Control characters that no text has; a few may be stray. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, 8192)
  let control = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) control++
    else if (code === 0xfffd) control++
  }
  return control > sample.length / 50
}

function findAscii(bytes: Uint8Array, words: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(words, 0, 'latin1')
}
