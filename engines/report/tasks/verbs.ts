import { ADVERBS, NOUN_LIKE, PREPOSITIONS, STANCES, TARGET_VERBS, VERBS } from './words.ts'

export interface Action {
  readonly verb: string
  /** What is to be done it to; for a target, what is to reach the number. */
  readonly object: string
}

/**
 * The action of a clause: the first verb after adverbs, dates and prepositional phrases.
 * `加快推进A` → 推进 A; `加快B进度` → 加快 B进度; `为人才提供C` → 提供 C; `地区生产总值增长5.5%` → 增长 地区生产总值.
 * Undefined where the clause holds no task: a stance, a description, a list without a verb.
 */
export function actionOf(clause: string, hasFigure: boolean): Action | undefined {
  let at = clause.match(LEADING)?.[0].length ?? 0
  let fallback: { verb: string; at: number } | undefined
  for (let steps = 0; steps < 6 && at < clause.length; steps++) {
    if (STANCE_SET.at(clause, at)) return undefined
    const adverb = ADVERB_SET.at(clause, at)
    const verb = VERB_SET.at(clause, at)
    if (verb && (!adverb || verb.length >= adverb.length)) {
      const next = at + verb.length
      // 加快推进, 探索建立: what follows is the deed
      const deed = VERB_SET.at(clause, next)
      const isAlsoAdverb = adverb === verb && deed !== undefined && !NOUN_LIKE.includes(deed)
      if (!isAlsoAdverb) {
        // 服务贸易增长10%: the first word is part of what is to grow
        const grows = hasFigure && NOUN_LIKE.includes(verb) ? target(clause) : undefined
        return grows ?? action(clause, verb, next)
      }
      fallback = { verb, at: next }
    }
    if (!adverb && !verb) break
    at += (verb && adverb && verb.length > adverb.length ? verb : (adverb ?? verb)!).length
  }
  if (fallback && at <= fallback.at) return action(clause, fallback.verb, fallback.at)
  return (
    afterPreposition(clause, at) ?? (hasFigure ? target(clause) : undefined) ?? afterShortSubject(clause, at)
  )
}

/** `一是`, `（1）`, `今年`, `年底前`, `我们`: openings that name no deed. */
const LEADING =
  /^(?:[一二三四五六七八九十]+是(?:要)?|[(（]?\d{1,2}[)）、.]|今年|明年|全年|年底前|年内|上半年|下半年|我们|全区|全市|全省|(?:到|至)?20\d\d年(?:\d{1,2}月)?(?:底前?|末|内|前)?|[一二两三四五]年内|第?[一二三四]季度前?|要|\s|——)+/

/** The deed with verbs joined to it: 培养和选任 年轻干部, 引进、培育 人才. */
function action(clause: string, verb: string, at: number): Action | undefined {
  let end = at
  for (
    let joined = JOINT.exec(clause.slice(end, end + 2));
    joined;
    joined = JOINT.exec(clause.slice(end, end + 2))
  ) {
    const next = VERB_SET.at(clause, end + joined[0].length)
    const after = end + joined[0].length + (next?.length ?? 0)
    if (!next || NOUN_LIKE.includes(next) || after >= clause.length) break
    end = after
  }
  const object = clause.slice(end).replace(/^[好了、]/, '')
  if (object === '' && verb.length < 3) return undefined
  return { verb: verb + clause.slice(at, end), object }
}

const JOINT = /^(?:和|及|、)/

/** 为人才提供全方位生活服务: the first verb after the preposition's noun. */
function afterPreposition(clause: string, at: number): Action | undefined {
  const preposition = PREPOSITION_SET.at(clause, at)
  if (!preposition) return undefined
  let quoted = 0
  for (let i = at + preposition.length + 1; i < clause.length - 1; i++) {
    if (clause[i] === '“') quoted++
    else if (clause[i] === '”') quoted--
    const verb = quoted > 0 ? undefined : VERB_SET.at(clause, i)
    // a verb before 的 or 等 is part of the noun: 为建设的…
    if (
      verb &&
      !NOUN_LIKE.includes(verb) &&
      !/^(?:[的等、工行机中上下]|方面|方向|领域)/.test(clause.slice(i + verb.length))
    )
      return action(clause, verb, i + verb.length)
  }
  return undefined
}

/**
 * A target names what is to reach the number: 地区生产总值增长5.5%, 城镇新增就业70万人 (就业 stands after the verb), and
 * without any verb 居民消费价格涨幅2%左右, for which 达到 is understood.
 */
function target(clause: string): Action | undefined {
  const match = TARGET.exec(clause)
  if (match) {
    const between = match[3]!.replace(/^(?:约|近|超过?|到|至|达|在|为)/, '')
    return { verb: match[2]!, object: subject(match[1]!) + between }
  }
  const bare = BARE_TARGET.exec(clause)
  return bare && !ATTRIBUTE.test(clause) ? { verb: '达到', object: subject(bare[1]!) } : undefined
}

/** 其中一二三产增加值分别 → 一二三产增加值 */
function subject(words: string): string {
  return words
    .replace(LEADING, '')
    .replace(/^其中/, '')
    .replace(/(?:分别|均)$/, '')
}

const LONGEST_FIRST = [...TARGET_VERBS].sort((a, b) => b.length - a.length).join('|')
const NUMBER = '[0-9０-９一二三四五六七八九十两]'
const TARGET = new RegExp(
  `^(.{2,40})(?:力争|确保|努力)?(${LONGEST_FIRST})(?!值)([^，0-9]{0,6}?)(?=${NUMBER})`,
)
const BARE_TARGET =
  /^([^0-9，“]{4,30}?)(?:控制在|保持在|在)?[0-9][0-9.—-]*[^0-9，]{1,6}(?:左右|以上|以内|以下)$/
/** What follows these describes the project before: 总投资50亿元以上. */
const ATTRIBUTE = /^(?:其中|总投资|总规模|总面积|投资|规模|面积|占地|建筑|涉及|覆盖|惠及)/

/** 各部门落实…, 基层推广…: a short subject, then the deed, then something it is done to. */
function afterShortSubject(clause: string, at: number): Action | undefined {
  for (let i = at + 2; i <= at + 4 && i < clause.length - 3; i++) {
    const verb = VERB_SET.at(clause, i)
    if (verb && verb.length >= 2 && !/^[的了、和]/.test(clause.slice(i + verb.length))) {
      if (/[的与和及、]/.test(clause.slice(at, i))) return undefined
      return action(clause, verb, i + verb.length)
    }
  }
  return undefined
}

/** Finds the longest word of a list at a place; words are grouped by first character, so a try is short. */
class WordSet {
  readonly #byFirst = new Map<string, string[]>()

  constructor(words: readonly string[]) {
    for (const word of [...new Set(words)].sort((a, b) => b.length - a.length)) {
      const group = this.#byFirst.get(word[0]!)
      if (group) group.push(word)
      else this.#byFirst.set(word[0]!, [word])
    }
  }

  at(text: string, place: number): string | undefined {
    return this.#byFirst.get(text[place] ?? '')?.find((word) => text.startsWith(word, place))
  }
}

const VERB_SET = new WordSet(VERBS)
const ADVERB_SET = new WordSet(ADVERBS)
const PREPOSITION_SET = new WordSet(PREPOSITIONS)
const STANCE_SET = new WordSet(STANCES)
