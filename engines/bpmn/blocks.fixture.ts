import fc from 'fast-check'

/** A diagram made of blocks, so that how often each task has to be done is known without running it. */
export type Block =
  | { readonly is: 'task' }
  /** A task with a time limit, after which somebody else has to urge, beside it. */
  | { readonly is: 'timed' }
  | { readonly is: 'sequence' | 'parallel'; readonly of: readonly Block[] }
  | { readonly is: 'exclusive'; readonly of: readonly Block[]; readonly taken: number }
  | { readonly is: 'inclusive'; readonly of: readonly Block[]; readonly taken: readonly boolean[] }
  | {
      readonly is: 'loop'
      readonly times: number
      readonly sequential: boolean
      readonly of: readonly Block[]
    }
  | { readonly is: 'sub'; readonly of: readonly Block[] }

export const { block } = fc.letrec<{ block: Block }>((tie) => {
  const several = fc.array(tie('block'), { minLength: 2, maxLength: 3 })
  const one = fc.array(tie('block'), { minLength: 1, maxLength: 1 })
  return {
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Block>({ is: 'task' }),
      fc.constant<Block>({ is: 'timed' }),
      fc.record({ is: fc.constantFrom('sequence' as const, 'parallel' as const), of: several }),
      fc.record({ is: fc.constant('exclusive' as const), of: several, taken: fc.nat(2) }),
      fc.record({
        is: fc.constant('inclusive' as const),
        of: several,
        taken: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      }),
      fc.record({
        is: fc.constant('loop' as const),
        times: fc.nat(3),
        sequential: fc.boolean(),
        of: one,
      }),
      fc.record({ is: fc.constant('sub' as const), of: one }),
    ),
  }
})

/** Whether a token goes by the way of that number. */
function goesBy(
  each: Extract<Block, { is: 'sequence' | 'parallel' | 'exclusive' | 'inclusive' }>,
  i: number,
) {
  if (each.is === 'exclusive') return i === each.taken % each.of.length
  return each.is === 'inclusive' ? Boolean(each.taken[i]) : true
}

/** The diagram of a block, with how often each of its tasks is to be done. */
export function drawn(root: Block): {
  readonly source: string
  readonly expected: ReadonlyMap<string, number>
} {
  const expected = new Map<string, number>()
  let count = 0
  const name = (kind: string) => `${kind}${++count}`
  /** @returns the lines, and where a flow enters and leaves */
  const draw = (each: Block, times: number): { lines: string[]; from: string; to: string } => {
    switch (each.is) {
      case 'task': {
        const id = name('t')
        expected.set(id, times)
        return { lines: [`${id}: user`], from: id, to: id }
      }
      case 'timed': {
        const [id, urge] = [name('t'), name('u')]
        expected.set(id, times)
        const lines = [
          `${id}: user`,
          `late_${id}: boundary on=${id} timer=P1D beside`,
          `late_${id} -> ${urge}`,
        ]
        return { lines: [...lines, `${urge}: user`], from: id, to: id }
      }
      case 'sequence': {
        const parts = each.of.map((part) => draw(part, times))
        const links = parts.slice(1).map(({ from }, i) => `${parts[i]?.to} -> ${from}`)
        return {
          lines: [...parts.flatMap(({ lines }) => lines), ...links],
          from: parts[0]?.from as string,
          to: parts.at(-1)?.to as string,
        }
      }
      case 'loop':
      case 'sub': {
        const id = name('s')
        const inner = draw(each.of[0] as Block, each.is === 'loop' ? times * each.times : times)
        const options = each.is === 'loop' ? `times=${each.times}${each.sequential ? ' sequential' : ''}` : ''
        const lines = [
          `${id}: sub ${options} {`,
          ...inner.lines,
          `start_${id} -> ${inner.from}`,
          `${inner.to} -> end_${id}`,
          '}',
        ]
        return { lines, from: id, to: id }
      }
      default: {
        const [fork, join] = [name('g'), name('g')]
        const goes = (i: number) => goesBy(each, i)
        const none = each.of.every((_, i) => !goes(i))
        const parts = each.of.map((part, i) => {
          const last = i === each.of.length - 1
          const taken = goes(i) || (none && last)
          const inner = draw(part, taken ? times : 0)
          const condition =
            each.is === 'parallel' ? '' : last ? ' [else]' : ` [${goes(i) ? 'true' : 'false'}]`
          // The last way is the one otherwise taken: of an inclusive fork only where no other is.
          return {
            ...inner,
            lines: [...inner.lines, `${fork} -> ${inner.from}${condition}`, `${inner.to} -> ${join}`],
          }
        })
        return {
          lines: [`${fork}: ${each.is}`, `${join}: ${each.is}`, ...parts.flatMap(({ lines }) => lines)],
          from: fork,
          to: join,
        }
      }
    }
  }
  const { lines, from, to } = draw(root, 1)
  return { source: [...lines, `start -> ${from}`, `${to} -> end`].join('\n'), expected }
}

/** An inclusive fork takes its last way when it takes no other, and otherwise leaves it out. */
export const plain = (each: Block): Block => {
  if (each.is === 'task' || each.is === 'timed') return each
  const of = each.of.map(plain)
  if (each.is !== 'inclusive') return { ...each, of }
  const taken = of.map((_, i) => i < of.length - 1 && Boolean(each.taken[i]))
  return { ...each, of, taken }
}
