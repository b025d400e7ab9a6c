import { HydraulicsError } from '../errors.ts'

/** A storm intensity formula (暴雨强度公式): q = 167·A1·(1 + C·lg P) / (t + b)^n, in L/(s·ha), t in minutes. */
export interface Intensity {
  readonly A1: number
  readonly C: number
  readonly b: number
  readonly n: number
}

export interface StormOptions {
  readonly formula: Intensity
  /** Return period in years. */
  readonly returnPeriod: number
  /** Minutes. */
  readonly duration: number
  /** Where the peak stands (雨峰系数), 0 to 1 of the duration. */
  readonly peak: number
  /** Minutes; 5 unless given. */
  readonly step?: number
}

export interface Storm {
  /** Of each step: minutes since the start when it begins, and mm/h over it. */
  readonly steps: readonly (readonly [minute: number, intensity: number])[]
  /** mm. */
  readonly depth: number
  /** mm/min at the very peak, which no step shows. */
  readonly peakIntensity: number
}

/** Mean intensity over a duration, mm/min: `a / (t + b)^n`, a = A1·(1 + C·lg P). */
export const meanIntensity = ({ A1, C, b, n }: Intensity, returnPeriod: number, minutes: number): number =>
  (A1 * (1 + C * Math.log10(returnPeriod))) / (minutes + b) ** n

/**
 * A design storm by Keifer and Chu (Chicago, 1957). Each step holds the depth that the formula gives for it, so that the
 * sum is the depth of the formula over the whole duration.
 * @throws HydraulicsError hydraulics/value
 */
export function chicagoStorm({ formula, returnPeriod, duration, peak, step = 5 }: StormOptions): Storm {
  const given = { ...formula, returnPeriod, duration, step }
  for (const [name, value] of Object.entries(given))
    if (
      !Number.isFinite(value) ||
      value < 0 ||
      ((name === 'duration' || name === 'step' || name === 'returnPeriod') && value === 0)
    )
      throw new HydraulicsError('hydraulics/value', name, String(value))
  if (!(peak >= 0 && peak <= 1)) throw new HydraulicsError('hydraulics/value', 'peak', String(peak))
  // Depth of the part that lies within t minutes before (share r) or after (share 1 − r) the peak.
  const within = (minutes: number, share: number) =>
    share === 0 ? 0 : minutes * meanIntensity(formula, returnPeriod, minutes / share)
  const top = duration * peak
  const until = (minute: number) =>
    minute < top
      ? within(top, peak) - within(top - minute, peak)
      : within(top, peak) + within(minute - top, 1 - peak)
  const count = Math.ceil(duration / step - 1e-9)
  const steps = Array.from({ length: count }, (_, i): readonly [number, number] => {
    const from = i * step
    // The last step may be cut by the end of the storm; its depth counts over a whole step.
    return [from, ((until(Math.min(duration, from + step)) - until(from)) / step) * 60]
  })
  return { steps, depth: until(duration), peakIntensity: meanIntensity(formula, returnPeriod, 0) }
}
