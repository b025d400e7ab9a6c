import type { OpenTask } from '../queries.ts'

type Form = NonNullable<OpenTask['form']>

interface Field {
  readonly label?: string
  readonly text?: string
  readonly values?: readonly { readonly value: string; readonly label?: string }[]
  readonly components?: readonly Field[]
  /** `en`: the field in English; `en.VALUE`: one of its choices. */
  readonly properties?: Readonly<Record<string, string>>
}

/** A form with the words that it gives in English beside its own: custom properties of its fields. Pure. */
export const formInEnglish = (form: Form): Form => ({
  ...form,
  components: (form.components as readonly Field[]).map(inEnglish) as unknown as Form['components'],
})

function inEnglish(field: Field): Field {
  const own: Readonly<Record<string, string>> = field.properties ?? {}
  const { en } = own
  return {
    ...field,
    ...(en && field.label !== undefined ? { label: en } : {}),
    ...(en && field.text !== undefined ? { text: en } : {}),
    ...(field.values && {
      values: field.values.map((each) => ({
        ...each,
        label: own[`en.${each.value}`] ?? each.label ?? each.value,
      })),
    }),
    ...(field.components && { components: field.components.map(inEnglish) }),
  }
}

/** What a case knows, choices that it brings itself by their English names. Pure. */
export const knownInEnglish = (known: OpenTask['known']): OpenTask['known'] =>
  Object.fromEntries(
    Object.entries(known).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((each) => (each?.en ? { ...each, label: each.en } : each)) : value,
    ]),
  )
