/**
 * One page of Chinese text as PDF. The characters are named, not embedded: a reader shows them in a Song face of its
 * own (STSong-Light, UniGB-UTF16-H are predefined), so no font is shipped and a file is a few kilobytes. Pure: the same
 * lines give the same bytes.
 */

export interface TextLine {
  /** Points from the left and from the top of A4 (595 × 842). */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: string
  /** Ends at x instead of beginning there. */
  readonly right?: boolean
  /** 0..1 each; black when left out. */
  readonly colour?: readonly [number, number, number]
}
export interface Rule {
  readonly y: number
  readonly from: number
  readonly to: number
}

/** A square pattern of dark modules, as a QR code is; x and y are its upper left corner. */
export interface Modules {
  readonly x: number
  readonly y: number
  /** Points of a side. */
  readonly size: number
  readonly dark: readonly (readonly boolean[])[]
}

export const PAGE = { width: 595, height: 842 } as const

/** Widths of Helvetica from the space to the tilde, in thousandths. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
const LATIN = /[\x20-\x7e]+/g

export function pdfOf(
  title: string,
  lines: readonly TextLine[],
  rules: readonly Rule[],
  modules?: Modules,
): Buffer {
  const content = [...rules.map(ruleOf), ...(modules ? [modulesOf(modules)] : []), ...lines.map(textOf)].join(
    '\n',
  )
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents 4 0 R
/Resources << /Font << /L 5 0 R /S 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [7 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000
/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 8 0 R >>`,
    `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    `<< /Title <feff${hex(title)}> >>`,
  ]
  let body = '%PDF-1.5\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = body.length
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer
<< /Size ${objects.length + 1} /Root 1 0 R /Info 9 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

const ruleOf = ({ y, from, to }: Rule) =>
  `0.8 G 0.5 w ${from} ${PAGE.height - y} m ${to} ${PAGE.height - y} l S`

/** Rectangles, one a run of dark modules in a row, filled at once so that no hairline parts them. */
function modulesOf({ x, y, size, dark }: Modules): string {
  const side = size / dark.length
  const runs = dark.flatMap((row, down) =>
    [
      ...row
        .map((one) => (one ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) =>
      [x + index * side, PAGE.height - y - (down + 1) * side, run.length * side, side]
        .map((one) => one.toFixed(3))
        .join(' '),
    ),
  )
  return `0 0 0 rg ${runs.map((run) => `${run} re`).join(' ')} f`
}

function textOf({ x, y, size, text, right, colour = [0, 0, 0] }: TextLine): string {
  const begin = right ? x - widthOf(text, size) : x
  const runs = runsOf(text).map(({ latin, part }) =>
    latin ? `/L ${size} Tf (${part.replace(/[\\()]/g, '\\$&')}) Tj` : `/S ${size} Tf <${hex(part)}> Tj`,
  )
  return `BT ${colour.join(' ')} rg ${begin.toFixed(2)} ${PAGE.height - y} Td ${runs.join(' ')} ET`
}

/** In points; a Chinese character is as wide as it is high. */
export const widthOf = (text: string, size: number): number =>
  runsOf(text).reduce(
    (sum, { latin, part }) =>
      sum +
      (size / 1000) *
        [...part].reduce((all, one) => all + (latin ? (WIDTHS[one.charCodeAt(0) - 32] ?? 556) : 1000), 0),
    0,
  )

function runsOf(text: string): readonly { readonly latin: boolean; readonly part: string }[] {
  // What is no character of a line, such as a line break in a name, is a space.
  const clean = text.replace(/\p{Cc}/gu, ' ')
  const others = clean.split(LATIN)
  const latins = clean.match(LATIN) ?? []
  return others.flatMap((part, i) => [
    ...(part ? [{ latin: false, part }] : []),
    ...(latins[i] ? [{ latin: true, part: latins[i] }] : []),
  ])
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
