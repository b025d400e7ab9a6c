import { type Text, text } from '../text.ts'
import type { NotAsked } from './setQuery.ts'

const WHY: Readonly<Record<NotAsked['code'], (what: string) => Text>> = {
  FUNCTION: (what) =>
    text(`函数 ${what} 没有对应的数据库写法`, `the function ${what} has no counterpart in SQL`),
  FORM: (what) =>
    text(`表达式 ${what} 没有对应的数据库写法`, `the expression ${what} has no counterpart in SQL`),
  TYPE: (what) =>
    text(`类型 ${what || '未定'} 不能作为数据库的一列`, `a value of type ${what || 'unknown'} is no column`),
  HIT_POLICY: (what) =>
    text(`命中策略 ${what} 的结果不是单一的已知取值`, `the hit policy ${what} has no single known answer`),
  MIXED: (what) =>
    text(`结果有时是一种类型、有时是另一种（${what}）`, `answers are of different types (${what})`),
  ELEMENT: (what) =>
    text(`“${what}”是引入的、服务或自我调用的元素`, `“${what}” is imported, a service, or calls itself`),
  SIZE: () => text('计算太多，一条查询放不下', 'it takes more steps than a query can have'),
  COLUMN: (what) =>
    text(
      `数据是 ${what || '未知类型'}，与输入类型不同`,
      `its data are ${what || 'unknown'}, unlike the input`,
    ),
}

/** Why a decision is judged subject by subject, in words, with its place. */
export const notAskedSays = ({ code, what, element }: NotAsked): Text => {
  const why = WHY[code](what)
  return text(
    `逐个判断，不用数据库整批计算：“${element}”里，${why.zh}`,
    `Judged one by one, not by the database: in “${element}”, ${why.en}`,
  )
}
