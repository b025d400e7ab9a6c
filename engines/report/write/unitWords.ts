/** English names of the units that reports and records carry; counting words of things need none in English. */
export const UNIT_WORDS: Readonly<Record<string, string>> = {
  亿元: 'RMB 100m',
  万亿元: 'RMB 1tn',
  万元: 'RMB 10k',
  元: 'RMB',
  亿美元: 'USD 100m',
  万美元: 'USD 10k',
  美元: 'USD',
  '万元/亩': 'RMB 10k/mu',
  '万元/吨': 'RMB 10k/t',
  '万元/吨标煤': 'RMB 10k/tce',
  '万元/万千瓦时': 'RMB 10k/10k kWh',
  '亿元/平方公里': 'RMB 100m/km²',
  '万元/人': 'RMB 10k/person',
  亩: 'mu',
  公顷: 'ha',
  平方米: 'm²',
  万平方米: '10k m²',
  平方公里: 'km²',
  毫米: 'mm',
  米: 'm',
  公里: 'km',
  千米: 'km',
  吨: 't',
  万吨: '10k t',
  千克: 'kg',
  亿斤: '100m jin',
  吨标煤: 'tce',
  吨标准煤: 'tce',
  '吨标准煤/万元': 'tce/RMB 10k',
  立方米: 'm³',
  '立方米/日': 'm³/d',
  '立方米/秒': 'm³/s',
  '升/秒': 'L/s',
  万千瓦时: '10k kWh',
  字节: 'bytes',
  '微克/立方米': 'µg/m³',
  人: 'people',
  名: 'people',
  人次: 'visits',
  万人: '10k people',
  万人次: '10k visits',
  户: 'households',
  秒: 's',
  分钟: 'min',
  度: '°',
  天: 'days',
  年: 'years',
  月: 'months',
  个月: 'months',
  个季度: 'quarters',
  分: 'points',
  百分点: 'points',
  个百分点: 'points',
  倍: 'times',
  家: '',
  个: '',
  件: '',
  项: '',
  位: '',
  次: '',
  笔: '',
  条: '',
  套: '',
  所: '',
  支: '',
  大: '',
  座: '',
  处: '',
  台: '',
  只: '',
}

/** A unit that is itself a number of something is multiplied: 391 × RMB 100m, 2.3 × 10k people. */
const MULTIPLE = /100m|10k|1tn/

export const multiplied = (words: string): string => (MULTIPLE.test(words) ? `× ${words}` : words)

/** The unit as it stands behind a number; one that the table lacks stays as it is. */
export const unitBehind = (unit: string): string => multiplied(UNIT_WORDS[unit] ?? unit)

/** 391 × RMB 100m, 6%, 21. */
export function amountInEnglish(value: string, unit: string): string {
  const words = unitBehind(unit)
  return words === '' ? value : words === '%' || words === '％' ? `${value}%` : `${value} ${words}`
}
