/** Regular expressions of XPath 3.1 (§5.6.1) as those of JavaScript. */

const compiled = new Map<string, RegExp | null>()
/** Patterns may be made of data: what is kept has an end. */
const MOST_COMPILED = 1000

/** @param flags of `s m i x q` @returns null where the pattern or a flag is wrong */
export function regexOf(pattern: string, flags: string, more = ''): RegExp | null {
  const key = `${flags}${more}/${pattern}`
  let found = compiled.get(key)
  if (found === undefined) {
    found = translate(pattern, flags, more)
    if (compiled.size >= MOST_COMPILED) compiled.clear()
    compiled.set(key, found)
  }
  if (found) found.lastIndex = 0
  return found
}

function translate(pattern: string, flags: string, more: string): RegExp | null {
  if (/[^smixq]/.test(flags)) return null
  const own = [...new Set(flags)].filter((flag) => 'smi'.includes(flag)).join('')
  try {
    if (flags.includes('q'))
      return new RegExp(
        pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
        `u${own.replace(/[sm]/g, '')}${more}`,
      )
    return new RegExp(
      new Translator(flags.includes('x') ? stripped(pattern) : pattern, flags.includes('s')).whole(),
      `v${own}${more}`,
    )
  } catch {
    return null
  }
}

/** Flag x: white space is only there to read by, except in classes. */
function stripped(pattern: string): string {
  let depth = 0
  let result = ''
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i] as string
    if (sign === '\\') {
      while (/[\t\n\r ]/.test(pattern[i + 1] ?? '')) i++
      result += sign + (pattern[++i] ?? '')
    } else {
      if (sign === '[') depth++
      if (sign === ']') depth--
      if (depth > 0 || !/[\t\n\r ]/.test(sign)) result += sign
    }
  }
  return result
}

const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'
const NAME = `${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`
const CLASSES: Readonly<Record<string, string>> = {
  i: `[${NAME_START}]`,
  I: `[^${NAME_START}]`,
  c: `[${NAME}]`,
  C: `[^${NAME}]`,
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  w: '[^\\p{P}\\p{Z}\\p{C}]',
  W: '[\\p{P}\\p{Z}\\p{C}]',
  s: '[\\t\\n\\r\\u{20}]',
  S: '[^\\t\\n\\r\\u{20}]',
}

class Translator {
  readonly #text: string
  #at = 0
  #groups = 0
  readonly #dotAll: boolean

  constructor(text: string, dotAll: boolean) {
    this.#text = text
    this.#dotAll = dotAll
  }

  whole(): string {
    let result = ''
    while (this.#at < this.#text.length) result += this.#piece()
    return result
  }

  #piece(): string {
    const sign = this.#text[this.#at++] as string
    if (sign === '\\') return this.#escape()
    if (sign === '[') return this.#group()
    if (sign === '(') {
      if (this.#text.startsWith('?:', this.#at)) {
        this.#at += 2
        return '(?:'
      }
      if (this.#text[this.#at] === '?') throw new Error('group')
      this.#groups++
      return '('
    }
    if (sign === '{' && !/^\d+(,\d*)?\}/.test(this.#text.slice(this.#at))) throw new Error('quantity')
    if (sign === ']' || sign === '}') {
      if (sign === '}') return sign
      throw new Error('bracket')
    }
    if (sign === '/') return '\\/'
    // Fewer ends of lines than JavaScript knows.
    if (sign === '.' && !this.#dotAll) return '[^\\n\\r]'
    return sign
  }

  #escape(inClass = false): string {
    const sign = this.#text[this.#at++]
    if (sign === undefined) throw new Error('escape')
    if (sign === 'p' || sign === 'P') return this.#property(sign)
    const known = CLASSES[sign]
    if (known) return known
    if (/[1-9]/.test(sign)) {
      let reference = sign
      while (
        /\d/.test(this.#text[this.#at] ?? '') &&
        Number(reference + this.#text[this.#at]) <= this.#groups
      )
        reference += this.#text[this.#at++]
      if (Number(reference) > this.#groups) throw new Error('reference')
      return `(?:\\${reference})`
    }
    if ('nrt'.includes(sign)) return `\\${sign}`
    if (sign === '-') return inClass ? '\\-' : '-'
    if (/[\\|.?*+(){}[\]$^]/.test(sign)) return `\\${sign}`
    throw new Error('escape')
  }

  #property(sign: 'p' | 'P'): string {
    const match = /^\{([^}]+)\}/.exec(this.#text.slice(this.#at))
    if (!match) throw new Error('property')
    this.#at += match[0].length
    const name = match[1] as string
    if (name.startsWith('Is')) {
      const block = Object.hasOwn(BLOCKS, name.slice(2)) ? BLOCKS[name.slice(2)] : undefined
      if (!block) throw new Error('block')
      return sign === 'p' ? `[${block}]` : `[^${block}]`
    }
    return `\\${sign}{${name}}`
  }

  /** A class; `[a-z-[aeiou]]` leaves some out. */
  #group(): string {
    let negated = false
    if (this.#text[this.#at] === '^') {
      negated = true
      this.#at++
    }
    let inner = ''
    let without = ''
    for (;;) {
      const sign = this.#text[this.#at++]
      if (sign === undefined) throw new Error('class')
      if (sign === ']') {
        if (inner === '') throw new Error('class')
        break
      }
      if (sign === '-' && this.#text[this.#at] === '[') {
        this.#at++
        without = this.#group()
        if (this.#text[this.#at++] !== ']') throw new Error('class')
        break
      }
      if (sign === '[') throw new Error('class')
      if (sign === '\\') inner += this.#escape(true).replace(/^\(\?:(.*)\)$/, '$1')
      else if (sign === '-') inner += this.#isRange(inner) ? '-' : '\\-'
      else inner += /[&!#$%*+,.:;<=>?@^`~(){}|/]/.test(sign) ? `\\${sign}` : sign
    }
    const base = `[${negated ? '^' : ''}${inner}]`
    return without === '' ? base : `[${base}--${without}]`
  }

  #isRange(inner: string): boolean {
    const next = this.#text[this.#at]
    return inner !== '' && next !== ']' && next !== undefined
  }
}

/** Blocks of Unicode that patterns name. */
const BLOCKS: Readonly<Record<string, string>> = {
  BasicLatin: '\\u{0}-\\u{7F}',
  'Latin-1Supplement': '\\u{80}-\\u{FF}',
  Latin1Supplement: '\\u{80}-\\u{FF}',
  'LatinExtended-A': '\\u{100}-\\u{17F}',
  'LatinExtended-B': '\\u{180}-\\u{24F}',
  Greek: '\\u{370}-\\u{3FF}',
  GreekandCoptic: '\\u{370}-\\u{3FF}',
  Cyrillic: '\\u{400}-\\u{4FF}',
  Hebrew: '\\u{590}-\\u{5FF}',
  Arabic: '\\u{600}-\\u{6FF}',
  Thai: '\\u{E00}-\\u{E7F}',
  HangulJamo: '\\u{1100}-\\u{11FF}',
  GeneralPunctuation: '\\u{2000}-\\u{206F}',
  CurrencySymbols: '\\u{20A0}-\\u{20CF}',
  LetterlikeSymbols: '\\u{2100}-\\u{214F}',
  NumberForms: '\\u{2150}-\\u{218F}',
  MathematicalOperators: '\\u{2200}-\\u{22FF}',
  CJKSymbolsandPunctuation: '\\u{3000}-\\u{303F}',
  Hiragana: '\\u{3040}-\\u{309F}',
  Katakana: '\\u{30A0}-\\u{30FF}',
  CJKUnifiedIdeographs: '\\u{4E00}-\\u{9FFF}',
  HangulSyllables: '\\u{AC00}-\\u{D7AF}',
  PrivateUse: '\\u{E000}-\\u{F8FF}',
}
