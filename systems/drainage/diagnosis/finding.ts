import { text } from '../../../kernel/text.ts'

export const KINDS = {
  mixed: text('雨污混接', 'Mixed connection'),
  infiltration: text('雨后入渗', 'Infiltration after rain'),
  blockage: text('淤堵', 'Blockage'),
  stuck: text('设备卡死', 'Sensor stuck'),
  drift: text('设备漂移', 'Sensor drifts'),
  range: text('设备超量程', 'Sensor out of range'),
  silent: text('设备失联', 'Sensor silent'),
} as const
export type Kind = keyof typeof KINDS

/** Those of the device, not of the network. */
export const FAULTS: ReadonlySet<Kind> = new Set(['stuck', 'drift', 'range', 'silent'])

/** What a judge found at one sensor, with what it goes by. */
export interface Finding {
  readonly kind: Kind
  readonly sensor: string
  /** Another sensor that it goes by. */
  readonly beside?: string
  /** The stretch that shows it, by the clock of the zone. */
  readonly from: number
  readonly to: number
  /** What was measured, and from where on it is a finding; `unit` as it is written. */
  readonly value: number
  readonly limit: number
  readonly unit: string
  /** 0 to 1: how much speaks for it, by the rule's own points; no probability. */
  readonly confidence: number
  /** Further numbers, by name. */
  readonly numbers: Readonly<Record<string, number>>
}

export const tidy = (value: number, digits = 3): number => Number(value.toFixed(digits))
export const atMost = (value: number): number => tidy(Math.max(0, Math.min(0.95, value)), 2)
