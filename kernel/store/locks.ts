/**
 * Numbers of the advisory locks that programs of one zone take of each other, in one place: two uses of one number would
 * wait for each other for no reason. Those of several things of a kind have a second number, from what the thing is.
 */
export const LOCKS = {
  migrating: 7700,
  creatingZone: 7701,
  sealing: 7702,
  /** And the hash of the attempt's id. */
  importing: 7703,
  /** And the hash of the row. */
  attaching: 7704,
  /** And the hash of the decision, where one version of it is entered. */
  enteringRules: 7705,
  /** Payment batches are numbered one after the other. */
  numberingBatches: 7706,
  enteringProcesses: 7707,
  sealingCases: 7708,
  matchingPolicies: 7710,
  /** And the hash of the claim, where a case is begun for it. */
  beginningRedemption: 7711,
  /** Reports of the city are numbered one after the other. */
  numberingReports: 7720,
  /** Readings are written one batch after the other. */
  writingReadings: 7730,
  /** Warnings of the drainage twin are moved one run after the other. */
  movingWarnings: 7740,
  /** What sensors show is judged one run after the other. */
  diagnosing: 7741,
  /** Of a pipe or a finding one case of maintenance runs. */
  beginningMaintenance: 7742,
  /** One replay of a storm runs at a time. */
  replaying: 7743,
} as const
