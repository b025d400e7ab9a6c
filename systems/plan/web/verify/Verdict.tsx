import { Light } from '../../../../app/web/kit/Light.tsx'
import type { VerifyRow } from '../types.ts'

const LIGHTS = { equal: 'green', different: 'red', stated: 'grey', missing: 'yellow' } as const

/** Equal or not, in shape, colour and word. */
export const Verdict = ({ of, word }: { of: VerifyRow['verdict']; word: string }) => (
  <Light light={LIGHTS[of]} word={word} />
)
