import type { Text } from '../../../../kernel/text.ts'
import { text } from '../../i18n/text.ts'
import type { CaseWhole } from './queries.ts'

type Line = CaseWhole['steps'][number]['happened'][number]
interface Names {
  readonly post: (person: string) => string
  readonly office: (id: string) => string
  /** A step in English. */
  readonly step: (name: string) => string
}

/** What an engine's word means to people, of elements that have a name. */
const SAYS: Readonly<Record<string, (name: Text) => Text>> = {
  started: () => text('发起', 'Began it'),
  done: ({ zh, en }) => text(`办结“${zh}”`, `Did “${en}”`),
  entered: ({ zh, en }) => text(`转到“${zh}”`, `Came to “${en}”`),
  cancelled: ({ zh, en }) => text(`“${zh}”不再需要办`, `“${en}” is no longer asked for`),
  failed: ({ zh, en }) => text(`“${zh}”办理受阻`, `“${en}” got stuck`),
  undone: ({ zh, en }) => text(`撤销“${zh}”`, `Undid “${en}”`),
  ended: () => text('流程结束', 'Ended'),
}
const DONE_OF: Readonly<Record<string, (name: Text) => Text>> = {
  service: ({ zh, en }) => text(`系统办理“${zh}”`, `The program did “${en}”`),
  rule: ({ zh, en }) => text(`按规则判断“${zh}”`, `Decided “${en}”`),
  end: ({ zh, en }) => text(`到达“${zh}”`, `Reached “${en}”`),
  catch: ({ zh, en }) => text(`发生“${zh}”`, `“${en}” happened`),
  boundary: ({ zh, en }) => text(`发生“${zh}”`, `“${en}” happened`),
  throw: ({ zh, en }) => text(`发出“${zh}”`, `Sent “${en}”`),
}
/** Ways between two things that happened are passed over. */
const GATEWAYS = ['exclusive', 'parallel', 'inclusive', 'eventBased']

const WORK: Readonly<Record<string, (name: Text, to: string, from: string) => Text>> = {
  taken: ({ zh, en }) => text(`签收“${zh}”`, `Took “${en}”`),
  left: ({ zh, en }) => text(`放回“${zh}”，待签收`, `Put “${en}” back`),
  delegated: ({ zh, en }, to) => text(`把“${zh}”转办给${to}`, `Handed “${en}” to ${to}`),
  reassigned: ({ zh, en }, to) => text(`把“${zh}”改派给${to}`, `Gave “${en}” to ${to}`),
  returned: ({ zh, en }, to) =>
    text(`退回“${zh}”${to && `给${to}`}`, `Sent “${en}” back${to && ` to ${to}`}`),
  asked: ({ zh, en }, to) => text(`就“${zh}”请${to}协办`, `Asked ${to} about “${en}”`),
  unasked: ({ zh, en }, to) => text(`不再请${to}协办“${zh}”`, `No longer asks ${to} about “${en}”`),
  answered: ({ zh, en }) => text(`就“${zh}”答复协办`, `Answered about “${en}”`),
  urged: ({ zh, en }) => text(`催办“${zh}”`, `Urged “${en}”`),
  withdrawn: () => text('撤回自己的上一步', 'Took back the last step'),
  ended: () => text('撤销本件', 'Ended the case'),
  'pause-asked': ({ zh, en }) => text(`申请“${zh}”挂账`, `Asked for a pause of “${en}”`),
  'pause-approved': ({ zh, en }) => text(`同意“${zh}”挂账`, `Approved the pause of “${en}”`),
  'pause-refused': ({ zh, en }) => text(`不同意“${zh}”挂账`, `Refused the pause of “${en}”`),
  'extension-asked': ({ zh, en }) => text(`申请“${zh}”延期`, `Asked for more time for “${en}”`),
  'extension-approved': ({ zh, en }) => text(`同意“${zh}”延期`, `Gave more time for “${en}”`),
  'extension-refused': ({ zh, en }) => text(`不同意“${zh}”延期`, `Refused more time for “${en}”`),
  resumed: ({ zh, en }) => text(`恢复“${zh}”计时`, `Let the clock of “${en}” run again`),
  late: ({ zh, en }) => text(`“${zh}”逾期，已提请督办`, `“${en}” is late; those above were told`),
}

/** A step in words, what happened in its order; what has no name or says nothing to people is left out. */
export function wordsOf(happened: readonly Line[], { post, office, step }: Names): readonly Text[] {
  return happened.flatMap((line) => {
    if (line.what === 'work') return [workOf(line, { post, office, step })]
    if (line.what === 'ended' || line.what === 'started') return SAYS[line.what]?.(text('', '')) ?? []
    if (line.name === null || GATEWAYS.includes(line.kind)) return []
    const name = text(line.name, step(line.name))
    const say = (line.what === 'done' ? DONE_OF[line.kind] : undefined) ?? SAYS[line.what]
    // What the program does at once is told when it is done.
    if (line.what === 'entered' && line.kind !== 'user' && line.kind !== 'subProcess' && line.kind !== 'call')
      return []
    return say ? [say(name)] : []
  })
}

function workOf({ verb, name, from, to, stoodFor }: Line, { post, office, step }: Names): Text {
  const whom = (one: Line['to']): string =>
    one?.name ?? (one?.person ? post(one.person) : one?.office ? office(one.office) : '')
  const called = text(name ?? '这一步', name ? step(name) : 'this step')
  const said = WORK[verb ?? '']?.(called, whom(to), whom(from)) ?? called
  if (!stoodFor) return said
  return text(`${said.zh}（代${post(stoodFor)}）`, `${said.en} (for ${post(stoodFor)})`)
}
