import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { replayCommand } from './command.ts'
import { medianOf } from './outcome.ts'
import { momentOf, readRequests, type Told } from './read.ts'

const [first, second, real, kept] = [
  testZone({ real: true }),
  testZone({ real: true }),
  testZone({ real: true }),
  testZone(),
]
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-replay-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** As the releases of 2017 write it: more columns, a clock of twelve hours with seconds. */
const OF_2017 = `SRNumber,CreatedDate,UpdatedDate,ActionTaken,Owner,RequestType,Status,RequestSource,ClosedDate,Address,Latitude,Longitude
1-3,12/29/2017 09:00:00 AM,01/09/2018 10:00:00 AM,SR Created,BSL,Dark Lamp,Closed,Call,01/09/2018 09:30:00 AM,"3 A ST, 90001",34.1,-118.2
1-2,12/28/2017 09:00:00 AM,12/28/2017 03:00:00 PM,SR Created,BOS,Old Sofa,Closed,Mobile App,12/28/2017 03:00:00 PM,"2 A ST, 90001",34.2,-118.3
1-1,12/28/2017 12:30:00 AM,12/28/2017 03:00:00 PM,SR Created,BOS,Old Sofa,Closed,Driver Self Report,12/27/2017 12:00:00 AM,"1 A ST, 90001",,
1-4,12/29/2017 10:00:00 AM,01/02/2018 10:00:00 AM,SR Created,BSL,Dark Lamp,Cancelled,Email,01/02/2018 10:00:00 AM,"4 A ST, 90001",34.1,-118.2
1-5,12/29/2017 11:00:00 AM,12/29/2017 11:30:00 AM,SR Created,BSL,Dark Lamp,Duplicate,Call,12/29/2017 11:30:00 AM,"3 A ST, 90001",34.1,-118.2
1-6,12/29/2017 12:00:00 PM,12/29/2017 12:30:00 PM,SR Created,BSL,Dark Lamp,Duplicate,Call,12/29/2017 12:30:00 PM,"9 A ST, 90001",34.1,-118.2
1-7,12/29/2017 01:00:00 PM,12/29/2017 01:00:00 PM,SR Created,BSL,Dark Lamp,Open,Call,,"7 A ST, 90001",34.1,-118.2
1-8,01/03/2018 05:00:00 PM,01/03/2018 05:30:00 PM,SR Created,BSL,Dark Lamp,Cancelled,Email,01/03/2018 05:30:00 PM,"8 A ST, 90001",34.1,-118.2
1-9,12/29/2017 08:00:00 AM,01/03/2018 05:00:00 PM,SR Created,BSL,Dark Lamp,Closed,Driver Self Report,01/03/2018 05:00:00 PM,"9 B ST, 90001",34.1,-118.2
`
/** As those of 2020 do: small letters, other order, a clock of a day; one closed without a time. */
const OF_2020 = `srnumber,requesttype,status,createddate,updateddate,closeddate,requestsource,owner,latitude,longitude,address
2-1,Graffiti,Closed,1/2/20 0:05,1/3/20 8:43,1/2/20 1:05,Call,OCB,34.0,-118.4,1 B ST
2-2,Graffiti,Closed,1/2/20 9:00,1/2/20 11:00,,Self Service,OCB,34.0,-118.5,2 B ST
2-3,Other,Referred Out,1/2/20 10:00,1/3/20 9:00,1/3/20 9:00,Call,LASAN,34.1,-118.5,3 B ST
2-4,Other,Pending,1/2/20 10:00,1/2/20 10:00,,Call,BOS,34.1,-118.5,4 B ST
`
const write = async (name: string, content: string) => {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

async function replay(
  { zone }: { zone: typeof first.zone },
  file: string,
  options: Record<string, string> = {},
) {
  const printed: string[] = []
  const io = {
    language: 'en' as const,
    print: (line: string) => void printed.push(...line.split('\n')),
    write: async () => {},
  }
  const code = await replayCommand.run(zone.context(), options, io, [file])
  return {
    code,
    printed,
    row: (name: string) =>
      printed
        .find((one) => one.startsWith(name))
        ?.slice(name.length)
        .trim()
        .split(/\s{2,}/),
  }
}

async function all(file: string): Promise<readonly Told[]> {
  const rows: Told[] = []
  for await (const told of readRequests(file)) rows.push(told)
  return rows
}

describe('a file of either release', () => {
  it('is read alike, by the clock of the zone', async () => {
    expect(momentOf('12/31/2017 11:59:58 PM')).toBe('2017-12-31T15:59:58.000Z')
    expect(momentOf('12/28/2017 12:30:00 AM')).toBe('2017-12-27T16:30:00.000Z')
    expect(momentOf('1/1/20 0:05')).toBe('2019-12-31T16:05:00.000Z')
    expect(momentOf('yesterday')).toBeUndefined()
    const old = await all(await write('2017.csv', OF_2017))
    expect(old.map(({ fate }) => fate)).toEqual([
      'closed',
      'closed',
      'closed',
      'void',
      'duplicate',
      'duplicate',
      'open',
      'void',
      'closed',
    ])
    expect(old[2]).toMatchObject({ place: null, channel: 'collector', endedAt: old[2]?.createdAt })
    const recent = await all(await write('2020.csv', OF_2020))
    expect(recent[0]).toMatchObject({
      place: { latitude: 34, longitude: -118.4 },
      channel: 'hotline',
      owner: 'OCB',
    })
    expect(recent[1]).toMatchObject({ fate: 'closed', endedAt: '2020-01-02T03:00:00.000Z' })
    expect(medianOf([3, 1, 2])).toBe(2)
    expect(medianOf([4, 1])).toBe(2.5)
  })

  it('says what it lacks, and where a line cannot be read', async () => {
    await expect(all(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'CITY_REPLAY_FILE' })
    await expect(all(await write('short.csv', 'srnumber,status\n1,Open\n'))).rejects.toMatchObject({
      code: 'CITY_REPLAY_COLUMNS',
      place: expect.stringContaining('requesttype'),
    })
    await expect(all(await write('wrong.csv', OF_2020.replace('1/2/20 0:05', 'soon')))).rejects.toMatchObject(
      {
        code: 'CITY_REPLAY_ROW',
        place: '2 · createddate',
        value: 'soon',
      },
    )
    await expect(all(await write('odd.csv', OF_2020.replace('Pending', 'Vanished')))).rejects.toMatchObject({
      place: '5 · status',
    })
  })
})

describe('played back', () => {
  it('requests go through their cases at their own time, and the scoreboard agrees with the file', async () => {
    const { code, printed, row } = await replay(first, await write('2017.csv', OF_2017))
    expect(code).toBe(0)
    expect(printed.at(-1)).toBe('The scoreboard agrees with the file')
    expect(row('Reported')).toEqual(['8', '8'])
    expect(row('Closed')).toEqual(['4', '4'])
    expect(row('Closed on time')).toEqual(['3', '3'])
    expect(row('Void')).toEqual(['3', '3'])
    expect(row('Merged')).toEqual(['1', '1'])
    expect(row('Late')).toEqual(['2', '2'])
    // 0, 6, 129 and 264.5 hours.
    expect(row('Median hours to close')).toEqual(['67.50', '67.50'])
    const { rows } = await sql<
      Record<string, unknown>
    >`select r.description, r.state, r.late, r.synthetic, r.reported_at,
        r.filed_at, r.closed_at, m.description as "into", c.state as case_state,
        (select array_agg(s.happened::text like '%"late"%' order by number) from flow.steps s
          where s.case_id = c.id and s.at > r.reported_at) as lates
      from city.reports r join flow.cases c on c.row_id = r.id left join city.reports m on m.id = r.merged_into
      order by r.description`.execute(first.zone.store.db)
    const of = (number: string) => rows.find(({ description }) => String(description).includes(`${number}）`))
    expect(of('1-2')).toMatchObject({
      state: 'closed',
      late: false,
      synthetic: true,
      reported_at: '2017-12-28T01:00:00.000Z',
      closed_at: '2017-12-28T07:00:00.000Z',
      case_state: 'completed',
    })
    expect(of('1-2')?.lates).not.toContain(true)
    // Its limit, three working days, was over on 3 January at 17:00: it fired before the lamp was mended.
    expect(of('1-3')).toMatchObject({ state: 'closed', late: true, closed_at: '2018-01-09T01:30:00.000Z' })
    expect((of('1-3')?.lates as boolean[] | undefined)?.[0]).toBe(true)
    expect(of('1-4')).toMatchObject({ state: 'void', filed_at: null, case_state: 'completed' })
    expect(of('1-5')).toMatchObject({ state: 'merged', into: of('1-3')?.description })
    // Others come and are done at the very moment at which its limit ends.
    expect(of('1-7')).toMatchObject({ state: 'handling', late: true, case_state: 'running' })
    expect(of('1-9')).toMatchObject({ state: 'closed', late: false })
  })

  it('the same, at a pace, in another zone', async () => {
    const { code, row } = await replay(second, await write('2020.csv', OF_2020), { speed: '100000000' })
    expect(code).toBe(0)
    expect(row('Closed')).toEqual(['2', '2'])
    expect(row('LASAN · Other')).toEqual(['1 / 0 / –', '1 / 0 / –'])
    expect(row('OCB · Graffiti')).toEqual(['2 / 2 / 1.50', '2 / 2 / 1.50'])
  })

  it('nothing enters a zone that holds anything, nor by options that make no sense', async () => {
    const file = await write('2020.csv', OF_2020)
    await expect(replay(kept, file)).rejects.toMatchObject({ code: 'CITY_REPLAY_ZONE' })
    await expect(replay(second, file)).rejects.toMatchObject({ code: 'CITY_REPLAY_ZONE' })
    await expect(replay(real, file, { speed: '0' })).rejects.toMatchObject({ code: 'CITY_REPLAY_OPTION' })
    await expect(replay(real, file, { limit: '1.5' })).rejects.toMatchObject({ code: 'CITY_REPLAY_OPTION' })
  })

  const FILE = '../shared/geo/events/la311_2017_subset.csv'
  it.skipIf(!existsSync(FILE))(
    'real requests agree',
    async () => {
      const { code, row } = await replay(real, FILE, { limit: '200' })
      expect(code).toBe(0)
      expect(row('Reported')).toEqual(['200', '200'])
      expect(Number(row('Closed')?.[0])).toBeGreaterThan(150)
    },
    300_000,
  )
})
