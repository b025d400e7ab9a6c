/** What a person says of all rows of a sheet, by column; null leaves the sheet out. */
export type Filled = Readonly<Record<string, Readonly<Record<string, string>> | null>>

/** Whether every sheet that is read says something of a column. */
export const isFilled = (filled: Filled, sheets: readonly string[], name: string): boolean =>
  sheets.every((sheet) => filled[sheet] === null || Boolean(filled[sheet]?.[name]?.trim()))

/** Of what was filled in what counts: the columns that are still open, and values that say something. */
export const spoken = (filled: Filled, names: readonly string[]): Filled =>
  Object.fromEntries(
    Object.entries(filled).map(([sheet, said]) => [
      sheet,
      said &&
        Object.fromEntries(
          Object.entries(said).filter(([name, value]) => names.includes(name) && value.trim() !== ''),
        ),
    ]),
  )
