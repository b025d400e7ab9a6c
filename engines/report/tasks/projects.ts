/**
 * Projects that a task calls by name.
 *
 * Three ways occur: a list before 等 (升谱光电、维尔凯迪等21个续建工业项目), a name in quotes before 项目, 工程, 计划 or
 * 行动 (“千万工程”建设), and a name ending in what it is (梅墟历史地段和轨道TOD地块规划设计).
 */
export function projectsOf(object: string): string[] {
  const names = new Set<string>()
  const lists = listed(object)
  for (const name of [...lists, ...quoted(object)]) names.add(name)
  // after 等 stands the kind (…等10个续建项目), which looks like a name
  if (lists.length === 0) for (const name of suffixed(object)) names.add(name)
  return [...names]
}

const NUMBER = '(?:\\d+|[一二两三四五六七八九十百]+)'
const LISTED = new RegExp(
  `([^，；。]{2,200}?)等(?=${NUMBER}[个项条座处所家]|[^，；。、]{0,14}?(?:项目|工程|平台|载体|中心|产业园|园区|基地|设施|学校|医院|枢纽|高速|铁路|公路))`,
  'g',
)
/** Where one list ends and the next begins: …续建工业项目和豪森商业广场等…. */
const BETWEEN = /^.{0,24}?(?:项目|工程|平台|载体|中心|园区|基地|设施)(?:建设)?(?:、|和|及|以及)/

function listed(object: string): string[] {
  const names: string[] = []
  for (const match of object.matchAll(LISTED)) {
    const before = match[1]!
    const between = match.index === 0 ? 0 : (BETWEEN.exec(before)?.[0].length ?? 0)
    names.push(...splitList(before.slice(between)))
  }
  return names.filter(isName)
}

const QUOTED = /“([^”]{2,24})”(?=[^，；。“”]{0,6}?(?:项目|工程|计划|行动|平台|系统|园区|体系|建设))/g

function quoted(object: string): string[] {
  return [...object.matchAll(QUOTED)].map((match) => match[1]!)
}

const SUFFIXED =
  /^(.{2,22}?(?:历史地段|地段|地块|片区|产业园|科创园|软件园|项目|大桥|水库|高速|铁路|机场|枢纽|研究院|医院|学校))(?=$|建设|规划|开发|改造|扩建|改扩建|整体|谋划|修编|设计)/

function suffixed(object: string): string[] {
  return splitList(object)
    .map((part) => SUFFIXED.exec(part)?.[1] ?? '')
    .filter((name) => name.length >= 4 && isName(name) && !/[“”]/.test(name))
}

function splitList(words: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i <= words.length; i++) {
    const char = words[i]
    if (char === '“' || char === '（' || char === '(') depth++
    else if (char === '”' || char === '）' || char === ')') depth--
    const cut = char === undefined || (depth <= 0 && (char === '、' || char === '和' || char === '及'))
    if (!cut) continue
    parts.push(words.slice(start, i).trim())
    start = i + 1
  }
  return parts
}

/** 一批, 省级, 重点 … begin a kind of thing, not its name. */
const GENERIC =
  /^(?:一批|一系列|更多|各类|各级|有关|相关|重点|重大|国家级|省级|市级|高能级|大型|新型|现代|示范|标志性|优质|\d|[一二两三四五六七八九十]+[个项批条])|的|参与|重点|重大/

function isName(name: string): boolean {
  return name.length >= 2 && name.length <= 30 && !GENERIC.test(name)
}
