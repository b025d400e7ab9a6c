import { text } from '../../../text.ts'
import type { Cell } from '../read.ts'
import { decoded, type Feature, unreadable } from './features.ts'

/** The features of a GeoJSON file (RFC 7946): a collection of them, or one. @throws GaoxinError IMPORT_GEO */
export function geojsonFeatures(bytes: Uint8Array): readonly Feature[] {
  const found = listed(parsed(decoded(bytes)))
  return found.map((feature, i) => {
    const { type, properties, geometry } = (feature ?? {}) as Record<string, unknown>
    if (type !== 'Feature')
      throw unreadable(
        text('这不是 GeoJSON 要素', 'This is no feature of GeoJSON'),
        `GeoJSON 第 ${i + 1} 个要素 / feature ${i + 1}`,
        JSON.stringify(feature),
      )
    const cells = Object.entries((properties ?? {}) as object).map(([name, value]) => [name, cellOf(value)])
    return { properties: Object.fromEntries(cells), geometry }
  })
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch (cause) {
    throw unreadable(
      text('JSON 不完整或有语法错误', 'The JSON is incomplete or not well formed'),
      'GeoJSON',
      (cause as Error).message,
    )
  }
}

function listed(whole: unknown): readonly unknown[] {
  const { type, features } = (whole ?? {}) as Record<string, unknown>
  if (type === 'FeatureCollection' && Array.isArray(features)) return features
  if (type === 'Feature') return [whole]
  throw unreadable(
    text('这个 JSON 不是 GeoJSON 要素集合', 'This JSON is no collection of GeoJSON features'),
    'GeoJSON',
    String(type ?? ''),
  )
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return { number: String(value) }
  if (typeof value === 'boolean') return value
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\0', '')
}
