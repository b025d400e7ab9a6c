import type { ZodType } from 'zod'
import type { Actor, Role } from './access/actor.ts'
import type { Limit } from './access/policy.ts'
import type { Attachments } from './attachments/attachments.ts'
import type { GaoxinError } from './errors.ts'
import type { Figures } from './figures/figures.ts'
import type { ForecastAnswer, ForecastQuestion } from './figures/forecast.ts'
import type { Indicator } from './figures/indicator.ts'
import type { ProcessDeclaration } from './flow/process.ts'
import type { Decision } from './rules/decision.ts'
import type { Quantity } from './series/quantity.ts'
import type { Setting } from './settings.ts'
import type { Database } from './store/database.ts'
import type { Vault } from './store/personal/cipher.ts'
import type { RecordDefinition } from './store/record.ts'
import type { SubjectRegister, SubjectView } from './subjects/view.ts'
import type { Text } from './text.ts'

/** The groups of the left-hand navigation, in its order. */
export const GROUPS = {
  plan: { zh: '计划与报告', en: 'Plan and report' },
  economy: { zh: '经济', en: 'Economy' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  land: { zh: '项目与土地', en: 'Projects and land' },
  city: { zh: '城市', en: 'City' },
  people: { zh: '民生', en: 'People' },
  self: { zh: '自身建设', en: 'Own affairs' },
} as const satisfies Record<string, Text>

/** What a system's code is handed; nothing else of the outside world reaches it. */
export interface Context {
  readonly db: Database
  readonly figures: Figures
  /** What encrypts personal data and decrypts them; it never hands out a key. */
  readonly vault: Vault
  /** Where the bytes of files with rows are kept (`kernel/attachments`). */
  readonly attachments: Attachments
  /** The day of `moment`, YYYY-MM-DD. */
  readonly today: string
  /**
   * The moment in the zone by which people work, ISO 8601 in UTC: when something is reported, due, done. The clock of a
   * real zone; in a demonstration that clock less a span that stays the same, so that it goes on from its rows.
   */
  readonly moment: () => string
  /** The moment by the clock outside, ISO 8601: of recording, of sessions, of whatever else is not the zone's work. */
  readonly now: () => string
  readonly newId: () => string
  readonly actor: Actor
  readonly systems: readonly System[]
  /**
   * The same for somebody else, or with a clock of its own: what is played back happens when it happened (`moment`), and
   * is recorded when it is. Another `now` alone is both.
   */
  readonly with: (other: Partial<Pick<Context, 'actor' | 'now' | 'moment'>>) => Context
  /** Tells every open screen that rows of a record changed; sent once the transaction has committed. */
  readonly changed: (record: string, ids: readonly string[]) => Promise<void>
  /** Runs the work in one transaction with the same context; what it changes is kept under the actor and why. */
  readonly transaction: <T>(work: (context: Context) => Promise<T>, why?: string) => Promise<T>
}

/** An endpoint of a system's own; path parameters, query and body come checked in one input object. */
export interface Route<I = unknown, O = unknown> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Under `/api/{system}`: `/granules/:id`. */
  readonly path: string
  readonly summary: Text
  /** Who may; an empty list means nobody (deny by default), 'anyone' the public pages. */
  readonly allow: readonly Role[] | 'anyone'
  /** How many requests from one address are answered; for what nobody signs in for. Its window is that of sign-ins at most. */
  readonly throttle?: Limit
  readonly input: ZodType<I>
  readonly output: ZodType<O> | FileOutput
  /**
   * `file`: the body is a file of any type and size, whose bytes come as they arrive; the input is path and query alone.
   * `form`: the body is `application/x-www-form-urlencoded`; a name that comes more than once is a list.
   */
  readonly receives?: 'file' | 'form'
  /** Of a protocol of others: how it says what went wrong. `asked`: path and query. */
  readonly words?: (problem: Told, asked: Readonly<Record<string, unknown>>) => WordedAnswer
  /** @param origin how the program is called by who asks, such as `https://zone.example:7700` */
  readonly handle: (
    context: Context,
    input: I,
    body?: Bytes,
    origin?: string,
  ) => Promise<Frozen<O> | FileAnswer | FileStream | WordedAnswer>
}

type Told = Pick<GaoxinError, 'code' | 'status' | 'says' | 'remedy'> & Partial<Pick<GaoxinError, 'place'>>

/** An answer as a protocol of others words it. */
export interface WordedAnswer {
  readonly status: number
  /** With its charset. */
  readonly contentType: string
  readonly body: string
}

/** Bytes in pieces, read at the pace of whoever takes them. */
export type Bytes = AsyncIterable<Uint8Array>

/** An answer is only read from here on: declarations and rows may be handed out as they are. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

/** Marks a route that answers with a file. */
export interface FileOutput {
  /** Several where the input chooses. */
  readonly contentType: string | readonly string[]
}
export interface FileAnswer {
  readonly fileName: string
  readonly contentType: string
  readonly body: Uint8Array | string
}
/** A file that is not held as a whole: its pieces are sent as they come, no faster than they are taken. */
export interface FileStream {
  readonly fileName: string
  readonly contentType: string
  readonly pieces: Bytes
  /** Somebody sent it: it may be anything, so nothing in it may run or ask for anything where it is shown. */
  readonly sent?: {
    /** Bytes. */
    readonly size: number
    /** Shown in the page instead of saved. */
    readonly inline: boolean
  }
}

/** A verb of the command line: `npx gaoxin verify`. */
export interface Command {
  readonly name: string
  readonly summary: Text
  readonly arguments?: readonly { readonly name: string; readonly many?: boolean }[]
  readonly options: readonly { readonly flags: string; readonly about: Text; readonly default?: string }[]
  /** Also run by `gaoxin start`, once the zone is open and before it serves. */
  readonly atStart?: boolean
  /** It runs in a new empty zone in the folder that its option `--data` names, or in one of its own; never in the program's. */
  readonly zone?: 'fresh'
  /** @returns the exit code. */
  readonly run: (
    context: Context,
    options: Readonly<Record<string, string | boolean>>,
    io: CommandIo,
    words: readonly string[],
  ) => Promise<number>
}
export interface CommandIo {
  readonly language: 'zh' | 'en'
  readonly print: (line: string) => void
  readonly write: (file: string, body: Uint8Array | string) => Promise<void>
}

/** A page of a system's own; `web/index.tsx` of the system holds the component under the same path. */
export interface Page {
  /** `/plan`, `/plan/offices`. */
  readonly path: string
  readonly name: Text
}

/** Reported while demonstration data load. */
export interface Progress {
  readonly step: Text
  readonly done: number
  readonly total: number
}

/** What a system does by itself, over and over, while the program serves. */
export interface Chore {
  readonly name: string
  readonly everyMs: number
  /** As the program itself. */
  readonly run: (context: Context) => Promise<unknown>
}

export interface System {
  /** The folder's name. */
  readonly id: string
  readonly name: Text
  readonly group: keyof typeof GROUPS
  /** The office that uses it, by id. */
  readonly office: string
  /** One sentence: what it answers. */
  readonly about: Text
  readonly records: readonly RecordDefinition[]
  readonly indicators: readonly Indicator[]
  /** What it judges by rules that an office edits. */
  readonly decisions?: readonly Decision[]
  /** How its cases move between people. */
  readonly processes?: readonly ProcessDeclaration[]
  /** What devices measure for it. */
  readonly quantities?: readonly Quantity[]
  /** Registers of those whom rules judge. */
  readonly subjects?: readonly SubjectRegister[]
  /** What it knows of such subjects, of its own or of another system's register, for rules of any system. */
  readonly views?: readonly SubjectView[]
  readonly routes?: readonly Route[]
  readonly commands?: readonly Command[]
  readonly chores?: readonly Chore[]
  /** What its zone may decide for itself while it runs. */
  readonly settings?: readonly Setting[]
  readonly pages?: readonly Page[]
  /** Its part of the demonstration zone, the same rows at every run; `scale` multiplies the reporting units. */
  readonly demo?: (context: Context, options: { readonly scale: number }) => AsyncIterable<Progress>
  /** Who, of those whom its demonstration holds, may be tried out as a post: the same people at every start. */
  readonly demoPeople?: (context: Context) => Promise<readonly Actor[]>
  /** Foresees the year of one of its indicators; undefined where there is too little to go by. */
  readonly forecast?: (question: ForecastQuestion) => ForecastAnswer | undefined
  /** Systems whose demonstration data must be there first, by id. */
  readonly after?: readonly string[]
}

/** Declares a system: the one contract between a folder under systems/ and the rest. */
export function defineSystem(system: System): System {
  const { records, indicators, decisions = [], quantities = [] } = system
  for (const part of [...records, ...indicators, ...decisions, ...quantities])
    if (!part.id.startsWith(`${system.id}.`))
      throw new Error(`system ${system.id} declares ${part.id}, which belongs to another system`)
  return system
}

/** Types a route's handler from its schemas. */
export const defineRoute = <I, O>(route: Route<I, O>): Route => route as unknown as Route
