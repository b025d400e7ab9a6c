import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { reasonIn } from './reasons.ts'

const CHINESE = /[\u4e00-\u9fff]/

/** Reasons that the source gives to `transaction` and `by`, with X for what differs. */
function reasonsOf(path: string): readonly string[] {
  const found: string[] = []
  const words = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    else if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join(''))
    else ts.forEachChild(node, words)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const { expression, arguments: given } = node
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText()
      if ((name === 'transaction' || name === 'by') && given[1]) words(given[1])
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true))
  return found.filter((text) => CHINESE.test(text))
}

it('every reason that the program gives has its English', () => {
  const files = ['kernel', 'systems', 'app']
    .flatMap((room) => readdirSync(room, { recursive: true }).map((path) => join(room, String(path))))
    .filter((path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$|\/web\//.test(path))
  const reasons = files.flatMap(reasonsOf)
  expect(reasons.length).toBeGreaterThan(50)
  expect(reasons.filter((why) => CHINESE.test(reasonIn(why, 'en')))).toEqual([])
})

it('leaves a person’s words as they are, and keeps them behind what the program says', () => {
  expect(reasonIn('错录，已核对', 'en')).toBe('错录，已核对')
  expect(reasonIn('合并企业：同一信用代码', 'en')).toBe('firms merged: 同一信用代码')
  expect(reasonIn('建立演示数据', 'zh')).toBe('建立演示数据')
})
