import { expect, it } from 'vitest'
import { duration, remaining } from './time.ts'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

it.each([
  [0, '不到1分钟'],
  [MINUTE, '1分钟'],
  [HOUR + 5 * MINUTE, '1小时5分钟'],
  [2 * DAY, '2天'],
  [2 * DAY + 3 * HOUR + 9 * MINUTE, '2天3小时'],
])('%d ms are %s', (ms, says) => expect(duration(ms).zh).toBe(says))

it.each([
  [-HOUR, 'red', '超时1小时'],
  [HOUR, 'yellow', '剩余1小时'],
  [3 * DAY, 'green', '剩余3天'],
])('a limit in %d ms', (ms, light, says) => {
  const now = Date.parse('2024-11-15T09:00:00+08:00')
  const found = remaining(new Date(now + ms).toISOString(), now)
  expect([found.light, found.says.zh]).toEqual([light, says])
})
