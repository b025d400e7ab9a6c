/** Money in yuan with two digits as text, in fen as a bigint where it is added: no float comes between. */

const YUAN = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/

/** '1234.5' → 123450n. @throws RangeError of what is no amount in whole fen */
export function fenOf(yuan: string): bigint {
  const [, sign, whole, part = ''] = YUAN.exec(yuan) ?? []
  if (whole === undefined) throw new RangeError(`no amount in whole fen: ${yuan}`)
  const fen = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
  return sign ? -fen : fen
}

/** Undefined of what is no amount in whole fen. */
export const fenIn = (yuan: string): bigint | undefined => (YUAN.test(yuan) ? fenOf(yuan) : undefined)

/** 123450n → '1234.50'. */
export function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
