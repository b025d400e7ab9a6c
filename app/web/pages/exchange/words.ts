import { text } from '../../i18n/text.ts'

/** Words of import and export. */
export const W = {
  import: text('导入', 'Import'),
  importTo: text('导入', 'Import'),
  about: text(
    '先核对，再写入：核对时不改动任何数据，有问题的单元格逐一列出。',
    'Checked first, then written: a check changes nothing and lists every bad cell.',
  ),
  steps: text('步骤', 'Steps'),
  stepFile: text('选择文件', 'Choose a file'),
  stepMatch: text('对应栏目', 'Match columns'),
  stepCheck: text('核对', 'Check'),
  stepConfirm: text('确认', 'Confirm'),
  stepDone: text('完成', 'Done'),
  // file
  drop: text('把文件拖到这里，或', 'Drop a file here, or'),
  pick: text('选择文件', 'choose a file'),
  formats: text(
    '.xlsx 或 .csv（UTF-8、GB18030 均可），不超过 {n} MB。旧版 .xls 请先在 Excel 或 WPS 中另存为 .xlsx。',
    '.xlsx or .csv (UTF-8 or GB18030), up to {n} MB. Save an old .xls as .xlsx first.',
  ),
  edgeLines: text(
    '线的中间折点一并导入；没有填上下游节点的，按线的两端取 {n} 米内最近的节点，没有的、或另一个也差不多近的逐行列出。',
    'The vertices of a line come in with it. Where the nodes are not named, each end takes the nearest node within {n} m; where there is none, or another about as near, the row is listed.',
  ),
  geoFormats: text(
    '空间数据：Shapefile（.shp、.dbf、.prj、.cpg 一起选中，或压缩成一个 .zip）、GeoJSON、DXF，或带经度、纬度两栏的表格；不超过 64 MB。',
    'Shapes: a Shapefile (.shp, .dbf, .prj and .cpg chosen together, or as one .zip), GeoJSON, DXF, or a table with longitude and latitude; up to 64 MB.',
  ),
  uploading: text('正在上传', 'Uploading'),
  template: text('没有现成的文件？下载模板来填', 'No file yet? Fill in the template'),
  templateHint: text(
    '模板里有栏目名称、单位、填写说明和下拉选项；红色为必填。',
    'It has the names, units, explanations and lists of choices; red columns are required.',
  ),
  templateXlsx: text('Excel 模板', 'Excel template'),
  templateCsv: text('CSV 模板', 'CSV template'),
  // match
  matchAbout: text(
    '看看文件的每一栏对应台账的哪一栏；不需要的选“不导入”。',
    'See which column of the record each column of the file is; leave out what is not needed.',
  ),
  sheets: text('工作表或图层', 'Sheets or layers'),
  headerRow: text('表头在第 {n} 行', 'header in row {n}'),
  fileColumn: text('文件的栏目', 'Column of the file'),
  sample: text('文件中的值', 'Values in the file'),
  recordColumn: text('对应台账的栏目', 'Column of the record'),
  leaveOut: text('不导入', 'Leave out'),
  same: text('名称相同', 'same name'),
  near: text('名称相近，请核对', 'similar name, please check'),
  chosen: text('自选', 'chosen'),
  none: text('未识别', 'not recognised'),
  refused: text('您不能导入这一栏', 'you may not import this'),
  kept: text('由系统登记，不导入', 'kept by the system'),
  twice: text('有两栏对应同一栏目：', 'Two columns stand for the same: '),
  lacking: text(
    '文件中没有这些必填栏目，只能更新已有的行，不能新增：',
    'Without these required columns rows can be changed but not added: ',
  ),
  fillIn: text('文件里没有的，在这里填', 'What the file does not say'),
  fillInAbout: text(
    '对一张工作表或图纸的一个图层的所有行都一样；值里的 {栏目名} 换成这一行在该栏的内容，如 YS-{句柄}。不勾选的不导入。',
    'The same for all rows of a sheet, or of a layer of a drawing; {header} in a value is what the row has there, as in YS-{句柄}. What is not ticked is left out.',
  ),
  fillMore: text('再填一栏…', 'Another column…'),
  rowsOfFile: text('文件的各行', 'Rows of the file'),
  within: text('线的端点与节点至多相距（米）', 'Ends of lines may lie from their nodes (m)'),
  coordinates: text('文件的坐标', 'Coordinates of the file'),
  ofFile: text('按文件所述；未说明则为 CGCS2000 经纬度', 'As the file says; else degrees of CGCS2000'),
  datums: {
    wgs84: text('CGCS2000 / WGS-84 经纬度', 'Degrees, CGCS2000 / WGS-84'),
    gcj02: text('GCJ-02 经纬度（高德、腾讯）', 'Degrees, GCJ-02 (Amap, Tencent)'),
    bd09: text('BD-09 经纬度（百度）', 'Degrees, BD-09 (Baidu)'),
  },
  meridian: text('CGCS2000 高斯投影，米，中央子午线 {n}°', 'CGCS2000 Gauss-Krüger, metres, meridian {n}°'),
  check: text('核对', 'Check'),
  back: text('上一步', 'Back'),
  other: text('换一个文件', 'Another file'),
  // check
  total: text('共', 'Rows'),
  new: text('新增', 'New'),
  changed: text('更新', 'Changed'),
  unchanged: text('未变', 'Unchanged'),
  bad: text('有问题', 'Bad'),
  joined: text('按线的两端接上节点', 'Joined to nodes by their lines'),
  linked: text('引用本文件新增的行', 'Refer to new rows of this file'),
  rows: text('行', 'rows'),
  allGood: text('没有发现问题', 'No problems found'),
  nothingNew: text(
    '文件与台账完全一致，没有可写入的内容。',
    'The file says what the record says; there is nothing to write.',
  ),
  nothingGood: text(
    '没有一行可以写入，请改正后重新上传。',
    'Not one row can be written; mend the file and upload it again.',
  ),
  skipped: text('未读取的工作表：', 'Sheets passed over: '),
  badCells: text('有问题的单元格', 'Bad cells'),
  more: text('问题太多，只列出前 10,000 处。', 'Too many: the first 10,000 are listed.'),
  marked: text('下载标注好的文件', 'Download the marked file'),
  markedHint: text(
    '有问题的单元格标成红色并附说明，改好后可直接重新上传。',
    'Bad cells are red with a comment; mended, it can be uploaded as it is.',
  ),
  cell: text('单元格', 'Cell'),
  sheet: text('工作表', 'Sheet'),
  column: text('栏目', 'Column'),
  value: text('填写内容', 'Value'),
  reason: text('原因', 'Reason'),
  goOn: text('继续', 'Continue'),
  // confirm
  confirmAbout: text(
    '确认后写入台账，每一行都留下变更记录。',
    'It is written then, and every row keeps its history.',
  ),
  why: text('事由', 'Reason'),
  whyHint: text('例如：10 月统计报表', 'For example: returns of October'),
  accept: text(
    '我知道有 {n} 行有问题，只写入其余的行',
    'I know that {n} rows are bad; write the others only',
  ),
  write: text('写入 {n} 行', 'Write {n} rows'),
  // work
  working: text('正在处理', 'Working'),
  reload: text('可以离开或刷新本页，处理不会中断。', 'You may leave or reload this page; the work goes on.'),
  cancel: text('停止', 'Stop'),
  elsewhere: text(
    '另一个程序正在写入这个文件，请稍后刷新。',
    'Another program is writing this file; load the page again later.',
  ),
  // outcome
  done: text('已写入', 'Written'),
  seeRows: text('查看写入的行', 'See the rows written'),
  seeImport: text('查看导入记录', 'See the record of this import'),
  again: text('再导入一个文件', 'Import another file'),
  interrupted: text(
    '程序中断，这次导入没有完成，没有写入任何数据',
    'The program ended before this import did; nothing was written',
  ),
  interruptedHint: text('请重新上传文件。', 'Upload the file again.'),
  notWritten: text('这次导入没有写入任何数据', 'This import wrote nothing'),
  denied: text('您不能向这本台账导入数据', 'You may not import into this record'),
  // export
  export: text('导出', 'Export'),
  exportRows: text('{n} 行', '{n} rows'),
  shownColumns: text('显示的列', 'shown columns'),
  allColumns: text('全部列', 'all columns'),
  // list and history
  onlyImported: text('只看一次导入写入的行', 'Rows of one import'),
} as const

/** Puts a number into words. */
export const counted = (words: string, n: string): string => words.replace('{n}', n)
