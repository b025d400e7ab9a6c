import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  rainOfFrames,
  readGrid,
  readRain,
  setGaugeRain,
  setRadarRain,
} from '../../engines/hydraulics/fit/index.ts'
import type { Model } from '../../engines/hydraulics/model/index.ts'
import { GaoxinError } from '../../kernel/errors.ts'
import { text } from '../../kernel/text.ts'
import { bytesOf, decoded } from './modelFiles.ts'

/**
 * A model with measured rain: of gauges from a CSV (`at,GAUGE,GAUGE…`, intensities), or of catchments from a folder with
 * radar grids (`.asc`), whose names have their moments by the model's clock (`202507010605`).
 * @throws GaoxinError SIMULATE_FILE, CALIBRATE_RAIN; HydraulicsError hydraulics/table, hydraulics/no-such-object
 */
export async function withRain(model: Model, path: string): Promise<Model> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!folder) return setGaugeRain(model, readRain(decoded(await bytesOf(path)), 'intensity', path))
  const names = (await readdir(path)).filter((name) => /\.asc$/i.test(name)).sort()
  const frames = await Promise.all(
    names.map(async (name) => ({
      at: momentOf(name, path),
      grid: readGrid(decoded(await bytesOf(join(path, name))), name),
    })),
  )
  return setRadarRain(model, rainOfFrames(model, frames))
}

function momentOf(name: string, path: string): number {
  const [, year, month, day, hour, minute] =
    /(\d{4})-?(\d{2})-?(\d{2})[T_-]?(\d{2})-?(\d{2})/.exec(name) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`)
  if (!Number.isNaN(at)) return at
  throw new GaoxinError(
    'CALIBRATE_RAIN',
    text('雷达格网的文件名里没有时刻', 'The name of a radar grid has no moment'),
    text('请按“202507010605.asc”命名', 'Name it as in 202507010605.asc'),
    { place: path, value: name },
  )
}
