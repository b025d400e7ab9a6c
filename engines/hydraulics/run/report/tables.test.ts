import { describe, expect, it } from 'vitest'
import { readFindings } from './findings.ts'
import { continuityError, readReport } from './index.ts'

/** In the layout of `statsrpt.c`, with what is hard to read: long names, numbers that touch, blanks, no numbers. */
const REPORT = `
  EPA STORM WATER MANAGEMENT MODEL - VERSION 5.2 (Build 5.2.2)
  ------------------------------------------------------------

  WARNING 04: minimum elevation drop used for Conduit 雨水管1
  WARNING 02: maximum depth increased for Node J 2

  ****************
  Analysis Options
  ****************
  Flow Units ............... LPS
  Flow Routing Method ...... DYNWAVE

  **************************        Volume        Volume
  Flow Routing Continuity        hectare-m      10^6 ltr
  **************************     ---------     ---------
  Dry Weather Inflow .......         0.000         0.000
  External Outflow .........123456789.1231234567891.234
  Continuity Error (%) .....        -0.105

  ******************
  Node Depth Summary
  ******************

  ---------------------------------------------------------------------------------
                                 Average  Maximum  Maximum  Time of Max    Reported
                                   Depth    Depth      HGL   Occurrence   Max Depth
  Node                 Type       Meters   Meters   Meters  days hr:min      Meters
  ---------------------------------------------------------------------------------
  J1.25                JUNCTION     0.11     1.35    11.35     0  01:06        1.34
  A-name-of-more-than-twenty-letters STORAGE      0.50     2.00  9999.12    12  23:59        2.00

  *******************
  Node Inflow Summary
  *******************

  J1.25                JUNCTION      5.00123456789.12     0  01:06       0.101    1.23e+03       0.002
  O1                   OUTFALL       0.00     0.00     0  00:00           0           0       0.000 ltr

  *********************
  Node Flooding Summary
  *********************

  No nodes were flooded.

  ********************
  Link Flow Summary
  ********************

  C1                   CONDUIT    139.45     0  01:06      1.23    1.42    1.00
  C2                   CONDUIT    139.45     0  01:06    >50.00    1.42    1.00
  P1                   PUMP        20.00     0  01:10                      0.33
  P2                   PUMP        20.00     0  01:10              0.33
  D1                   DUMMY       20.00     0  01:10
  G1                   ORIFICE     20.00     0  01:10                      0.95

  *************************
  Conduit Surcharge Summary
  *************************

  C1.25                      0.07      0.12      0.09      0.30         0.05

  ***************
  Pumping Summary
  ***************

  P1                      12.34           3      0.00     10.00     20.00     0.123      1.20    0.0    nan

  ***********************
  LID Performance Summary
  ***********************

  --------------------------------------------------------------------------------------------------------------------
  Subcatchment      LID Control             mm        mm        mm        mm        mm        mm        mm           %
  --------------------------------------------------------------------------------------------------------------------
  S1                TRENCH              166.81      0.17    192.35      0.00      0.00     25.71      0.00       -0.00
  A longer catchment  BIO1234567890123       93.40      2.37     28.58      0.00      0.00     50.00    112.55       -0.07

  ***********************
  Outfall Loading Summary
  ***********************

  -----------------------------------------------------------------------------------------------------
                         Flow       Avg       Max       Total         Total         Total         Total
                         Freq      Flow      Flow      Volume           TSS          LEAD         ECOLI
  Outfall Node           Pcnt       LPS       LPS    10^6 ltr            kg            kg          LogN
  -----------------------------------------------------------------------------------------------------
  O1                    99.94     56.69    496.75      12.33912345678901.697         0.004         7.091

  ***************************
  Link Pollutant Load Summary
  ***************************

  --------------------------------------------------------------
                                 TSS          LEAD         ECOLI
  Link                            kg            kg          LogN
  --------------------------------------------------------------
  C1.250                      17.343         0.003         6.652

  *******************
  Street Flow Summary
  *******************

                        Flow    Spread     Depth  Inlet             Inlet     Inlet  Capture  Capture     Freq     Freq  / Inlet     Flow
  Street Conduit         CFS        ft        ft  Design            Location  Count     Pcnt     Pcnt     Pcnt     Pcnt      CFS      CFS
  Street1             37.332    19.992     0.650  ComboInlet        ON-GRADE      1    17.04    67.84    88.77     0.00     3.18    30.97
  Street2             25.785    20.000     0.716

  *************************
  Routing Time Step Summary
  *************************
  Minimum Time Step           :     5.00 sec
  % of Steps Not Converging   :     0.12
`

describe('a report', () => {
  const { tables, continuity, findings, timeSteps, build, flowUnits } = readReport(REPORT)

  it('gives every row of a table, whatever stands beside its numbers', () => {
    expect([build, flowUnits]).toEqual(['5.2.2', 'LPS'])
    expect(tables.nodeDepth).toEqual([
      { name: 'J1.25', type: 'JUNCTION', average: 0.11, max: 1.35, maxHgl: 11.35, at: 66, reported: 1.34 },
      {
        name: 'A-name-of-more-than-twenty-letters',
        type: 'STORAGE',
        average: 0.5,
        max: 2,
        maxHgl: 9999.12,
        at: 12 * 1440 + 1439,
        reported: 2,
      },
    ])
    expect(
      tables.nodeInflow.map(({ maxLateral, maxTotal, totalVolume }) => [maxLateral, maxTotal, totalVolume]),
    ).toEqual([
      [5, 123_456_789.12, 1230],
      [0, 0, 0],
    ])
    expect(tables.conduitSurcharge[0]).toMatchObject({
      name: 'C1.25',
      bothEndsHours: 0.07,
      capacityLimitedHours: 0.05,
    })
    expect(tables.pumping[0]).toMatchObject({
      name: 'P1',
      startUps: 3,
      maxFlow: 20,
      offHighPercent: Number.NaN,
    })
    expect(tables.nodeFlooding).toEqual([])
  })

  it('gives LID units, streets with and without an inlet, and loads by pollutant', () => {
    expect(tables.lid.map(({ name, control, inflow }) => [name, control, inflow])).toEqual([
      ['S1', 'TRENCH', 166.81],
      ['A longer catchment', 'BIO1234567890123', 93.4],
    ])
    expect(tables.lid[1]).toMatchObject({ finalStorage: 112.55, continuityError: -0.07 })
    expect(tables.outfall).toMatchObject([
      { name: 'O1', volume: 12.339, loads: { TSS: 12_345_678_901.697, LEAD: 0.004, ECOLI: 7.091 } },
    ])
    expect(tables.linkLoad).toEqual([{ name: 'C1.250', loads: { TSS: 17.343, LEAD: 0.003, ECOLI: 6.652 } }])
    expect(tables.street).toMatchObject([
      { name: 'Street1', inlet: 'ComboInlet', location: 'ON-GRADE', count: 1, peakBypass: 30.97 },
      { name: 'Street2', maxDepth: 0.716, inlet: undefined, peakBypass: undefined },
    ])
  })

  it('leaves out what a link has not', () => {
    expect(
      tables.linkFlow.map((row) => [row.name, row.maxVelocity, row.fullFlowRatio, row.fullDepthRatio]),
    ).toEqual([
      ['C1', 1.23, 1.42, 1],
      ['C2', 50, 1.42, 1],
      ['P1', undefined, undefined, 0.33],
      ['P2', undefined, 0.33, undefined],
      ['D1', undefined, undefined, undefined],
      ['G1', undefined, undefined, 0.95],
    ])
  })

  it('gives balances and time steps', () => {
    expect(continuity).toEqual([
      {
        title: 'Flow Routing Continuity',
        units: ['hectare-m', '10^6 ltr'],
        lines: [
          { label: 'Dry Weather Inflow', values: [0, 0] },
          { label: 'External Outflow', values: [123_456_789.123, 1_234_567_891.234] },
        ],
        errorPercent: [-0.105],
      },
    ])
    expect(continuityError(readReport(REPORT), 'Flow Routing Continuity')).toBe(-0.105)
    expect(timeSteps).toEqual({ 'Minimum Time Step': 5, '% of Steps Not Converging': 0.12 })
  })

  it('says warnings in both languages', () => {
    expect(findings.map(({ severity, number, zh }) => [severity, number, zh])).toEqual([
      ['warning', 4, '管渠 雨水管1 采用最小高差'],
      ['warning', 2, '节点 J 2 的最大水深被加大'],
    ])
  })

  it('says one warning of several wordings', () => {
    const says = (words: string) => readFindings(`  WARNING 10: crest elevation ${words} Link W1\n`)[0]?.zh
    for (const words of [
      'is below downstream invert for regulator',
      'raised to downstream invert for regulator',
    ])
      expect(says(words)).toBe('调节设施 W1 的顶高低于下游底高')
  })

  it('says errors with the line of the model', () => {
    const [first, second, third] = readFindings(
      [
        '',
        '  ERROR 209: undefined object J9 at line 12 of [CONDUIT] section:',
        '  C1 J1 J9 100',
        '  ERROR 205: invalid keyword [NONSENSE] at line 3 of input file:',
        '  [NONSENSE]',
        '  ERROR 138: Node J1 has initial depth greater than maximum depth.',
        '  ERROR 999: something new.',
      ].join('\n'),
    )
    expect(first).toMatchObject({
      number: 209,
      line: 12,
      section: 'CONDUIT',
      text: 'C1 J1 J9 100',
      zh: '对象 J9 没有定义（第12行，[CONDUIT]）',
    })
    expect(second).toMatchObject({ line: 3, section: undefined, zh: '关键字 [NONSENSE] 无效（第3行）' })
    expect(third).toMatchObject({ line: undefined, zh: '节点 J1 的初始水深大于最大水深' })
  })
})
