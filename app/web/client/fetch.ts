import type { Text } from '../../../kernel/text.ts'
import { isAttended } from './attended.ts'
import { csrfHeader, goToDoor } from './door.ts'
import { once } from './once.ts'

/** RFC 9457 problem details as the server sends them, or as made here when nothing answered. */
export interface Problem {
  readonly code: string
  readonly says: Text
  readonly remedy: Text
  readonly place?: string
  readonly value?: unknown
  readonly status: number
  /** By code: what lets a person mend it. */
  readonly details?: unknown
}

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.says.en}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const OFFLINE: Problem = {
  code: 'web.offline',
  says: { zh: '连不上服务器', en: 'The server cannot be reached' },
  remedy: {
    zh: '请检查网络，恢复后本页会自动刷新',
    en: 'Check the network; the page refreshes once it is back',
  },
  status: 0,
}

/** A refusal without problem details: a proxy in between, or a route that does not exist. */
const bare = (status: number): Problem => ({
  code: `http.${status}`,
  says: { zh: `服务器答复 ${status}`, en: `The server answered ${status}` },
  remedy: {
    zh: '请稍后重试；仍然如此，请把这个代码告诉管理员',
    en: 'Try again; if it persists, tell the administrator this code',
  },
  status,
})

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'says' in body

/** Sends a request; whatever is not a success is thrown as a `ProblemError`. */
export async function send(path: string | Request, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    const request = new Request(path, { credentials: 'same-origin', ...init })
    for (const [name, value] of Object.entries(headersOf(request))) request.headers.set(name, value)
    response = await fetch(request)
  } catch {
    throw new ProblemError(OFFLINE)
  }
  if (response.ok) return response
  const body: unknown = await response.json().catch(() => undefined)
  const problem = isProblem(body)
    ? { ...body, status: body.status ?? response.status }
    : bare(response.status)
  goToDoor(problem)
  throw new ProblemError(problem)
}

const headersOf = ({ method }: Request): Record<string, string> => ({
  ...(method === 'GET' ? {} : csrfHeader()),
  ...(isAttended() ? {} : { 'x-unattended': '1' }),
})

export type Query = Readonly<Record<string, string | number | undefined>>

/** `/api/x?a=1`, leaving out what is undefined or empty. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

export const get = async <T>(path: string, query?: Query): Promise<T> =>
  (await send(address(path, query), {})).json() as Promise<T>

/** Sends JSON; an answer without a body becomes undefined. The same again while it is on its way is not sent twice. */
export function post<T>(path: string, body: unknown, method = 'POST'): Promise<T> {
  const json = JSON.stringify(body)
  return once(`${method} ${path} ${json}`, async () => {
    const response = await send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: json,
    })
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  })
}
