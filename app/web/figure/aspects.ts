import type { Aspect } from '../../../engines/report/types.ts'
import type { Text } from '../../../kernel/text.ts'

/** What an aspect of an indicator is called behind its name. */
export const ASPECT_NAMES: Record<Aspect, Text> = {
  level: { zh: '', en: '' },
  growth: { zh: '增速', en: ' growth' },
  change: { zh: '环比', en: ' change on the period before' },
  rank: { zh: '位次', en: ' rank' },
  'growth.rank': { zh: '增速位次', en: ' growth, rank' },
  gap: { zh: '与全市之差', en: ' gap to the city' },
  'growth.gap': { zh: '增速与全市之差', en: ' growth, gap to the city' },
  streak: { zh: '连续增长', en: ' streak' },
  'growth.streak': { zh: '增速连续', en: ' growth streak' },
  'rank.streak': { zh: '位次连续', en: ' rank streak' },
  'growth.rank.streak': { zh: '增速位次连续', en: ' growth rank streak' },
}
