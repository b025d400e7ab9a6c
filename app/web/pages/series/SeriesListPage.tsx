import { Link } from 'react-router'
import type { ApiAnswer } from '../../client/api.ts'
import { useApi } from '../../client/queries.ts'
import { usePages } from '../../client/usePages.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useUnitName } from '../../i18n/units.ts'
import { DataTable, type TableColumn } from '../../kit/DataTable.tsx'
import { type FilterChoice, Filters } from '../../kit/Filters.tsx'
import { formatInstant, formatNumber } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { FoundPages } from '../../kit/Pages.tsx'
import { useAsked } from '../../kit/useAsked.ts'
import { useOffice, useOfficeChoices } from '../../kit/useOffice.ts'
import { duration } from '../flow/time.ts'
import { seriesPath } from './path.ts'
import { Quality } from './Quality.tsx'
import { useClock } from './useClock.ts'
import { useReadingTime } from './useReadingTime.ts'
import { W } from './words.ts'

/** What in the address narrows the list. */
const ASKED = ['q', 'quantity', 'office', 'state'] as const
type Asked = (typeof ASKED)[number]
type Line = ApiAnswer<'/api/series/list'>['series'][number]

/** 设备与监测量: where every series stands; what is asked for stands in the address. */
export default function SeriesListPage() {
  const say = useSay()
  const { query, value, set } = useAsked(ASKED)
  const asked = usePages('/api/series/list', query)
  const lines = asked.data?.pages.flatMap((page) => page.series) ?? []
  return (
    <>
      <PageHead title={say(W.title)} about={say(W.about)}>
        <Link className="button" to="/records/series/devices">
          {say(W.devices)}
        </Link>
      </PageHead>
      <Narrowing value={value} set={set} />
      <FoundPages
        of={asked}
        found={lines}
        narrowed={Object.keys(query).length > 0}
        none={{ title: say(W.none), hint: say(W.noneHint) }}
      >
        <Table lines={lines} />
      </FoundPages>
    </>
  )
}

function Narrowing({
  value,
  set,
}: {
  value: (name: Asked) => string
  set: (name: Asked, to: string) => void
}) {
  const say = useSay()
  const offices = useOfficeChoices()
  const quantities = useApi('/api/series/quantities', {}).data?.quantities ?? []
  const choices: readonly FilterChoice<Exclude<Asked, 'q'>>[] = [
    {
      name: 'quantity',
      label: say(W.quantity),
      options: quantities.map(({ id, name }) => [id, say(name)]),
    },
    {
      name: 'office',
      label: say(W.office),
      options: offices,
    },
    {
      name: 'state',
      label: say(W.state),
      options: [
        ['silent', say(W.silent)],
        ['doubted', say(W.doubted)],
      ],
    },
  ]
  return (
    <div className="toolbar">
      <Filters search={say(W.search)} choices={choices} value={value} set={set} />
    </div>
  )
}

function Table({ lines }: { lines: readonly Line[] }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const unitName = useUnitName()
  const now = useClock()
  const timeOf = useReadingTime()
  const columns: TableColumn<Line>[] = [
    {
      key: 'name',
      name: say(W.device),
      card: 'title',
      cell: (line) => <Link to={seriesPath(line)}>{line.name}</Link>,
    },
    {
      key: 'quantity',
      name: say(W.quantity),
      card: 'show',
      cell: ({ quantityName }) => say(quantityName),
    },
    {
      key: 'value',
      name: say(W.latest),
      numeric: true,
      card: 'show',
      cell: ({ value, unit }) => `${formatNumber(Number(value.toPrecision(6)))} ${unitName(unit)}`,
    },
    {
      key: 'quality',
      name: say(W.quality),
      card: 'show',
      cell: ({ flags, silent }) => <Quality flags={flags} silent={silent} />,
    },
    { key: 'at', name: say(W.at), cell: ({ at }) => formatInstant(timeOf(at), language) },
    {
      key: 'since',
      name: say(W.since),
      card: 'show',
      cell: ({ at }) => say(W.ago(say(duration(Math.max(0, now - Date.parse(at)))))),
    },
    { key: 'office', name: say(W.office), cell: ({ office: id }) => office(id) },
    { key: 'code', name: say(W.code), cell: ({ code }) => code },
  ]
  return (
    <div className="wide-table">
      <DataTable
        compact
        caption={say(W.title)}
        columns={columns}
        rows={lines}
        rowKey={({ device, quantity }) => `${device} ${quantity}`}
      />
    </div>
  )
}
