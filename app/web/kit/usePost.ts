import { useCallback } from 'react'
import { useMeta } from '../client/queries.ts'
import { useLanguage } from '../i18n/index.ts'

/** Posts that a demonstration signs with, and what each is in English; `$1` is what the pattern caught. */
const POSTS: readonly (readonly [RegExp, string])[] = [
  [/^督查室(?: 督查员)?$/, 'Supervision Office'],
  [/^管委会 分管领导$/, 'Zone leader'],
  [/^分管领导([A-Z])$/, 'Zone leader $1'],
  [/^统计中心 统计员$/, 'Statistician'],
  [/^示例填报员(\d+)$/, 'Sample clerk $1'],
  [/^示例采集员(\d+)$/, 'Sample collector $1'],
  [/^示例座席(\d+)$/, 'Sample seat $1'],
  [/^示例派遣员(\d+)$/, 'Sample dispatcher $1'],
  [/^演示数据$/, 'Demonstration'],
  [/^系统$/, 'The program'],
  [/^访客$/, 'Visitor'],
]
/** Who has no name of a person: the program itself, and whoever has not signed in. */
const NAMELESS: Readonly<Record<string, string>> = { gaoxin: '系统', visitor: '访客' }
/** Posts within an office, after its short name. */
const OF_OFFICE = /^(.+?) ?(经办人?|网格员|派遣员)$/
const OF_OFFICE_EN: Readonly<Record<string, string>> = { 网格员: 'Grid worker', 派遣员: 'Dispatcher' }

/** Who signed a record, by name or by id: a post is named in the language of the screen, a person's own name stays as it is. */
export function usePost(): (name: string) => string {
  const { data } = useMeta()
  const language = useLanguage()
  return useCallback(
    (given) => {
      const known = data?.names[given] ?? data?.people.find(({ id }) => id === given)?.name
      const name = NAMELESS[given] ?? known ?? given
      if (language === 'zh') return name
      const [post, words] = POSTS.find(([pattern]) => pattern.test(name)) ?? []
      if (post && words) return name.replace(post, words)
      const [, short, what] = OF_OFFICE.exec(name) ?? []
      const office = data?.offices.find((one) => one.short === short || one.name === short)
      return office ? `${OF_OFFICE_EN[what ?? ''] ?? 'Officer'}, ${office.name_en}` : name
    },
    [data, language],
  )
}
