import { readFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, resolve } from 'node:path'
import { filesNamed, type HydraulicsError, type Job } from '../../engines/hydraulics/run/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'

/** A model and the files that it names, found beside it. */
export async function jobOf(file: string, wantOut = false): Promise<Job> {
  const model = decoded(await bytesOf(file))
  const files: Record<string, Uint8Array> = {}
  for (const { name, line } of filesNamed(model))
    files[name] ??= await bytesOf(besides(file, name), `${file}:${line + 1}`)
  return { name: file, model, files, keep: false, wantOut }
}

/** Paths of another machine are tried by their last part, beside the model. */
export const besides = (file: string, name: string) => {
  const plain = /^[A-Za-z]:|\\/.test(name) || isAbsolute(name) ? basename(name.replaceAll('\\', '/')) : name
  return resolve(dirname(file), plain)
}

export const bytesOf = (file: string, place = file): Promise<Uint8Array> =>
  readFile(file).catch((cause: unknown) => {
    throw new GaoxinError(
      'SIMULATE_FILE',
      text(`读不到文件 ${file}`, `The file ${file} cannot be read`),
      text(
        '请检查路径；模型用到的文件要放在模型旁边',
        'Check its path; files that a model reads belong beside it',
      ),
      { place, value: file, cause },
    )
  })

/** UTF-8; where the bytes are none, GB18030; where they are neither, a byte for a letter, so that no two ids become one. */
export function decoded(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  return new TextDecoder('windows-1252').decode(bytes)
}

/** What the engine refuses, a line each. */
export function problemLines(
  { code, place, value, words, remedy, findings }: HydraulicsError,
  language: 'zh' | 'en',
) {
  const zh = language === 'zh'
  const head = findings.length > 0 || value === '' ? '' : zh ? `（${value}）` : ` (${value})`
  return [
    zh
      ? `[${code}] ${place}：${words.zh}${head}。${remedy.zh}`
      : `[${code}] ${place}: ${words.en}${head}. ${remedy.en}`,
    ...findings.flatMap(({ says, zh: chinese, number, text: line }) => [
      `  ${zh ? `错误 ${number}：${chinese}` : says}`,
      ...(line ? [`    ${line}`] : []),
    ]),
  ]
}
