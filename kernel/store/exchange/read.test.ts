import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../engines/report/source/testFiles.ts'
import { csv, workbook, written } from './exchange.fixture.ts'
import { type Cell, kindOf, readTable } from './read.ts'
import type { Source } from './zip.ts'

async function cells(source: Source): Promise<(readonly Cell[])[]> {
  const rows = []
  for await (const row of readTable(source)) rows.push(row.cells)
  return rows
}

/** 编号,名称 / 1,高新区 in GB18030. */
const GB18030 = Buffer.from('b1e0bac52cc3fbb3c60d0a312cb8dfd0c2c7f80d0a', 'hex')

describe('a text file', () => {
  const expected = [
    ['编号', '名称'],
    ['1', '高新区'],
  ]
  it('is read in UTF-8 with and without a mark, in GB18030 and in UTF-16', async () => {
    expect(await cells(csv('编号,名称', '1,高新区'))).toEqual(expected)
    expect(await cells(csv('\ufeff编号,名称', '1,高新区'))).toEqual(expected)
    expect(await cells(GB18030)).toEqual(expected)
    expect(await cells(Buffer.from('\ufeff编号\t名称\r\n1\t高新区\r\n', 'utf16le'))).toEqual(expected)
  })

  it('keeps commas, quotes and line ends inside quotes, and numbers as they are written', async () => {
    expect(await cells(csv('a,b', '"x, ""y""\nz",0012.50'))).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '0012.50'],
    ])
  })

  it('numbers rows as a spreadsheet does, empty ones too', async () => {
    const rows = []
    for await (const { row } of readTable(csv('a', '', 'b'))) rows.push(row)
    expect(rows).toEqual([1, 2, 3])
  })
})

describe('a workbook', () => {
  it('gives texts, exact numbers, days, truths and errors', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('甲')
    sheet.addRow(['高新区', 0.1 + 0.2, 1234567.89, new Date('2024-11-15T00:00:00Z'), true])
    sheet.addRow([
      { formula: '1/0', result: { error: '#DIV/0!' } as never },
      { formula: '1+1', result: 2 },
    ])
    sheet.addRow([0.125, { richText: [{ text: '高' }, { text: '新' }] }, '&lt;', 'a\nb'])
    sheet.getCell('A3').numFmt = '0.0%'
    sheet.getCell('D1').numFmt = 'yyyy"年"m"月"d"日"'
    expect(await cells(Buffer.from(await book.xlsx.writeBuffer()))).toEqual([
      ['高新区', { number: '0.3' }, { number: '1234567.89' }, { date: '2024-11-15T00:00:00' }, true],
      [{ error: '#DIV/0!' }, { number: '2' }],
      ['12.5%', '高新', '&lt;', 'a\nb'],
    ])
  })

  it('passes hidden sheets over and names the others', async () => {
    const book = new exceljs.Workbook()
    book.addWorksheet('甲').addRow(['1'])
    book.addWorksheet('藏', { state: 'hidden' }).addRow(['2'])
    book.addWorksheet('乙').addRow(['3'])
    const names = []
    for await (const { sheet } of readTable(Buffer.from(await book.xlsx.writeBuffer()))) names.push(sheet)
    expect(names).toEqual(['甲', '乙'])
  })

  it('reads every Chinese character whole, wherever a chunk ends, from a path as from bytes', async () => {
    const bytes = await written(async (stream) => {
      const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: stream as never, useSharedStrings: true })
      const sheet = book.addWorksheet('甲')
      for (let i = 0; i < 20_000; i++) sheet.addRow([`高新区统计单位${i}`, '同']).commit()
      await book.commit()
    })
    const folder = await mkdtemp(join(tmpdir(), 'gaoxin-'))
    try {
      await writeFile(join(folder, 'a'), bytes)
      for (const source of [bytes, join(folder, 'a')]) {
        let n = 0
        for await (const { cells } of readTable(source)) {
          if (cells[0] !== `高新区统计单位${n}` || cells[1] !== '同') expect(cells).toBe(n)
          n++
        }
        expect(n).toBe(20_000)
      }
      // A reader that stops half-way leaves the file closed.
      for await (const _ of readTable(join(folder, 'a'))) break
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('that is cut off or damaged is refused as such', async () => {
    const whole = await workbook([['a'], ['b']])
    const damaged = Buffer.from(whole)
    const part = whole.indexOf('xl/worksheets/sheet1.xml')
    damaged.fill(0xff, part + 40, part + 80)
    await expect(cells(damaged)).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' })
    await expect(cells(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({
      code: 'IMPORT_UNREADABLE',
    })
  })
})

describe('what is no table', () => {
  it('is refused by its content, with the way out', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    await expect(cells(old)).rejects.toMatchObject({
      code: 'IMPORT_OLD_XLS',
      remedy: { zh: expect.stringContaining('另存为 .xlsx') },
    })
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]),
    ])
      await expect(cells(bytes)).rejects.toMatchObject({ code: 'IMPORT_FORMAT', status: 415 })
    expect(await kindOf(await workbook([['a']]))).toBe('xlsx')
    expect(await kindOf(csv('a,b'))).toBe('csv')
  })
})

describe('a workbook made to swell', () => {
  /** A workbook whose sheet is a row said over and over. */
  function swollen(megabytes: number, claimed?: number): Buffer {
    const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'
    const rows = row.repeat(Math.ceil((megabytes * 2 ** 20) / row.length))
    const parts = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="甲" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    }
    return Buffer.from(zipOf(parts, claimed))
  }

  it('is refused before it is unpacked, by what it declares', async () => {
    await expect(cells(swollen(40))).rejects.toMatchObject({ code: 'IMPORT_SWELLS', status: 413 })
  })

  it('is refused while it is unpacked, when it declares less than it is', async () => {
    await expect(cells(swollen(40, 1000))).rejects.toMatchObject({ code: 'IMPORT_UNREADABLE' })
  })

  it('is read while it is small, whatever its ratio', async () => {
    expect((await cells(swollen(4))).length).toBeGreaterThan(50_000)
  })
})
