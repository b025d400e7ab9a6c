import { useMeta } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { Missing } from './Missing.tsx'

/**
 * What stands where figures would, as long as no record tells them. The way on is the import of the first record of a
 * system with indicators that the acting person may bring rows into.
 */
export function NoFigures() {
  const words = useWords()
  const say = useSay()
  const { data: meta } = useMeta()
  if (!meta) return null
  const record = meta.systems
    .filter(({ indicators }) => indicators > 0)
    .flatMap(({ records }) => records)
    .find(({ may }) => may.import)
  return (
    <Missing
      title={words('noFigures')}
      hint={words('noFiguresHint')}
      to={record ? `/import/${record.id.replace('.', '/')}` : '/indicators'}
      action={words('bringRows', { name: say(record?.name) })}
      may={record !== undefined}
    />
  )
}
