/** The first character of each initial of pinyin, in the order of the collation. */
const INITIALS = 'ABCDEFGHJKLMNOPQRSTWXYZ'
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥扨它穵夕丫帀'
const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin')

const initialOf = (character: string): string => {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase()
  const after = [...FIRST].findIndex((first) => byPinyin.compare(first, character) > 0)
  return (INITIALS[(after === -1 ? INITIALS.length : after) - 1] ?? '').toLowerCase()
}

/** 暴露垃圾 → `bllj`: of a character with several readings, one of them. */
export const initialsOf = (words: string): string => [...words].map(initialOf).join('')

interface Named {
  readonly name: string
  readonly nameEn: string
  readonly code?: string
}

/** What fits what was typed, in characters, initials of pinyin, English or code; what begins with it first. */
export function found<T extends Named>(all: readonly T[], typed: string, most = 9): readonly T[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return all.slice(0, most)
  const rank = ({ name, nameEn, code = '' }: Named) => {
    const at = [name, initialsOf(name), nameEn.toLowerCase(), code].map((each) => each.indexOf(wanted))
    return at.includes(0) ? 0 : at.some((place) => place > 0) ? 1 : 2
  }
  return all
    .map((one) => ({ one, rank: rank(one) }))
    .filter((each) => each.rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one)
}
