import { gathered, wordsOf } from '../../../kernel/paper.ts'
import type { Bytes } from '../../../kernel/system.ts'
import { PAPER_LENGTH, PAPER_LIMIT } from '../settings.ts'

const LIMITS = { bytes: PAPER_LIMIT, length: PAPER_LENGTH }

/** The text of a report or plan as it arrives. @throws GaoxinError PAPER_SIZE, or the reader's refusal */
export const textOf = async (body: Bytes, name: string): Promise<string> =>
  wordsOf(await gathered(body, name, LIMITS), name, LIMITS)
