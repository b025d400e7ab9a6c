import { ProblemError } from '../../../app/web/client/fetch.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { Missing } from '../../../app/web/kit/Missing.tsx'
import { useMayRead } from './reading/useReadings.ts'
import { W } from './words.ts'

/** What stands where tasks would, as long as there are none: of a year, or at all. */
export function NoPlan({ year }: { year?: string | undefined }) {
  const say = useSay()
  return (
    <Missing
      title={say(year ? W.noPlanOf(year) : W.noPlan)}
      hint={say(W.noPlanHint)}
      to="/plan/readings?paper=plan"
      action={say(W.bringPlan)}
      may={useMayRead()}
    />
  )
}

/** What stands where the report would, or what is told from it. */
export function NoReport() {
  const say = useSay()
  return (
    <Missing
      title={say(W.noReport)}
      hint={say(W.noReportHint)}
      to="/plan/readings?paper=report"
      action={say(W.bringReport)}
      may={useMayRead()}
    />
  )
}

export const isNoReport = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'PLAN_NO_REPORT_READ'
