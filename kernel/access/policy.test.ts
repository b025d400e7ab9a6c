import { expect, it } from 'vitest'
import { DEFAULT_POLICY, readPolicy } from './policy.ts'

it('takes what a zone says over the default and leaves the rest', () => {
  const policy = readPolicy('{"password":{"officer":{"length":14}},"session":{"idleMinutes":10}}')
  expect(policy.password.officer).toEqual({ ...DEFAULT_POLICY.password.officer, length: 14 })
  expect(policy.session).toEqual({ idleMinutes: 10, hours: 12 })
  expect(policy.failures).toEqual(DEFAULT_POLICY.failures)
  expect(readPolicy(undefined)).toEqual(DEFAULT_POLICY)
  expect(readPolicy(JSON.stringify(DEFAULT_POLICY))).toEqual(DEFAULT_POLICY)
})

it.each([
  ['{"password":{"resident":{"length":6}}}', 'access.policy.password.resident.length'],
  ['{"session":{"hours":48}}', 'access.policy.session.hours'],
  ['{"failures":{"account":{"failures":50}}}', 'access.policy.failures.account.failures'],
  ['{"sesion":{"hours":1}}', 'access.policy'],
  ['[]', 'access.policy'],
  ['nonsense', 'access.policy'],
])('refuses what is laxer than level 3 or not understood: %s', (setting, place) => {
  expect(() => readPolicy(setting)).toThrow(expect.objectContaining({ code: 'ACCESS_POLICY', place }))
})
