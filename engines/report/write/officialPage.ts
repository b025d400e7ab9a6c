import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx'
import { FONTS, type FontName, PAGE, SIZES } from './gbt9704.ts'

/** The Word side of GB/T 9704-2012's page: what every official paper shares, whatever stands on it. */

export function fontOf(name: FontName) {
  const { eastAsia, ascii } = FONTS[name]
  return { ascii, hAnsi: ascii, cs: ascii, eastAsia, hint: 'eastAsia' }
}

/** 7.5: 4号 Arabic numerals between dashes below the text, odd pages right, even pages left, one character in. */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: PAGE.numberInset } : { left: PAGE.numberInset },
        children: [
          new TextRun({
            font: fontOf('pageNumber'),
            size: SIZES.four,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })
}

/** Footers of odd and even pages; the document must say `evenAndOddHeaderAndFooters`. */
export const OFFICIAL_FOOTERS = { default: pageNumber('right'), even: pageNumber('left') }

/** 5.1 and 5.2.1: A4 and its margins. */
export const OFFICIAL_PAGE = {
  size: { width: PAGE.width, height: PAGE.height },
  margin: {
    top: PAGE.top,
    bottom: PAGE.bottom,
    left: PAGE.left,
    right: PAGE.right,
    header: 851,
    footer: PAGE.footer,
    gutter: 0,
  },
}
