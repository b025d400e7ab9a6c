import type { FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import { setClock } from '../../kernel/store/index.ts'
import { testVault } from '../../test/vault.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

const test = testZone()

type Answer = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> }
const on = async <T>(zone: typeof test.zone, work: (server: FastifyInstance) => Promise<T>): Promise<T> => {
  const server = await createServer(zone)
  return work(server).finally(() => server.close())
}
const as =
  (server: FastifyInstance, person: string) =>
  async (method: 'GET' | 'POST', url: string, payload?: object | string): Promise<Answer> => {
    const type = typeof payload === 'string' ? { 'content-type': 'application/octet-stream' } : {}
    const answer = await server.inject({
      method,
      url,
      headers: { cookie: `${COOKIE}=${person}`, ...type },
      ...(payload === undefined ? {} : { payload }),
    })
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body }
  }

it('what an enterprise may have counts nothing twice: a sum that it has claimed is said to be, and is not counted', async () => {
  await on(test.zone, async (server) => {
    const firm = as(server, 'enterprise-1')
    const { id } = (await firm('GET', '/api/records/enterprises/enterprises')).body.rows[0]
    const { granules, totalYuan } = (await firm('GET', `/api/policy/enterprises/${id}`)).body as {
      granules: {
        verdict: string
        behind: string | null
        claimed: string | null
        amountYuan: string | null
      }[]
      totalYuan: string
    }
    const matched = granules.filter(({ verdict, behind }) => verdict === 'match' && behind === null)
    const sum = (some: typeof matched) =>
      some.reduce((all, { amountYuan }) => all + Number(amountYuan ?? 0), 0)
    const claimed = matched.filter((each) => each.claimed !== null)
    expect(claimed.map((each) => each.claimed)).toEqual(['cleared'])
    expect(Number(totalYuan)).toBeCloseTo(sum(matched) - sum(claimed), 2)
    expect(sum(claimed)).toBeGreaterThan(0)
  })
})

it('an enterprise claims, another person approves, the notice ends, the bank answers, and the money is there', async () => {
  let [claim, enterprise] = ['', '']
  await on(test.zone, async (server) => {
    const [firm, office, leader] = ['enterprise-2', 'officer-science', 'leader'].map((one) => as(server, one))
    enterprise = (await firm!('GET', '/api/records/enterprises/enterprises')).body.rows[0].id
    const offered = (await firm!('GET', `/api/policy/enterprises/${enterprise}/claims`)).body.open
    const { granule } = offered.find(({ title }: { title: string }) => title === '科技创新券')
    const begin = (subject: string) =>
      firm!('POST', '/api/policy/claims', { granule, subject, given: { 服务费: '30' } })
    claim = (await begin('甲项目')).body.id
    expect((await begin('甲 项目')).body.code).toBe('ALREADY_CLAIMED')
    const act = (who: typeof firm, what: string) =>
      who!('POST', `/api/policy/claims/${claim}/acts`, { act: what })
    await firm!('POST', '/api/policy/account', { bank: '示例银行', account: '331001234567890' })
    expect((await act(firm, 'submit')).body.code).toBe('CLAIM_MATERIALS')
    expect((await firm!('POST', `/api/policy/claims/${claim}/files?name=a.txt`, '合同')).status).toBe(200)
    expect((await act(firm, 'submit')).body.state).toBe('submitted')
    expect((await act(office, 'review')).body.state).toBe('reviewed')
    expect((await act(office, 'approve')).body.code).toBe('CLAIM_SECOND')
    expect((await act(leader, 'approve')).body.state).toBe('approved')
    await office!('POST', '/api/policy/notices', { claims: [claim] })
    const told = await server.inject({ url: '/api/policy/notices' })
    expect(
      told.json().flatMap(({ lines }: { lines: { claim: string }[] }) => lines.map((line) => line.claim)),
    ).toContain(claim)
    expect((await act(office, 'clear')).body.code).toBe('NOTICE_OPEN')
    expect((await as(server, 'enterprise-1')('GET', `/api/policy/claims/${claim}`)).status).toBe(404)
  })
  await setClock(test.zone.store.db, '2024-11-25T09:00:00+08:00', new Date().toISOString())
  await test.withVault(testVault, (later) =>
    on(later, async (server) => {
      const [firm, office, finance] = ['enterprise-2', 'officer-science', 'officer-finance'].map((one) =>
        as(server, one),
      )
      expect((await office!('POST', `/api/policy/claims/${claim}/acts`, { act: 'clear' })).body.state).toBe(
        'cleared',
      )
      expect((await office!('POST', '/api/policy/batches', {})).status).toBe(403)
      const { id } = (await finance!('POST', '/api/policy/batches', {})).body
      expect((await finance!('POST', `/api/policy/batches/${id}/file`, {})).status).toBe(200)
      expect((await finance!('POST', `/api/policy/batches/${id}/close`, {})).body.code).toBe('BATCH_UNEQUAL')
      const { compared } = (await finance!('GET', `/api/policy/batches/${id}`)).body
      const lines = compared.lines.map(
        (line: { reference: string; ordered: string }) => `${line.reference},${line.ordered},成功,`,
      )
      const csv = ['流水号,金额,处理结果,失败原因', ...lines].join('\n')
      expect((await finance!('POST', `/api/policy/batches/${id}/answers?name=a.csv`, csv)).body.equal).toBe(
        true,
      )
      expect((await finance!('POST', `/api/policy/batches/${id}/close`, {})).body.state).toBe('closed')
      const { claims } = (await firm!('GET', `/api/policy/enterprises/${enterprise}/claims`)).body
      expect(claims.find((one: { id: string }) => one.id === claim)).toMatchObject({
        state: 'paid',
        paidOn: '2024-11-25',
        days: 10,
      })
    }),
  )
})

it('an enterprise adds what is asked for, is objected to within the notice, and pays back in parts', async () => {
  const people = (server: FastifyInstance) =>
    ['enterprise-2', 'enterprise-1', 'officer-science', 'leader', 'officer-finance'].map((one) =>
      as(server, one),
    ) as [ReturnType<typeof as>, ...ReturnType<typeof as>[]]
  let claim = ''
  const act = (who: ReturnType<typeof as> | undefined, what: string, more: object = {}) =>
    who!('POST', `/api/policy/claims/${claim}/acts`, { act: what, ...more })
  await on(test.zone, async (server) => {
    const [firm, other, office, leader] = people(server)
    const enterprise = (await firm('GET', '/api/records/enterprises/enterprises')).body.rows[0].id
    const offered = (await firm('GET', `/api/policy/enterprises/${enterprise}/claims`)).body.open
    const { granule } = offered.find(({ title }: { title: string }) => title === '科技创新券')
    const begin = async (subject: string) =>
      (await firm('POST', '/api/policy/claims', { granule, subject, given: { 服务费: '30' } })).body.id
    claim = await begin('不要的')
    expect((await act(office, 'withdraw')).body.code).toBe('CLAIM_ROLE')
    expect((await act(firm, 'withdraw')).body.state).toBe('withdrawn')
    claim = await begin('乙项目')
    await firm('POST', '/api/policy/account', { bank: '示例银行', account: '331001234567890' })
    await firm('POST', `/api/policy/claims/${claim}/files?name=a.txt`, '合同')
    await act(firm, 'submit')
    await act(office, 'ask', { reason: '请补发票' })
    expect((await firm('GET', `/api/policy/claims/${claim}`)).body).toMatchObject({
      own: true,
      claim: { state: 'asked', asked: '请补发票' },
      account: { account: '****7890' },
    })
    await firm('POST', `/api/policy/claims/${claim}/files?name=b.txt`, '发票')
    expect((await act(firm, 'submit', { facts: { 服务费: '28' } })).body.state).toBe('submitted')
    expect((await firm('POST', `/api/policy/claims/${claim}/files?name=c.txt`, '晚了')).body.code).toBe(
      'CLAIM_STEP',
    )
    await act(office, 'review')
    await act(leader, 'approve')
    await office!('POST', '/api/policy/notices', { claims: [claim] })
    const filed = await other!('POST', `/api/policy/claims/${claim}/objections`, {
      by: '冒名',
      reason: '发票与项目不符',
    })
    expect(filed.status).toBe(200)
    const seen = (await office!('GET', `/api/policy/claims/${claim}`)).body
    expect(seen.objections[0].by).not.toBe('冒名')
    expect((await firm('GET', `/api/policy/claims/${claim}`)).body.objections[0].by).toBe('—')
    const answer = (who: ReturnType<typeof as> | undefined) =>
      who!('POST', `/api/policy/objections/${filed.body.id}/answer`, { state: 'rejected', answer: '相符' })
    expect((await answer(people(server)[4])).body.code).toBe('CLAIM_ROLE')
    expect((await answer(office)).status).toBe(200)
  })
  await setClock(test.zone.store.db, '2024-12-09T09:00:00+08:00', new Date().toISOString())
  await test.withVault(testVault, (later) =>
    on(later, async (server) => {
      const [firm, other, office, leader, finance] = people(server)
      const late = await other!('POST', `/api/policy/claims/${claim}/objections`, { reason: '晚了' })
      expect(late.body.code).toBe('NOTICE_OVER')
      await act(office, 'clear')
      const { id } = (await finance!('POST', '/api/policy/batches', {})).body
      await finance!('POST', `/api/policy/batches/${id}/file`, {})
      const { compared } = (await finance!('GET', `/api/policy/batches/${id}`)).body
      const lines = compared.lines.map(
        (line: { reference: string; ordered: string }) => `${line.reference},${line.ordered},成功,`,
      )
      const csv = ['流水号,金额,处理结果,失败原因', ...lines].join('\n')
      await finance!('POST', `/api/policy/batches/${id}/answers?name=a.csv`, csv)
      await finance!('POST', `/api/policy/batches/${id}/close`, {})
      const amount = Number((await firm('GET', `/api/policy/claims/${claim}`)).body.claim.amount)
      await act(leader, 'clawback', { reason: '发票作假', basis: '办法第9条', amount: String(amount) })
      const recover = (who: ReturnType<typeof as> | undefined, yuan: number) =>
        who!('POST', `/api/policy/claims/${claim}/recovered`, { amount: String(yuan) })
      expect((await recover(office, 1000)).body.code).toBe('CLAIM_ROLE')
      expect((await finance!('GET', `/api/policy/claims/${claim}`)).body.mayRecover).toBe(true)
      await recover(finance, 1000)
      expect((await recover(finance, amount)).body.code).toBe('CLAWBACK_AMOUNT')
      await recover(finance, amount - 1000)
      expect((await firm('GET', `/api/policy/claims/${claim}`)).body).toMatchObject({
        claim: { state: 'recovered' },
        mayRecover: false,
      })
    }),
  )
})
