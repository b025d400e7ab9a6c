/**
 * Tables for a terminal, where a Chinese character takes two columns (Unicode UAX #11: wide and full-width).
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud87f][\udc00-\udfff]/g
/** Ambiguous in UAX #11; Chinese terminals and fonts draw them wide. */
const WIDE_IN_CHINESE = /[“”‘’—…·±×÷①-⑳]/g

export function displayWidth(text: string): number {
  const wide = (text.match(WIDE) ?? []).length
  const astral = (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []).length
  return text.length - astral + wide + (text.match(WIDE_IN_CHINESE) ?? []).length
}

/** `text` cut to `width` columns, with … where something is left out. */
export function fitWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let fitted = ''
  let used = 0
  for (const char of text) {
    const next = displayWidth(char)
    if (used + next > width - 2) break
    fitted += char
    used += next
  }
  return `${fitted}…`
}

export interface Column {
  readonly title: string
  /** The most columns it may take. */
  readonly most: number
  readonly right?: boolean
}

/** Lines of a table: columns as wide as their content needs, up to `most`, two spaces apart. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const fitted = [columns.map((column) => column.title), ...rows].map((row) =>
    row.map((cell, i) => fitWidth(cell.replace(/\s+/g, ' '), columns[i]!.most)),
  )
  const widths = columns.map((_, i) => fitted.reduce((most, row) => Math.max(most, displayWidth(row[i]!)), 0))
  return fitted.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat(widths[i]! - displayWidth(cell))
        return columns[i]!.right ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}
