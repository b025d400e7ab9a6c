/** From where on something is a finding. All are samples, to be fitted to the zone's own network and sensors. */
export interface Limits {
  /** Days looked at. */
  readonly days: number
  /** A day with more rain (mm) is wet, and so is the day after it. */
  readonly rainDay: number
  /** At least so many dry days are needed. */
  readonly dryDays: number
  readonly mixed: {
    /** L/s that flow in a rain pipe on dry days. */
    readonly flow: number
  }
  readonly infiltration: {
    /** mm in a day after which the nights are looked at. */
    readonly rain: number
    /** Share by which the flow of these nights is above that of dry nights. */
    readonly share: number
  }
  readonly blockage: {
    /** Share of the pipe's height that stands in it on dry days. */
    readonly fill: number
    /** And at the next sensor below at most so much. */
    readonly below: number
    /** Or so small a share of what the pipe carries when full. */
    readonly flow: number
  }
  readonly stuck: {
    /** Hours of one and the same value that is not nothing. */
    readonly hours: number
  }
  readonly drift: {
    /** m a day by which levels of dry days rise or fall. */
    readonly slope: number
    /** Share of the mean a day, of flows. */
    readonly share: number
    /** How much of it a line explains. */
    readonly straight: number
  }
  readonly range: {
    /** Share of readings that cannot be: below nothing, or over the ground. */
    readonly share: number
    /** m over the ground that still can be. */
    readonly over: number
  }
  readonly silent: {
    /** Hours since its last reading while others go on. */
    readonly hours: number
  }
}

export const USUAL: Limits = {
  days: 10,
  rainDay: 1,
  dryDays: 3,
  mixed: { flow: 0.5 },
  infiltration: { rain: 10, share: 0.3 },
  blockage: { fill: 0.6, below: 0.35, flow: 0.1 },
  stuck: { hours: 12 },
  drift: { slope: 0.02, share: 0.05, straight: 0.8 },
  range: { share: 0.01, over: 1 },
  silent: { hours: 6 },
}
