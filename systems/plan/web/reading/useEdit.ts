import type { Action } from '../../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { COMPARATORS, MEASURES } from '../choices.ts'
import type { Task } from './useReadings.ts'
import { R } from './words.ts'

/** Correcting the words of a task and how it is measured. */
export function useEdit(
  correct: (tasks: readonly string[], change: Readonly<Record<string, unknown>>) => Promise<unknown>,
): (task: Task) => Action {
  const say = useSay()
  const named = (choices: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(choices).map(([key, name]) => [key, say(name)] as const)
  return (task) => ({
    title: say(R.edit),
    fields: [
      { name: 'text', label: say(R.task), initial: task.text },
      { name: 'measure', label: say(R.measure), options: named(MEASURES), initial: task.measure },
      {
        name: 'comparator',
        label: say(R.comparator),
        options: named(COMPARATORS),
        initial: task.comparator ?? 'atLeast',
      },
      {
        name: 'target',
        label: say(R.target),
        help: say(R.targetHelp),
        initial: task.target ?? '',
        optional: true,
      },
      { name: 'unit', label: say(R.unit), initial: task.unit ?? '', optional: true },
    ],
    run: ({ text, measure, comparator, target, unit }) =>
      correct([task.id], {
        text,
        measure,
        ...(measure === 'measured' ? { comparator, unit, ...(target ? { target } : {}) } : {}),
      }),
  })
}
