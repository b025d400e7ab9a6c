import { useWords } from '../i18n/index.ts'
import { Answer, Empty } from './States.tsx'

interface Pages {
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly fetchNextPage: () => unknown
}

/** The way on in a list that goes on by its cursor. */
export function More({ of }: { readonly of: Pages }) {
  const words = useWords()
  if (!of.hasNextPage) return null
  return (
    <p className="pages-more">
      <button
        type="button"
        className="button"
        disabled={of.isFetching}
        onClick={() => void of.fetchNextPage()}
      >
        {words('morePages')}
      </button>
    </p>
  )
}

/** A list of pages under filters: what was found, or that nothing was, whether there is nothing or the filters leave nothing. */
export function FoundPages<T>({
  of,
  found,
  narrowed,
  none,
  children,
}: {
  readonly of: Pages & Parameters<typeof Answer<unknown>>[0]['of']
  readonly found: readonly T[]
  readonly narrowed: boolean
  readonly none: { readonly title: string; readonly hint: string }
  readonly children: React.ReactNode
}) {
  const words = useWords()
  return (
    <Answer of={of} lines={12}>
      {() =>
        found.length === 0 ? (
          <Empty
            title={narrowed ? words('emptyFilter') : none.title}
            hint={narrowed ? words('emptyFilterHint') : none.hint}
          />
        ) : (
          <>
            {children}
            <More of={of} />
          </>
        )
      }
    </Answer>
  )
}
