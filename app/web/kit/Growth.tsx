import { formatGrowth, isFall } from './format.ts'

/** Growth with its sign and arrow; a fall is coloured, a rise is plain: good news needs no paint. */
export function Growth({
  value,
  unit = '%',
  decimals = 1,
}: {
  value: string | null | undefined
  unit?: string
  decimals?: number
}) {
  if (value === null || value === undefined) return <span className="growth none">—</span>
  const [arrow, number] = formatGrowth(value, unit, decimals).split(/ (.*)/)
  return (
    <span className={isFall(value) ? 'growth fall' : 'growth'}>
      <i>{arrow}</i> {number}
    </span>
  )
}
