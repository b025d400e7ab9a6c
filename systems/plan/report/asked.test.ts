import { expect, it } from 'vitest'
import type { CommandIo, Context } from '../../../kernel/system.ts'
import { monthAsked, yearAsked } from './asked.ts'
import { reportCommand, verifyCommand } from './commands.ts'

it('takes years and months', () => {
  expect(yearAsked('2024', 'period')).toBe('2024')
  expect(monthAsked('2024-09', 'month')).toBe('2024-09')
})

it.each(['', '24', '0000', '2024-99', '2024-09', '２０２４'])('takes %j for no year', (value) => {
  expect(() => yearAsked(value, 'period')).toThrow('PLAN_PERIOD')
})

it.each(['', '0000-01', '2024', '2024-00', '2024-13', '2024-9'])('takes %j for no month', (value) => {
  expect(() => monthAsked(value, 'month')).toThrow('PLAN_MONTH')
})

it.each([verifyCommand, reportCommand])(
  'gaoxin $name refuses such a period before it asks the ledger',
  async (command) => {
    const untouched = {} as Context
    const io: CommandIo = { language: 'zh', print: () => {}, write: async () => {} }
    await expect(command.run(untouched, { period: '2024-99', format: 'md' }, io, [])).rejects.toMatchObject({
      code: 'PLAN_PERIOD',
      place: '--period',
      value: '2024-99',
    })
  },
)
