import { crc32, deflateRawSync } from 'node:zlib'

/** Small files of each kind, made by hand for tests. */

/** A PDF of one page from its content stream and resources. */
export function pdfOf(
  content: string,
  resources: string,
  extraObjects: string[] = [],
  trailer = '',
): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${resources}>>/Contents 4 0 R>>`,
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ...extraObjects,
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('')
  const size = objects.length + 1
  pdf += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${pdf.lastIndexOf('xref')}\n%%EOF`
  return Uint8Array.from(Buffer.from(pdf, 'latin1'))
}

/**
 * A Chinese PDF with a font that is not embedded and has no map to Unicode, only the predefined CMap GBK-EUC-H.
 * Each line is placed at `left` points; `hex` are its bytes in GBK.
 */
export function chinesePdf(lines: readonly { readonly left: number; readonly hex: string }[]): Uint8Array {
  const content = lines
    .map(({ left, hex }, i) => `BT /F1 16 Tf 1 0 0 1 ${left} ${720 - i * 29} Tm <${hex}> Tj ET`)
    .join('\n')
  return pdfOf(content, '/Font<</F1 5 0 R>>', [
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[814 939 500]/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
  ])
}

/** A page that is a picture. */
export function scannedPdf(): Uint8Array {
  return pdfOf('q 595 0 0 842 0 0 cm /Im1 Do Q', '/XObject<</Im1 5 0 R>>', [
    '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream',
  ])
}

/** Encrypted for a password nobody knows. */
export function lockedPdf(): Uint8Array {
  const noise = 'ab'.repeat(32)
  const lock = `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${noise}>/U<${noise}>>>`
  return pdfOf('BT ET', '', [lock], `/Encrypt 5 0 R/ID[<${noise}><${noise}>]`)
}

/** A ZIP package of deflated entries; `claimed` overrides the size that the directory states. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, claimed?: number): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(raw), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed ?? raw.length, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(raw), 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed ?? raw.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, ...directory, end]))
}
