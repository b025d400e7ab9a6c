import { type Draft, useDraft } from '../../versions/useDraft.ts'
import { checkDrawn, type DiagramProblem, type Drawn, saveVersion, type VersionWhole } from './queries.ts'

export type Drawing = Drawn &
  Omit<Draft<Drawn, never>, 'typed' | 'check'> & { readonly problems: readonly DiagramProblem[] }

/** A version of a process as it is drawn: its diagram and its forms. */
export function useDrawing(id: string, version: VersionWhole): Drawing {
  const { diagram, forms, problems, seen } = version
  const { typed, check, ...draft } = useDraft<Drawn, readonly DiagramProblem[]>(
    { diagram, forms },
    { seen, check: problems },
    {
      check: (drawn) => checkDrawn(id, drawn),
      save: async (drawn, before) => {
        const saved = await saveVersion(id, version.number, { ...drawn, seen: before })
        return { seen: saved.seen, check: saved.problems }
      },
    },
  )
  return { ...draft, ...typed, problems: check }
}
