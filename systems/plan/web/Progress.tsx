/** Done against plan: the bar is what is done, the stroke where the plan would have it. */
export function Progress({ actual, planned, label }: { actual: number; planned: number; label: string }) {
  return (
    <span className="bar" role="img" aria-label={label}>
      <i style={{ width: `${Math.min(100, actual)}%` }} />
      <b style={{ left: `min(${Math.min(100, planned)}%, calc(100% - 2px))` }} />
    </span>
  )
}
