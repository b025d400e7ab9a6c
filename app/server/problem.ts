import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'

/** The body of every error (RFC 9457), with both languages so that a screen can switch without asking again. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly says: { zh: string; en: string }
  readonly remedy: { zh: string; en: string }
  readonly place?: string
  /** What was given there. */
  readonly value?: string | number
  /** What a screen needs to let a person mend it. */
  readonly details?: object
}

export function problemOf(error: unknown): Problem {
  const known = error instanceof GaoxinError ? error : translate(error)
  return {
    type: 'about:blank',
    title: known.says.en,
    status: known.status,
    code: known.code,
    says: known.says,
    remedy: known.remedy,
    ...(known.place === undefined ? {} : { place: known.place }),
    ...shortValue(known),
    ...(known.details === undefined ? {} : { details: known.details }),
  }
}

/** A value short enough to be recognised; a whole document sent is not sent back. */
function shortValue({ value }: GaoxinError): { value?: string | number } {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= 100) ? { value } : {}
}

/** What the driver says, without a code, of a connection that broke under a question or before the next one. */
const LOST = /connection terminated|not queryable|connection has been discarded/i

/** Errors of the libraries, told in our words. What we do not know is an internal error and says nothing more. */
function translate(error: unknown): GaoxinError {
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    return new GaoxinError(
      'REQUEST_INVALID',
      text('请求内容不合要求', 'The request does not fit'),
      text(
        `请检查“${issue?.path.join('.') ?? ''}”`,
        `Check "${issue?.path.join('.') ?? ''}": ${issue?.message}`,
      ),
      { place: issue?.path.join('.') ?? '', status: 422 },
    )
  }
  // PostgreSQL's class 22: a value that does not fit its type, as a filter 'abc' on a date.
  if (/^22/.test((error as { code?: string })?.code ?? ''))
    return new GaoxinError(
      'REQUEST_VALUE',
      text('条件中的值与栏目类型不符', 'A value does not fit the type of its column'),
      text('请检查筛选条件', 'Check the filters'),
      { status: 422 },
    )
  const code = `${(error as { code?: string })?.code ?? ''}`
  if (/^(53100|ENOSPC|EDQUOT)$/.test(code))
    return new GaoxinError(
      'STORE_DISK_FULL',
      text('磁盘已满，没有保存', 'The disk is full, nothing was saved'),
      text('请管理员腾出空间后重做这一步', 'Do it again once the administrator has freed some space'),
      { cause: error, status: 503 },
    )
  if (/^(08|57P|ECONN|EPIPE)/.test(code) || LOST.test(`${(error as Error)?.message}`))
    return new GaoxinError(
      'STORE_UNREACHABLE',
      text('数据库连接中断', 'The connection to the database broke'),
      text(
        '这一步可能没有保存：请稍后刷新核对，再重做',
        'This may not have been saved: reload and look before doing it again',
      ),
      { cause: error, status: 503 },
    )
  const status = (error as FastifyError)?.statusCode
  if (status && status >= 400 && status < 500)
    return new GaoxinError(
      'REQUEST_REFUSED',
      text('请求无法处理', 'The request cannot be handled'),
      text('请检查地址、大小与格式', 'Check its address, size and format'),
      { status },
    )
  return new GaoxinError(
    'INTERNAL',
    text('系统内部出错', 'Something went wrong inside'),
    text('已记入日志，请稍后再试或联系管理员', 'It is in the log; try again or tell the administrator'),
    { status: 500 },
  )
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.status >= 500) request.log.error({ err: error }, problem.code)
  reply.code(problem.status).type('application/problem+json').send(problem)
}

const REMEDIES: Readonly<Record<number, { zh: string; en: string }>> = {
  403: text('请换有权限的身份，或联系本单位管理员', 'Act as somebody who may, or ask your administrator'),
  404: text('请检查地址，或从首页重新打开', 'Check the address, or start again from the first page'),
}

/** The same for whatever may not be seen, there or not. */
export const forbidden = () => refuse('FORBIDDEN', '没有查看权限', 'You may not see this', 403)

/** A refusal that the status explains. */
export const refuse = (code: string, zh: string, en: string, status: 403 | 404) =>
  new GaoxinError(code, text(zh, en), REMEDIES[status] ?? text('', ''), { status })
