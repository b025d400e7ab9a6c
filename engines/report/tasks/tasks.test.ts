import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStructure } from '../structure/index.ts'
import type { Figure } from '../types.ts'
import { planSections, readPlan, readTasks } from './index.ts'

const SEED = readFileSync(new URL('../structure/fixtures/report.txt', import.meta.url), 'utf8')

/** The tasks of one sentence in a plan, as `verb object`. */
function tasksIn(sentence: string, offices: Parameters<typeof readTasks>[3] = []) {
  const text = `一、2024年工作安排\n(一)聚焦发展。${sentence}`
  return readTasks(text, readStructure(text).outline, figuresIn(text), offices)
}
const deeds = (sentence: string) => tasksIn(sentence).map(({ verb, object }) => `${verb} ${object}`)

/** Numbers with their units, enough for these examples. */
function figuresIn(text: string): Figure[] {
  return [...text.matchAll(/\d+(?:\.\d+)?(?:亿元|个|%|平方公里)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    indicator: '',
    value: Number.parseFloat(match[0]),
    unit: match[0].replace(/[\d.]/g, ''),
    kind: 'target',
    period: '',
    bound: 'exact',
    of: 'level',
  }))
}

describe('readTasks', () => {
  const examples: [why: string, sentence: string, ...deeds: string[]][] = [
    ['one clause, one task', '建设概念验证中心,转化标志性成果。', '建设 概念验证中心', '转化 标志性成果'],
    ['adverbs step aside', '高标准完成贵驷控规修编。', '完成 贵驷控规修编'],
    ['加快 before a verb is an adverb', '加快推进项目建设。', '推进 项目建设'],
    ['加快 alone is the verb', '加快招商入驻进度。', '加快 招商入驻进度'],
    ['the verb after 为…', '为人才提供全方位生活服务。', '提供 全方位生活服务'],
    ['verbs joined are one deed', '大力培养和选任年轻干部。', '培养和选任 年轻干部'],
    ['so are verbs that go together', '巩固拓展主题教育成果。', '巩固拓展 主题教育成果'],
    ['an attitude is no task', '坚持稳中求进,牢记嘱托。'],
    [
      'a clause without a verb belongs to the task before',
      '设立科技创新母基金,总规模50亿元。',
      '设立 科技创新母基金',
    ],
    ['a target names what is to grow', '地区生产总值增长5.5%左右。', '增长 地区生产总值'],
    ['增加值 is not a verb', '规模工业增加值增长6%。', '增长 规模工业增加值'],
    ['what grows may stand after the verb', '城镇新增就业70个。', '新增 城镇就业'],
    ['a target without a verb', '居民消费价格涨幅2%左右。', '达到 居民消费价格涨幅'],
    ['but not what describes a project', '推进码头项目,总投资50亿元以上。', '推进 码头项目'],
    ['commas in quotes do not cut', '为宁波在“勇当先行者、谱写新篇章”中提供支撑。', '提供 支撑'],
  ]
  it.each(examples)('%s', (_, sentence, ...expected) => {
    expect(deeds(sentence)).toEqual(expected)
  })

  it('keeps the words, the figures and the path', () => {
    const [task] = tasksIn('加快谋划软件园东区1.2平方公里开发建设,')
    expect(task).toMatchObject({
      verb: '谋划',
      text: '加快谋划软件园东区1.2平方公里开发建设',
      path: ['一', '(一)'],
    })
    expect(task!.quantities.map(({ text }) => text)).toEqual(['1.2平方公里'])
  })

  it.each([
    [
      '推进升谱光电、维尔凯迪等21个续建工业项目和豪森商业广场等10个服务业项目建设。',
      ['升谱光电', '维尔凯迪', '豪森商业广场'],
    ],
    ['深化梅墟历史地段和轨道TOD地块规划设计。', ['梅墟历史地段', '轨道TOD地块']],
    ['推进“千万工程”建设。', ['千万工程']],
    ['推进一批重点项目建设。', []],
  ])('projects by name: %s', (sentence, projects) => {
    expect(tasksIn(sentence)[0]!.projects).toEqual(projects)
  })

  it.each([
    ['年底前完成主体施工。', '年底前'],
    ['2025年6月底前建成投用。', '2025年6月底前'],
    ['上半年启动招标。', '上半年'],
    ['到2027年建成示范区。', '2027年'],
    ['三年内完成改造。', '三年内'],
    ['2024年底,完成改造。', '2024年底'],
    ['彻底解决历史问题。', ''],
    ['推进2024年中央预算项目。', ''],
  ])('deadline: %s', (sentence, deadline) => {
    expect(tasksIn(sentence)[0]!.deadline).toBe(deadline)
  })

  it('a date at the head of a sentence rules its clauses', () => {
    expect(tasksIn('年底前,完成修编,建成中心。').map(({ deadline }) => deadline)).toEqual([
      '年底前',
      '年底前',
    ])
  })

  it('suggests the office whose duties are named, and none in a tie', () => {
    const offices = [
      { id: 'investment', names: ['招商局'], duties: ['招商', '外资'] },
      { id: 'talent', names: ['人社局'], duties: ['人才', '引育'] },
      { id: 'people', names: ['民政局'], duties: ['人才', '养老'] },
    ]
    expect(tasksIn('优化招商体系。', offices)[0]!.office).toBe('investment')
    expect(tasksIn('实施人才引育计划。', offices)[0]!.office).toBe('talent')
    expect(tasksIn('建设人才公寓。', offices)[0]!.office).toBeUndefined()
    expect(tasksIn('绘制创新地图。', offices)[0]!.office).toBeUndefined()
  })

  it('finds the plan among the parts, and what follows it', () => {
    const plan = (text: string) => planSections(readStructure(text).outline).map(({ title }) => title)
    expect(
      plan(
        '一、2025年工作回顾\n好。\n二、“十五五”时期主要目标任务\n好。\n三、2026年重点工作\n好。\n四、加强自身建设\n好。',
      ),
    ).toEqual(['2026年重点工作', '加强自身建设'])
    expect(plan('一、2022年工作回顾\n建设中心。')).toEqual([])
  })

  it('reads 80 to 100 tasks from the plan of the zone, in 6 groups and a preamble', () => {
    const tasks = readTasks(SEED, readStructure(SEED).outline, [])
    expect(tasks.length).toBeGreaterThanOrEqual(80)
    expect(tasks.length).toBeLessThanOrEqual(100)
    expect(new Set(tasks.map(({ path }) => path.join('/'))).size).toBe(7)
    for (const task of tasks) expect(SEED.slice(task.start, task.end)).toBe(task.text)
  })

  it('never throws; tasks are in order and exact', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        '推进',
        '加快',
        '为',
        '，',
        '、',
        '。',
        '“',
        '”',
        '等',
        '21个',
        '项目',
        '年底前',
        '和',
        '（',
        '的',
        '\n',
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, (sentence) => {
        const text = `一、2024年工作安排\n${sentence}`
        let at = 0
        for (const task of readTasks(text, readStructure(text).outline, figuresIn(text))) {
          expect(text.slice(task.start, task.end)).toBe(task.text)
          expect(task.start).toBeGreaterThanOrEqual(at)
          at = task.end
        }
      }),
    )
  })
})

describe('readPlan', () => {
  const OFFICES = [
    { id: 'science', names: ['科技创新局', '科创局'], duties: [] },
    { id: 'economy', names: ['经济发展局', '经发局'], duties: [] },
  ]
  const plan = (text: string) =>
    readPlan(text, readStructure(text).outline, figuresIn(text), OFFICES).map((task) => {
      expect(text.slice(task.start, task.end)).toContain(task.text)
      return { path: task.path.join('/'), text: task.text, office: task.office, deadline: task.deadline }
    })

  it('takes each numbered item whole, with the office behind it and its date', () => {
    const text = [
      '高新区2026年重点工作安排',
      '为做好2026年工作，制定本安排。',
      '一、建设科创高地',
      '1.建成实验室二期，新引进创新团队20个。（牵头单位：科技创新局；配合单位：经济发展局）',
      '2.出台成果转化政策，6月底前完成。责任单位：科创局、经发局',
      '3.持续深化一区多园合作。',
    ].join('\n')
    expect(plan(text)).toEqual([
      { path: '一', text: '建成实验室二期，新引进创新团队20个', office: 'science', deadline: '' },
      { path: '一', text: '出台成果转化政策，6月底前完成', office: 'science', deadline: '6月底前' },
      { path: '一', text: '持续深化一区多园合作', office: undefined, deadline: '' },
    ])
    expect(readTasks(text, readStructure(text).outline, [], OFFICES)).toEqual([])
  })

  it('cuts a paragraph of several deeds, all of the office that stands behind it', () => {
    const text = '计划\n一、自身建设。推进数字机关改革。开展效能评价。（牵头单位：经济发展局）'
    expect(plan(text)).toEqual([
      { path: '一', text: '推进数字机关改革', office: 'economy', deadline: '' },
      { path: '一', text: '开展效能评价', office: 'economy', deadline: '' },
    ])
  })

  it('throws on no text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一、(一)1.建成（牵头单位：科创局）；。\n 20个') }),
        (text) => {
          readPlan(text, readStructure(text).outline, figuresIn(text), OFFICES)
        },
      ),
    )
  })
})
