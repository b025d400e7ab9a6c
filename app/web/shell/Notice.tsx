import { useConnection } from '../client/live.ts'
import { useMeta } from '../client/queries.ts'
import { useWords } from '../i18n/index.ts'
import { DemonstrationLine } from '../kit/DemonstrationLine.tsx'

/** One quiet line: what data these are, and whether they are fresh. */
export function Notice() {
  const words = useWords()
  const { data } = useMeta()
  const connection = useConnection()
  return (
    <div className="notice">
      {data?.zone.demonstration && <DemonstrationLine />}
      <span role="status" className="notice-connection">
        {words(`connection.${connection}`)}
      </span>
    </div>
  )
}
