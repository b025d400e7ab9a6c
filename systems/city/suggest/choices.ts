import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { suggestClass } from './classes.ts'
import { type DispatchGuess, suggestOffice } from './dispatch.ts'

/** Of a select in a form. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly en: string
}

/** Every office, the likely ones first with their reasons. */
export async function officeChoices(
  context: Context,
  about: { readonly class: string; readonly grid: string; readonly street: string },
): Promise<readonly Choice[]> {
  const likely = await suggestOffice(context, about)
  const { rows } = await sql<Choice>`select id as value, name as label, name_en as en from access.offices
    where kind <> 'committee' order by sort`.execute(context.db)
  const first = likely.flatMap(({ office, because }) => {
    const found = rows.find(({ value }) => value === office)
    const why = because.map(told)
    return found
      ? [
          {
            value: office,
            label: `${found.label}（${why.map(({ zh }) => zh).join('；')}）`,
            en: `${found.en} (${why.map(({ en }) => en).join('; ')})`,
          },
        ]
      : []
  })
  return [...first, ...rows.filter(({ value }) => !first.some((each) => each.value === value))]
}

function told(why: DispatchGuess['because'][number]): Text {
  if (why.kind === 'rule') return text(why.note, why.note)
  if (why.kind === 'past')
    return text(
      `${why.where === 'grid' ? '本网格' : '本街道'}同类 ${why.of} 件中办过 ${why.count} 件`,
      `handled ${why.count} of ${why.of} alike in this ${why.where === 'grid' ? 'cell' : 'street'}`,
    )
  return REASONS[why.kind]
}

const REASONS = {
  class: text('该类别主管单位', 'in charge of the class'),
  territory: text('属地街道', 'street where it lies'),
  centre: text('指挥中心', 'command centre'),
}

/** Likely classes of a description that came without one. */
export async function classChoices(context: Context, description: string): Promise<readonly Choice[]> {
  const guesses = await suggestClass(context, description)
  const { rows } = await sql<Choice>`select id as value, name as label, name_en as en from city.classes
    where id = any(${guesses.map((guess) => guess.class)}::text[])`.execute(context.db)
  return guesses.flatMap((guess) => rows.find(({ value }) => value === guess.class) ?? [])
}
