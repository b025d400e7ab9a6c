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
  [/^演示数据$/, 'Demonstration'],
  [/^系统$/, 'The program'],
]
const OFFICER = /^(.+?) ?经办人?$/

/** Who signed a record, by name or by id: a post is named in the language of the screen, a person's own name stays as it is. */
export function usePost(): (name: string) => string {
  const { data } = useMeta()
  const language = useLanguage()
  return useCallback(
    (given) => {
      const known = data?.names[given] ?? data?.people.find(({ id }) => id === given)?.name
      const name = given === 'gaoxin' ? '系统' : (known ?? given)
      if (language === 'zh') return name
      const [post, words] = POSTS.find(([pattern]) => pattern.test(name)) ?? []
      if (post && words) return name.replace(post, words)
      const short = OFFICER.exec(name)?.[1]
      const office = data?.offices.find((one) => one.short === short)
      return office ? `Officer, ${office.name_en}` : name
    },
    [data, language],
  )
}
