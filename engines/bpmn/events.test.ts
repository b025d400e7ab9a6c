import { describe, expect, it } from 'vitest'
import { Player } from './player.fixture.ts'

const what = (play: Player, kind: string) =>
  play.happened.filter((each) => each.what === kind).map(({ element }) => element)

describe('errors', () => {
  const caught = `
    check: service
    refused: boundary on=check error=REFUSED
    start -> check -> pay -> end1
    refused -> tell -> end2`

  it('of work go on at the edge that catches their code', async () => {
    const play = await Player.of(caught)
    expect(play.fail('check', 'REFUSED').open).toEqual(['tell'])
    expect(play.done('tell').status).toBe('completed')
  })

  it('that nothing catches wait for a person, and are tried again', async () => {
    const play = await Player.of(caught)
    play.fail('check', 'NETWORK')
    expect(play.open).toEqual([])
    expect(play.status).toBe('running')
    expect(what(play, 'failed')).toEqual(['check'])
    expect(play.retry('check').open).toEqual(['check'])
    expect(play.done('check').open).toEqual(['pay'])
  })

  it('thrown inside end the sub-process with all that goes on in it', async () => {
    const play = await Player.of(`
      inner: sub {
        fork: parallel
        startIn -> fork
        fork -> a -> broken
        fork -> b -> endIn
        broken: end error=BROKEN
      }
      catchIt: boundary on=inner error
      start -> inner -> next -> end1
      catchIt -> mend -> end2`)
    expect(play.done('a').open).toEqual(['mend'])
    expect(what(play, 'cancelled').toSorted()).toEqual(
      ['b', 'inner'].toSorted().concat(['broken']).toSorted(),
    )
  })

  it('are caught by the event sub-process that is nearest', async () => {
    const play = await Player.of(`
      inner: sub {
        startIn -> a -> endIn
        mend: events {
          startMend: start error=X
          startMend -> repair -> endMend
        }
      }
      outer: boundary on=inner error=X
      start -> inner -> next -> end1
      outer -> never -> end2`)
    expect(play.fail('a', 'X').open).toEqual(['repair'])
    expect(play.done('repair').open).toEqual(['next'])
  })
})

describe('a gateway without a way', () => {
  it('keeps its token until somebody mends what it asks for', async () => {
    const play = await Player.of(
      'way: exclusive\nstart -> way\nway -> a [amount > 10]\nway -> b [amount < 5]\na -> end1\nb -> end2',
      { amount: 7 },
    )
    expect(play.status).toBe('running')
    expect(what(play, 'failed')).toEqual(['way'])
    expect(play.retry('way', { amount: 3 }).open).toEqual(['b'])
  })
})

describe('escalation', () => {
  it('lets what escalates go on, beside what it asks for', async () => {
    const play = await Player.of(`
      inner: sub {
        startIn -> a -> tell -> b -> endIn
        tell: throw escalation=LATE
      }
      up: boundary on=inner escalation=LATE beside
      start -> inner -> next -> end1
      up -> leader -> end2`)
    expect(play.done('a').open.toSorted()).toEqual(['b', 'leader'])
    expect(play.thrown).toEqual([])
    expect(play.done('leader').done('b').open).toEqual(['next'])
  })

  it('that nobody catches is told outside', async () => {
    const play = await Player.of('tell: throw escalation=LATE\nstart -> tell -> b -> end')
    expect(play.thrown).toMatchObject([{ type: 'escalation', ref: 'LATE' }])
    expect(play.open).toEqual(['b'])
  })
})

describe('messages and signals', () => {
  it('are thrown with what the case knows, and come with what they bring', async () => {
    const play = await Player.of(
      `ask: send message=ask
       answer: receive message=answer
       start -> ask -> answer -> read -> end`,
      { number: 7 },
    )
    expect(play.thrown).toMatchObject([{ type: 'message', ref: 'ask', vars: { number: 7 } }])
    expect(play.come('answer', { text: '同意' }).open).toEqual(['read'])
    expect(play.vars).toEqual({ number: 7, text: '同意' })
  })

  it('behind an event gateway may be tasks that receive', async () => {
    const play = await Player.of(`
      race: event
      answer: receive message=answer
      late: catch timer=PT1H
      start -> race
      race -> answer -> read -> end1
      race -> late -> urge -> end2`)
    expect(play.come('answer').open).toEqual(['read'])
  })

  it('on an edge that does not interrupt may come again; a time limit comes once', async () => {
    const play = await Player.of(`
      urged: boundary on=a message=urge beside
      late: boundary on=a timer=P3D beside
      start -> a -> end1
      urged -> hurry -> end2
      late -> warn -> end3`)
    play.come('urged').come('urged').come('late')
    expect(play.open).toEqual(['a', 'hurry', 'hurry', 'warn'])
    expect(play.awaited).toEqual(['urged'])
  })

  it('that interrupt by an event sub-process end what goes on around it', async () => {
    const play = await Player.of(`
      withdrawn: events {
        startW: start message=withdraw
        startW -> file -> endW
      }
      fork: parallel
      start -> fork
      fork -> a -> end1
      fork -> b -> end2`)
    expect(play.come('startW').open).toEqual(['file'])
    expect(play.awaited).toEqual([])
    expect(play.done('file').status).toBe('completed')
  })
})

describe('compensation', () => {
  const booked = `
    money: service
    undoMoney: boundary on=money undo=release
    release: service handler
    letter: service
    undoLetter: boundary on=letter undo=recall
    recall: service handler
    way: exclusive
    start -> money -> letter -> decide -> way
    way -> end1 [good]
    way -> back [else]
    back: throw undoing
    back -> tell -> end2`

  it('undoes what was done, the last first, and then goes on', async () => {
    const play = await Player.of(booked)
    play.done('money').done('letter').done('decide', { good: false })
    expect(play.open).toEqual(['recall'])
    expect(play.done('recall').open).toEqual(['release'])
    expect(play.done('release').open).toEqual(['tell'])
    expect(what(play, 'undone')).toEqual(['letter', 'money'])
  })

  it('of nothing goes on at once', async () => {
    const play = await Player.of('back: throw undoing\nstart -> back -> tell -> end')
    expect(play.open).toEqual(['tell'])
  })

  it('of a sub-process undoes what was done inside of it, with what each instance knew', async () => {
    const play = await Player.of(
      `inner: sub over=offices item=office sequential {
        pay: service
        undoPay: boundary on=pay undo=recover
        recover: service handler
        startIn -> pay -> endIn
      }
      back: throw undoing=inner
      start -> inner -> look -> back -> end`,
      { offices: ['科技', '财政'] },
    )
    play.done('pay').done('pay').done('look')
    expect(play.open).toEqual(['recover'])
    const at = [...play.state.tokens.values()].find(({ at }) => at === 'recover')
    expect(play.state.scopes.get(at?.scope as number)?.vars).toMatchObject({ office: '财政' })
    expect(play.done('recover').done('recover').status).toBe('completed')
  })
})

describe('loops', () => {
  it('of nothing are passed', async () => {
    const play = await Player.of('each: user over=list item=x\nstart -> each -> next -> end', { list: [] })
    expect(play.open).toEqual(['next'])
  })

  it('whose number is none wait for a person', async () => {
    const play = await Player.of('each: user times=n\nstart -> each -> next -> end', { n: -1 })
    expect(play.open).toEqual([])
    expect(play.retry('each', { n: 1 }).open).toEqual(['each'])
  })

  it('end together at their edge', async () => {
    const play = await Player.of(`
      each: user times=3
      stop: boundary on=each timer=P1D
      start -> each -> end1
      stop -> late -> end2`)
    expect(play.done('each').come('stop').open).toEqual(['late'])
  })
})

it('an inclusive gateway waits for whoever can still come, through a loop back or an edge', async () => {
  const play = await Player.of(
    `fork: inclusive
     join: inclusive
     well: exclusive
     again: exclusive
     start -> fork
     fork -> again [x]
     again -> a -> well
     well -> again [more]
     well -> join [else]
     fork -> b [y]
     late: boundary on=b timer=P1D
     late -> c -> join
     b -> join
     join -> d -> end`,
    { x: true, y: true },
  )
  play.done('a', { more: true })
  expect(play.come('late').open).toEqual(['a', 'c'])
  play.done('c')
  expect(play.open).toEqual(['a'])
  expect(play.done('a', { more: false }).open).toEqual(['d'])
})

it('what is done twice is done once', async () => {
  const play = await Player.of('start -> a -> b -> end')
  play.done('a')
  expect(() => play.done('a')).toThrow('a is not open')
  expect(play.open).toEqual(['b'])
})

it('a case that is ended waits for nothing', async () => {
  const play = await Player.of('start -> a -> b -> end')
  expect(play.end().status).toBe('terminated')
  expect(play.awaited).toEqual([])
  expect(() => play.done('a')).toThrow()
})
