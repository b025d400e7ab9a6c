import { describe, expect, it } from 'vitest'
import { assess, type Defect, type Pipe, USUAL } from './cjj181.ts'
import { assessmentSetting } from './setting.ts'

const pipe: Pipe = { size: 0.8, length: 50, importance: 'second', soil: 0 }
const at = (distance: number, score: number | null, other: Partial<Defect> = {}): Defect => ({
  group: 'structural',
  score,
  distance,
  length: 1,
  ...other,
})

describe('CJJ 181', () => {
  it('comes to what the worked example says: 破裂 3 级 and 错口 2 级, far apart', () => {
    expect(assess(pipe, [at(5, 5), at(20, 2)], 'structural')).toEqual({
      defects: 2,
      mean: 3.5,
      max: 5,
      parameter: 5,
      grade: 'III',
      density: 0.04,
      index: 4.25,
      indexGrade: 'III',
      terms: [
        { of: 'F', weight: 0.7, points: 5 },
        { of: 'K', weight: 0.1, points: 6 },
        { of: 'E', weight: 0.05, points: 3 },
        { of: 'T', weight: 0.15, points: 0 },
      ],
      lacking: [],
    })
  })

  it('weighs near defects more, takes those within a metre for one, and a mean above the worst counts', () => {
    const near = assess(pipe, [at(5, 5), at(6.3, 5)], 'structural')
    expect([near?.mean, near?.parameter]).toEqual([5.5, 5.5])
    const one = assess(pipe, [at(5, 5), at(6, 2)], 'structural')
    expect([one?.mean, one?.defects]).toEqual([5, 2])
    // The gap counts from where a long one ends: 5 + 4 to 10.2 is near, to 10.6 far.
    expect(assess(pipe, [at(5, 2, { length: 4 }), at(10.2, 2)], 'structural')?.mean).toBe(2.2)
    expect(assess(pipe, [at(5, 2, { length: 4 }), at(10.6, 2)], 'structural')?.mean).toBe(2)
  })

  it('has MI of functional defects by their own weights, and nothing where there is none', () => {
    const found = assess(pipe, [at(3, 10, { group: 'functional', length: 5 })], 'functional')
    // 0.8 × 10 + 0.15 × 6 + 0.05 × 3
    expect([found?.index, found?.indexGrade, found?.density]).toEqual([9.05, 'IV', 0.1])
    expect(assess(pipe, [at(3, 10)], 'functional')).toBeNull()
  })

  it('says what is lacking, and the least that it can be until then', () => {
    const some = assess({ ...pipe, soil: null, size: null }, [at(5, 10), at(20, null)], 'structural')
    expect(some).toMatchObject({ parameter: 10, mean: null, density: null, index: 7.6, indexGrade: 'IV' })
    expect(some?.lacking).toEqual(['score', 'size', 'soil'])
    expect(assess(pipe, [at(5, null)], 'structural')).toBeNull()
  })

  it('counts what lies on a cut to the lower grade', () => {
    const graded = (score: number) =>
      assess({ ...pipe, importance: 'other', size: 0.3 }, [at(1, score)], 'structural')
    expect([1, 3, 6, 6.1].map((score) => graded(score)?.grade)).toEqual(['I', 'II', 'III', 'IV'])
    expect(graded(10)?.index).toBe(7)
    expect(graded(10)?.indexGrade).toBe('III')
    const alone = { ...USUAL, repair: { F: 0, K: 0, E: 1, T: 0 } }
    const points = (size: number) => assess({ ...pipe, size }, [at(1, 1)], 'structural', alone)?.index
    expect([0.5, 0.6, 1, 1.2, 1.5, 1.6].map(points)).toEqual([0, 3, 3, 6, 6, 10])
  })

  it('takes other weights where a zone sets them', () => {
    const scheme = { ...USUAL, repair: { F: 1, K: 0, E: 0, T: 0 } }
    expect(assess(pipe, [at(5, 5)], 'structural', scheme)?.index).toBe(5)
  })

  it('takes no setting that does not fit', () => {
    const { problem } = assessmentSetting
    expect(problem('{"alpha": 1.2, "grades": {"defects": [1, 2, 3], "index": [1, 2, 3]}}')).toBeUndefined()
    for (const wrong of ['{', '{"alpha": 0}', '{"gaps": {"one": 2, "near": 1}}', '{"beta": 1}'])
      expect(problem(wrong)).toBeDefined()
    expect(problem('{"grades": {"defects": [3, 2, 1], "index": [1, 2, 3]}}')?.en).toContain('grades')
  })
})
