import type { Setting } from '../../kernel/settings.ts'
import { type Database, readSettings } from '../../kernel/store/index.ts'
import { text } from '../../kernel/text.ts'

/** The one host of 天地图 that is asked: pages may then reach it and no other. */
const HOST = 'https://t0.tianditu.gov.cn'
const KEY = /^[0-9a-f]{32}$/

export const baseMapSetting: Setting = {
  key: 'map.tianditu',
  name: text('天地图密钥', 'Key to Tianditu'),
  about: text(
    '填写后，各地图以天地图为底图：打开地图的浏览器会直接向 t0.tianditu.gov.cn 请求瓦片，对方可见其网络地址和所看位置，密钥对使用者可见。请用“浏览器端”密钥并设白名单。留空则不向外请求。',
    'With it maps lie on Tianditu: browsers that open one ask t0.tianditu.gov.cn for tiles, which sees their address and where they look; users can see the key. Take a key for browsers, with a white list. Left empty, nothing is asked of anybody outside.',
  ),
  usual: '',
  problem: (said) =>
    said === '' || KEY.test(said)
      ? undefined
      : text('应为 32 位十六进制密钥，或留空', 'It must be a key of 32 hexadecimal digits, or empty'),
}

async function keyOf(db: Database): Promise<string | undefined> {
  const said = (await readSettings(db))[baseMapSetting.key] ?? ''
  return KEY.test(said) ? said : undefined
}

/** Where the tiles of 天地图 are, by the language of their labels; null while the zone has no key. In Web Mercator, CGCS2000. */
export async function tiandituOf(
  db: Database,
): Promise<{ readonly zh: string[]; readonly en: string[] } | null> {
  const key = await keyOf(db)
  if (!key) return null
  const layer = (name: string) =>
    `${HOST}/${name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${name}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`
  return { zh: [layer('vec'), layer('cva')], en: [layer('vec'), layer('eva')] }
}

/** What a page may load and reach: this server; with a key, the one host of its base map. */
export function policyOfPages(withBaseMap: boolean): string {
  const outside = withBaseMap ? ` ${HOST}` : ''
  return [
    "default-src 'self'",
    // The hydraulic engine is compiled in the browser; text is never evaluated there.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${outside}`,
    ...(withBaseMap ? [`connect-src 'self'${outside}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Whether the zone has a base map from outside; none where its database cannot say. */
export const hasBaseMap = (db: Database): Promise<boolean> =>
  keyOf(db).then(
    (key) => key !== undefined,
    () => false,
  )
