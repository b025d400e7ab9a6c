import { text } from '../../i18n/text.ts'

/** Words of maps. */
export const W = {
  map: text('地图', 'Map'),
  views: text('查看方式', 'Ways to look'),
  list: text('列表', 'List'),
  noGround: text(
    '底图未接入：仅示意经纬网与相对位置',
    'No base map connected: a net of degrees and relative positions only',
  ),
  tianditu: text('底图：天地图', 'Base map: Tianditu'),
  sampleGround: text(
    '底图为示例，街道、河流均为生成，非实景',
    'Sample ground: its streets and rivers are made up',
  ),
  zoomIn: text('放大', 'Zoom in'),
  zoomOut: text('缩小', 'Zoom out'),
  metres: text('米', 'm'),
  kilometres: text('公里', 'km'),
  cannot: text('这台设备的浏览器不能显示地图', 'The browser of this device cannot draw the map'),
  cannotHelp: text(
    '需要 WebGL 2：请更新浏览器或打开硬件加速；在此之前请用列表，内容相同。',
    'It needs WebGL 2: update the browser or turn on hardware acceleration. Until then use the list; it shows the same.',
  ),
  labelled: text(
    '地图，方向键移动，加减键缩放；同样的内容见“列表”',
    'Map: arrows move, plus and minus zoom; the list shows the same',
  ),
  missing: text('地图有一部分没有读到。', 'Part of the map did not come.'),
  again: text('重试', 'Try again'),
  inView: text('当前范围', 'In view'),
  rows: text('条', 'rows'),
  without: text('另有', 'Another'),
  withoutEnd: text('条没有位置', 'have no place'),
  nothing: text('当前范围内没有记录', 'Nothing lies in view'),
  nowhere: text('符合条件的记录都没有位置', 'No row that fits has a place'),
  whole: text('显示全部', 'Show all'),
  asList: text('在列表中查看当前范围', 'List what is in view'),
  cluster: text('条，按此放大', 'rows, press to zoom in'),
  several: text('此处有多条记录', 'Several rows are here'),
  more: text('条，请放大或看列表', 'more: zoom in or see the list'),
  open: text('打开', 'Open'),
  close: text('关闭', 'Close'),
  pick: text('在地图上选取', 'Pick on the map'),
  pickHelp: text('在地图上点一下即填入经纬度', 'Press on the map to fill in longitude and latitude'),
  hide: text('收起地图', 'Hide the map'),
} as const
