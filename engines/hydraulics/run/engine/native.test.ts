import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { townModel } from '../model.fixture.ts'
import { placed } from './files.ts'
import { withFolder } from './native.ts'
import { openEngine } from './open.ts'
import { OUT, REPORT } from './types.ts'

/**
 * A stand-in for `libswmm5`: it reports the files that it was given, and runs three steps. With a real library in SWMM_LIB,
 * runModel.test.ts holds it to the same answers as the engine that is built in.
 */
const LIBRARY = `
#include <stdio.h>
#include <string.h>
static char rpt[512]; static char out[512]; static int steps;
int swmm_open(const char *inp, const char *r, const char *o) {
  char line[512]; FILE *in = fopen(inp, "r"); FILE *to = fopen(r, "w");
  if (!in || !to) return 303;
  strcpy(rpt, r); strcpy(out, o); steps = 0;
  while (fgets(line, 512, in)) if (strstr(line, "FILE")) {
    char *from = strchr(line, '"'); char *end = strrchr(line, '"'); FILE *data; int c;
    *end = 0; data = fopen(from + 1, "r");
    if (!data) return 361;
    while ((c = fgetc(data)) != EOF) fputc(c, to);
    fclose(data);
  }
  fclose(in); fclose(to);
  return 0;
}
int swmm_start(int save) { FILE *o = fopen(out, "w"); fputs(save ? "saved" : "", o); fclose(o); return 0; }
int swmm_step(double *elapsed) { *elapsed = ++steps < 3 ? steps / 4.0 : 0; return steps > 3 ? 107 : 0; }
int swmm_end(void) { return 0; }
int swmm_report(void) { FILE *r = fopen(rpt, "a"); fputs(" done", r); fclose(r); return 0; }
int swmm_close(void) { return 0; }
`
const compiler = spawnSync('cc', ['--version']).status === 0

describe.skipIf(!compiler)('a native library', () => {
  let folder: string
  let library: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaoxin-native-'))
    library = join(folder, 'libswmm5.so')
    writeFileSync(join(folder, 'swmm5.c'), LIBRARY)
    const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-o', library, join(folder, 'swmm5.c')])
    if (status !== 0) throw new Error(String(stderr))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is called over files of its own, wherever the model says they are', async () => {
    const engine = await openEngine(library)
    const model = townModel({ sections: { TIMESERIES: ['storm FILE "rain 1.dat"', 'base 0 5'] } })
    for (const body of ['first', 'second']) {
      const session = engine.begin(model, { 'rain 1.dat': new TextEncoder().encode(body) })
      expect(session.open()).toBe(0)
      expect(session.start()).toBe(0)
      expect([session.step(), session.step(), session.step()]).toEqual([
        { error: 0, elapsed: 0.25 },
        { error: 0, elapsed: 0.5 },
        { error: 0, elapsed: 0 },
      ])
      expect(session.step().error).toBe(107)
      expect([session.end(), session.report(), session.close()]).toEqual([0, 0, 0])
      expect(new TextDecoder().decode(session.read(REPORT))).toBe(`${body} done`)
      expect(new TextDecoder().decode(session.read(OUT, 2))).toBe('ved')
      session.dispose()
      expect(session.read(OUT)).toBeUndefined()
    }
    engine.close()
  })

  it('that is none is named', async () => {
    await expect(openEngine(join(folder, 'swmm5.c'))).rejects.toMatchObject({
      code: 'hydraulics/library',
      place: join(folder, 'swmm5.c'),
    })
    await expect(openEngine(join(folder, 'nowhere.so'))).rejects.toMatchObject({ code: 'hydraulics/library' })
  })
})

describe('a model that a stranger wrote', () => {
  it('reads only files that it was given, and writes into the folder of its run alone', () => {
    const body = new Uint8Array(1)
    const model = townModel({
      sections: {
        TIMESERIES: ['storm FILE "../../rain.dat"', 'base FILE model.rpt'],
        FILES: ['SAVE OUTFLOWS "/etc/passwd"', 'SAVE RUNOFF ..\\..\\runoff.bin'],
        LID_USAGE: ['S1 L1 1 10 5 0 100 0 "/root/lid.txt"', 'S2 L1 1 10 5 0 100 0 *'],
      },
    })
    const given = { '../../rain.dat': body, 'model.rpt': body, '../../other': body }
    const { model: text, files } = placed(model, given)
    expect(Object.keys(files)).toEqual(['file-1.dat', 'file-2.dat'])
    const moved = withFolder(text, '/run')
    expect(moved.match(/"[^"]*"/g)).toEqual([
      '"/run/file-1.dat"',
      '"/run/file-2.dat"',
      '"/run/passwd"',
      '"/run/runoff.bin"',
      '"/run/lid.txt"',
    ])
    expect(moved).toContain('S2 L1 1 10 5 0 100 0 *')
  })
})
