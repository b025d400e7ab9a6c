/** The control-flow patterns 1 to 20 of van der Aalst, ter Hofstede, Kiepuszewski and Barros, each as a diagram. */
export interface Pattern {
  readonly name: string
  readonly source: string
  readonly vars: Readonly<Record<string, unknown>>
}

const pattern = (name: string, source: string, vars: Pattern['vars'] = {}): Pattern => ({
  name,
  source,
  vars,
})

const synchronized = `
  fork: parallel
  join: parallel
  start -> fork
  fork -> a -> join
  fork -> b -> join
  join -> c -> end`
const choice = `
  way: exclusive
  start -> way
  way -> a [amount > 10]
  way -> b [amount > 5]
  way -> c [else]
  meet: exclusive
  a -> meet
  b -> meet
  c -> meet -> d -> end`
const several = `
  fork: inclusive
  join: inclusive
  start -> fork
  fork -> a [x > 0]
  fork -> b [y > 0]
  fork -> c [else]
  a -> join
  b -> join
  c -> join -> d -> end`

export const PATTERNS = {
  1: pattern('sequence', 'start -> a -> b -> end'),
  2: pattern('parallel split', synchronized),
  3: pattern('synchronization', synchronized),
  4: pattern('exclusive choice', choice, { amount: 20 }),
  5: pattern('simple merge', choice, { amount: 7 }),
  6: pattern('multi-choice', several, { x: 1, y: 1 }),
  7: pattern('structured synchronizing merge', several, { x: 1, y: 0 }),
  8: pattern(
    'multi-merge',
    `fork: parallel
     start -> fork
     fork -> a -> meet
     fork -> b -> meet
     meet: exclusive
     meet -> c -> end`,
  ),
  9: pattern(
    'discriminator',
    `ask: user times=3 until="numberOfCompletedInstances >= 1"
     start -> ask -> next -> end`,
  ),
  10: pattern(
    'arbitrary cycles',
    `again: exclusive
     well: exclusive
     start -> again -> write -> check -> well
     well -> again [good = false]
     well -> end [else]`,
  ),
  11: pattern(
    'implicit termination',
    `fork: parallel
     start -> fork
     fork -> a -> end1
     fork -> b`,
  ),
  12: pattern(
    'several instances without synchronization',
    `fork: parallel
     start -> fork
     each: user times=3
     fork -> each
     fork -> next -> end`,
  ),
  13: pattern('several instances known at design time', 'each: user times=2\nstart -> each -> next -> end'),
  14: pattern(
    'several instances known at run time',
    `each: user over=offices item=office collect=opinion into=opinions
     start -> each -> next -> end`,
    { offices: ['科技', '财政', '统计'] },
  ),
  15: pattern(
    'several instances not known before',
    `round: sub {
       startIn -> first -> endIn
       more: events {
         startMore: start message=more beside
         startMore -> another -> endMore
       }
     }
     start -> round -> next -> end`,
  ),
  16: pattern(
    'deferred choice',
    `race: event
     reply: catch message=reply
     late: catch timer=P3D
     start -> race
     race -> reply -> read -> end1
     race -> late -> urge -> end2`,
  ),
  17: pattern(
    'interleaved routing',
    `visit: sub over=order item=what sequential {
       way: exclusive
       startIn -> way
       way -> safety [what = "安全"]
       way -> fire [else]
       safety -> endIn1
       fire -> endIn2
     }
     start -> visit -> report -> end`,
    { order: ['消防', '安全'] },
  ),
  18: pattern(
    'milestone',
    `fork: parallel
     start -> fork
     fork -> notice -> end1
     object: boundary on=notice message=objection beside
     object -> hear -> end2
     fork -> other -> end3`,
  ),
  19: pattern(
    'cancellation of an activity',
    `stop: boundary on=a message=stop
     start -> a -> b -> end1
     stop -> c -> end2`,
  ),
  20: pattern(
    'cancellation of a case',
    `fork: parallel
     start -> fork
     fork -> a -> b -> end1
     fork -> withdraw -> endAll
     endAll: end terminate`,
  ),
} as const satisfies Record<number, Pattern>
