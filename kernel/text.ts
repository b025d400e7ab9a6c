/** Words that a person reads, in both languages; Chinese is written first and is what is shown by default. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

export const text = (zh: string, en: string): Text => ({ zh, en })
