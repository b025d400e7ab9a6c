export {
  beginReplay,
  cancelReplay,
  mayReplay,
  newestReplays,
  type ReplayedRun,
  replayedRuns,
  replayTurn,
  runningReplay,
} from './replay.ts'
export { type PastStorm, pastStorms, type Replayable } from './storms.ts'
