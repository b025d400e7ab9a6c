const W = 88
const H = 24

/** Twelve periods as one line, the last marked; the words beside it carry the number. */
export function Spark({ values, label }: { values: readonly string[]; label: string }) {
  if (values.length < 2) return null
  const numbers = values.map(Number)
  const low = Math.min(...numbers)
  const span = Math.max(...numbers) - low || 1
  const points = numbers.map((value, index) => [
    2 + (index * (W - 4)) / (numbers.length - 1),
    H - 3 - ((value - low) * (H - 6)) / span,
  ])
  const last = points.at(-1) ?? [0, 0]
  return (
    <svg className="spark" viewBox={`0 0 ${W} ${H}`} width={W} height={H} role="img" aria-label={label}>
      <polyline
        points={points.map((point) => point.map((v) => v?.toFixed(1)).join()).join(' ')}
        fill="none"
      />
      <circle cx={last[0]} cy={last[1]} r="2" />
    </svg>
  )
}
