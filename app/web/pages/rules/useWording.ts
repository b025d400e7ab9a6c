import { type Draft, useDraft } from '../versions/useDraft.ts'
import { type Check, checkModel, saveVersion, type VersionWhole } from './queries.ts'

type Typed = Readonly<Record<'model' | 'cases' | 'note' | 'from' | 'to', string>>

export type Wording = Typed & Omit<Draft<Typed, Check>, 'typed'>

/** A version of a rule as it is worded: its model, its cases, and when it is to hold. */
export function useWording(id: string, version: VersionWhole): Wording {
  const { model, cases, note, from, to, seen, check } = version
  const { typed, ...draft } = useDraft<Typed, Check>(
    { model, cases, note, from, to: to ?? '' },
    { seen, check },
    {
      check: ({ model, cases }) => checkModel(id, { model, cases }),
      save: async (worded, before) => {
        const body = { ...worded, to: worded.to || null, seen: before }
        const saved = await saveVersion(id, version.number, body)
        return saved
      },
    },
  )
  return { ...draft, ...typed }
}
