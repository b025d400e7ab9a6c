import { readdirSync, readFileSync } from 'node:fs'
import { checkModel, readModel, setRoughness, writeModel } from '../engines/hydraulics/model/index.ts'
import { rowsOf } from '../engines/hydraulics/model/read.ts'
import { quantile } from './times.ts'

/**
 * How fast SWMM models are read, checked, written and edited, in MB/s of their text; the median of several runs.
 * `npm run bench:inp -- FOLDER` with a folder of `.inp` files; the largest are told one by one.
 */
const [folder = '../shared/swmm/models'] = process.argv.slice(2)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.inp'))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
  .sort((a, b) => b.text.length - a.text.length)

function median(work: () => void, times = 15): number {
  const took = Array.from({ length: times }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return quantile(took, 0.5)
}

const mb = (text: string) => text.length / 1e6
const all = files.map(({ text }) => text)
const measured = [
  ...files.slice(0, 4).map(({ name, text }) => ({ name, texts: [text] })),
  { name: `all ${files.length}`, texts: all },
]
console.log('model | MB | read MB/s | check MB/s | write MB/s | one edit ms')
for (const { name, texts } of measured) {
  const size = texts.reduce((sum, text) => sum + mb(text), 0)
  const models = texts.map(readModel)
  const speed = (work: () => void) => ((size / median(work)) * 1000).toFixed(0)
  const read = speed(() => texts.forEach(readModel))
  const check = speed(() => {
    for (const model of models) checkModel(model)
  })
  const write = speed(() => models.forEach(writeModel))
  const [first] = models
  const conduit = first && [...rowsOf(first, 'CONDUITS')].at(-1)?.cells[0]
  const edit =
    first && conduit && texts.length === 1 ? median(() => setRoughness(first, conduit, 0.02)).toFixed(2) : ''
  console.log(`${name} | ${size.toFixed(2)} | ${read} | ${check} | ${write} | ${edit}`)
}
