import { useConnection } from '../client/live.ts'
import { useMeta } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'

/** One quiet line: what data these are, and whether they are fresh. */
export function Notice() {
  const words = useWords()
  const { data } = useMeta()
  const connection = useConnection()
  return (
    <div className="notice">
      {data?.zone.demonstration && <span>{words('demo')}</span>}
      <span role="status" className="notice-connection">
        {words(`connection.${connection}`)}
      </span>
    </div>
  )
}
