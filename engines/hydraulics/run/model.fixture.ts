/** A small town for tests: rain on two catchments, a storage with a pump, an orifice and a weir, dynamic waves. */
export interface TownOptions {
  /** Lines in place of a section's own. */
  readonly sections?: Readonly<Record<string, readonly string[]>>
  readonly options?: Readonly<Record<string, string>>
}

const OPTIONS = {
  FLOW_UNITS: 'LPS',
  INFILTRATION: 'HORTON',
  FLOW_ROUTING: 'DYNWAVE',
  LINK_OFFSETS: 'DEPTH',
  ALLOW_PONDING: 'NO',
  START_DATE: '07/01/2025',
  START_TIME: '06:00:00',
  END_DATE: '07/01/2025',
  END_TIME: '12:00:00',
  REPORT_START_DATE: '07/01/2025',
  REPORT_START_TIME: '06:00:00',
  REPORT_STEP: '00:05:00',
  WET_STEP: '00:01:00',
  DRY_STEP: '00:05:00',
  ROUTING_STEP: '5',
  VARIABLE_STEP: '0',
}

const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  RAINGAGES: ['R1 INTENSITY 0:15 1.0 TIMESERIES storm'],
  SUBCATCHMENTS: ['S1 R1 J1 2 60 100 0.5 0', 'S2 R1 J2 3 40 120 0.5 0'],
  SUBAREAS: ['S1 0.015 0.2 1.5 5 25 OUTLET', 'S2 0.015 0.2 1.5 5 25 OUTLET'],
  INFILTRATION: ['S1 75 5 4 7 0', 'S2 75 5 4 7 0'],
  JUNCTIONS: [
    'J1 10.0 2.5 0 0 0',
    'J2 9.2 2.5 0 0 0',
    'J3 8.4 3.0 0 0 0',
    'J4 9.0 2.0 0 0 0',
    'J5 6.8 2.0 0 0 0',
  ],
  OUTFALLS: ['O1 6.0 FREE NO'],
  STORAGE: ['T1 7.0 4.0 0.2 FUNCTIONAL 0 0 60 0 0'],
  CONDUITS: [
    'C1 J1 J2 120 0.013 0 0 0 0',
    'C2 J2 J3 120 0.013 0 0 0 0',
    'C3 J3 T1 80 0.013 0 0 0 0',
    'C4 J4 J5 150 0.013 0 0 0 0',
    'C5 J5 O1 60 0.013 0 0 0 0',
  ],
  PUMPS: ['P1 T1 J4 pump ON 0.5 0.1'],
  ORIFICES: ['G1 T1 J5 SIDE 1.0 0.65 NO 0'],
  WEIRS: [],
  XSECTIONS: [
    'C1 CIRCULAR 0.5 0 0 0 1',
    'C2 CIRCULAR 0.6 0 0 0 1',
    'C3 CIRCULAR 0.6 0 0 0 1',
    'C4 CIRCULAR 0.5 0 0 0 1',
    'C5 CIRCULAR 0.6 0 0 0 1',
    'G1 CIRCULAR 0.2 0 0 0',
  ],
  INFLOWS: ['J1 FLOW base FLOW 1.0 1.0'],
  CURVES: ['pump Pump2 0.5 20', 'pump 2 40', 'pump 4 60'],
  TIMESERIES: [
    'storm 0:00 0',
    'storm 0:30 20 0:45 60',
    'storm 1:00 90',
    'storm 1:15 30',
    'storm 1:30 0',
    'base 0 5',
    'base 6 15',
  ],
  CONTROLS: ['RULE close', 'IF SIMULATION TIME >= 2:00', 'THEN ORIFICE G1 SETTING = 0.5'],
  REPORT: ['INPUT NO', 'SUBCATCHMENTS ALL', 'NODES ALL', 'LINKS ALL'],
}

export function townModel({ sections = {}, options = {} }: TownOptions = {}): string {
  const lines = Object.entries({ ...OPTIONS, ...options }).map(([name, value]) => `${name} ${value}`)
  return Object.entries({ TITLE: ['A small town'], OPTIONS: lines, ...SECTIONS, ...sections })
    .map(([name, rows]) => [`[${name}]`, ...rows, ''].join('\n'))
    .join('\n')
}
