/**
 * The measures of GB/T 9704-2012 《党政机关公文格式》. Twips (1/20 pt) unless said; font sizes in half-points.
 */

export const PAGE = {
  // 5.1: A4, 210 mm × 297 mm
  width: 11906,
  height: 16838,
  // 5.2.1: top 37 mm ± 1, binding side 28 mm ± 1, text area 156 mm × 225 mm
  top: 2098,
  left: 1588,
  right: 1474,
  // 34.9 mm: 22 lines of 29 pt are 12760 twips, a hair more than 225 mm; at 35.0 mm Word drops the last line
  bottom: 1978,
  // 5.2.3: 22 lines of 28 characters fill the text area
  linePitch: 580,
  // 156 mm / 28 = 15.79 pt a character, 0.21 pt less than 3号. Set on the characters, not as a character grid:
  // LibreOffice gives every character two cells of a grid narrower than its font
  characterSpacing: -5,
  // 7.5: the number stands 7 mm below the text area
  footer: 1300,
  // one 4号 character
  numberInset: 280,
} as const

export const SIZES = { two: 44, three: 32, four: 28 } as const

/** Two 3号 characters. */
export const TWO_CHARACTERS = 640

export type FontName = 'title' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'body' | 'pageNumber'

/**
 * 7.3.1 title 小标宋; 7.3.3 headings 黑体, 楷体, 仿宋, 仿宋; 5.2.2 text 3号 仿宋. Digits and Latin are set in the same
 * Chinese font, as offices do, so that 28 characters stay 28.
 */
export const FONTS: Readonly<Record<FontName, { readonly eastAsia: string; readonly ascii: string }>> = {
  title: { eastAsia: '方正小标宋简体', ascii: '方正小标宋简体' },
  heading1: { eastAsia: '黑体', ascii: '黑体' },
  heading2: { eastAsia: '楷体_GB2312', ascii: '楷体_GB2312' },
  heading3: { eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312' },
  heading4: { eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312' },
  body: { eastAsia: '仿宋_GB2312', ascii: '仿宋_GB2312' },
  pageNumber: { eastAsia: '宋体', ascii: '宋体' },
}
