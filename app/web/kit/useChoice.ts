import { useMeta } from '../client/queries.ts'
import { useSay } from '../i18n/index.ts'

/** What a choice of a record's column is called in the language of the screen. @param record `efficiency.results` */
export function useChoice(): (record: string, column: string, id: string) => string {
  const say = useSay()
  const { data } = useMeta()
  const records = data?.systems.flatMap(({ records }) => records)
  return (record, column, id) =>
    say(records?.find((one) => one.id === record)?.columns[column]?.choices?.[id]) || id
}
