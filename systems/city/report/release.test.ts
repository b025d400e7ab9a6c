import { expect, it } from 'vitest'
import { hasNotes } from './release.ts'

const picture = (...parts: readonly string[]) =>
  Buffer.from(['\xff\xd8', ...parts, '\xff\xd9'].join(''), 'latin1')

it('knows a picture into which a camera or a program wrote where and when', () => {
  expect(hasNotes(picture('\xff\xe0\0\x10JFIF\0', 'pixels'))).toBe(false)
  expect(hasNotes(picture('\xff\xe1\0\x20Exif\0\0MM', 'pixels'))).toBe(true)
  expect(hasNotes(picture('\xff\xe1\0\x40http://ns.adobe.com/xap/1.0/\0', 'pixels'))).toBe(true)
  expect(hasNotes(Buffer.from('\x89PNG\r\n\x1a\n....eXIfMM', 'latin1'))).toBe(true)
  expect(hasNotes(Buffer.from('RIFF....WEBPVP8X....EXIF', 'latin1'))).toBe(true)
})
