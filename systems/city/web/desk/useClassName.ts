import { useLanguage } from '../../../../app/web/i18n/index.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly nameEn: string
}

/** Names a class by its id in the language of the screen; undefined without one. */
export function useClassName(
  classes: readonly Named[],
): (id: string | null | undefined) => string | undefined {
  const language = useLanguage()
  return (id) => {
    const found = classes.find((one) => one.id === id)
    return found && (language === 'zh' ? found.name : found.nameEn)
  }
}
