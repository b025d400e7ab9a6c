/** Full-width and half-width forms that reports mix freely, mapped one character to one so that spans hold. */
const FOLD = new Map<string, string>([
  ...Array.from(
    { length: 94 },
    (_, index) => [String.fromCharCode(0xff01 + index), String.fromCharCode(0x21 + index)] as const,
  ),
  ['　', ' '],
  ['“', '"'],
  ['”', '"'],
  ['＂', '"'],
  ['「', '"'],
  ['」', '"'],
  ['—', '-'],
  ['–', '-'],
  ['～', '-'],
  ['~', '-'],
  ['－', '-'],
  ['∶', ':'],
  ['．', '.'],
  ['•', '·'],
  ['﹪', '%'],
])

const FOLDED = /[！-～　“”「」—–～∶•﹪~]/g

/** The text with punctuation, digits and quotes in half-width; same length, same offsets. */
export const normalise = (text: string): string =>
  text.replace(FOLDED, (character) => FOLD.get(character) ?? character)
