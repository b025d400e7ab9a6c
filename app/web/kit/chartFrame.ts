/** What every chart of the house has around it: lines, marks, margins. */
export const AXIS = {
  axisLine: { lineStyle: { color: 'var(--line)' } },
  axisTick: { show: false },
  axisLabel: { color: 'var(--second)' },
} as const

export const VALUE_AXIS = {
  type: 'value',
  axisLabel: { color: 'var(--second)' },
  splitLine: { lineStyle: { color: 'var(--line)' } },
  nameTextStyle: { color: 'var(--second)', align: 'left' },
} as const

export const GRID = { left: 8, right: 48, top: 44, bottom: 4, containLabel: true } as const
export const LEGEND = {
  top: 0,
  right: 0,
  itemWidth: 16,
  itemHeight: 8,
  textStyle: { color: 'var(--second)' },
} as const
