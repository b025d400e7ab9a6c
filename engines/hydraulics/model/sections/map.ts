import { type Column, many, num, of, optional, ref, text, word } from './columns.ts'

/** Sections that the engine passes over: what is drawn. Nothing in them keeps a model from running. */

const xy = [num('x', '横坐标'), num('y', '纵坐标')]
const anything = [many([text('value', '取值')])]

export const MAP = {
  MAP: [
    word('kind', '项目', {
      DIMENSIONS: [num('left', '左'), num('bottom', '下'), num('right', '右'), num('top', '上')],
      UNITS: [text('units', '单位')],
    }),
  ],
  COORDINATES: [of('node', '节点'), ...xy],
  VERTICES: [of('link', '管渠'), ...xy],
  POLYGONS: [ref('id', '汇水区', ['subcatchment', 'node'], { owner: true }), ...xy],
  SYMBOLS: [of('gage', '雨量计'), ...xy],
  LABELS: [
    ...xy,
    text('label', '文字'),
    ...['anchor', 'font', 'size', 'bold', 'italic'].map((key) => text(key, key, optional)),
  ],
  BACKDROP: [
    word('kind', '项目', {
      DIMENSIONS: anything,
      UNITS: anything,
      FILE: anything,
      OFFSET: anything,
      SCALING: anything,
    }),
  ],
  TAGS: [
    word('kind', '对象', {
      NODE: [of('node', '节点'), text('tag', '标签', optional)],
      LINK: [of('link', '管渠'), text('tag', '标签', optional)],
      SUBCATCH: [of('subcatchment', '汇水区'), text('tag', '标签', optional)],
      GAGE: [of('gage', '雨量计'), text('tag', '标签', optional)],
    }),
  ],
  PROFILES: [text('profile', '剖面'), many([ref('link', '管渠', 'link')])],
} satisfies Record<string, readonly Column[]>
