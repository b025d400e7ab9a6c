import { useCallback } from 'react'
import { useLanguage } from './index.ts'

/** English names of the units that records and figures carry; counting words of things need none in English. */
const UNITS_EN: Readonly<Record<string, string>> = {
  亿元: 'RMB 100 million',
  万元: 'RMB 10,000',
  元: 'RMB',
  亿美元: 'USD 100 million',
  万美元: 'USD 10,000',
  '万元/亩': 'RMB 10,000/mu',
  '亿元/平方公里': 'RMB 100 million/km²',
  '万元/人': 'RMB 10,000/person',
  亩: 'mu',
  公顷: 'ha',
  平方米: 'm²',
  万平方米: '10,000 m²',
  平方公里: 'km²',
  公里: 'km',
  吨: 't',
  万吨: '10,000 t',
  吨标准煤: 'tce',
  '吨标准煤/万元': 'tce/RMB 10,000',
  '微克/立方米': 'µg/m³',
  人: 'people',
  万人: '10,000 people',
  户: 'households',
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
  名: '',
  次: '',
  条: '',
  套: '',
  所: '',
}

/** A unit in the language of the screen; one that the table lacks is shown as it is. */
export function useUnit(): (unit: string | undefined) => string {
  const language = useLanguage()
  return useCallback((unit = '') => (language === 'en' ? (UNITS_EN[unit] ?? unit) : unit), [language])
}
