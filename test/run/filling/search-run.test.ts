/** Runs with a filling: interrupted, killed and resumed they end bit-identically, and the report says what filling they have. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { StorageError } from '../../../src/errors.ts';
import { fillingLines } from '../../../src/report/filling.ts';
import { runText } from '../../../src/report/run.ts';
import { runJson } from '../../../src/results/summary/run-json.ts';
import { summarise } from '../../../src/results/summary/summary.ts';
import { advanceObserved, extendTo, startRun, trainRun } from '../../../src/run/conductor/conductor.ts';
import type { RunEvent } from '../../../src/run/conductor/run-events.ts';
import { specOf } from '../../../src/run/conductor/stored-spec.ts';
import { readFilling } from '../../../src/run/filling/filling-file.ts';
import { openFillingJournal } from '../../../src/run/filling/filling-journal.ts';
import { noticeOfFilling } from '../../../src/run/filling/filling-notices.ts';
import { searchFilling } from '../../../src/run/filling/search-run.ts';
import { parseSpec } from '../../../src/spec/spec.ts';
import { prepareSpec, sampleSpec } from '../../../src/spec.ts';
import { type Run, readSeries } from '../../../src/store/store.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXT = `
lattice.size = [2, 2]
model = { temperature = 0.2, filling = 0.75 }
effective.kind = "linear"
training.exact_evaluations = 40
sampling = { chains = 2, samples = 2000, warm_up = 50 }
`;
const spec = parseSpec(TEXT, 'spec.toml');
const newRun = (name: string, text = TEXT) => startRun(join(FOLDER, name), text, parseSpec(text, 'spec.toml'));
const never = new AbortController().signal;
const timeless = (run: Run) => ({ ...readFilling(run), seconds: 0 });
const silent = { tell: () => {}, interruption: never };

describe('the search of a run', () => {
  it('goes on from any of its parts bit-identically, whatever else is lost', async () => {
    const whole = newRun('whole');
    expect(await searchFilling(whole, spec, () => {}, never)).toBe(true);
    expect(existsSync(join(whole.directory, 'filling'))).toBe(false);
    const part = newRun('part');
    expect(await searchFilling(part, spec, () => {}, AbortSignal.abort())).toBe(false);
    expect(readFilling(part)).toBeUndefined();
    // Interrupted after its first stage, then after its second, and so on.
    for (let attempt = 1; readFilling(part) === undefined; attempt++) {
      const controller = new AbortController();
      let stages = 0;
      const stop = ({ type }: RunEvent) => {
        if (type === 'filling-stage' && ++stages === attempt) controller.abort();
      };
      await searchFilling(part, spec, stop, controller.signal);
    }
    expect(timeless(part)).toEqual(timeless(whole));
    expect(openFillingJournal(part).records).toEqual([]);
  });

  it('keeps the doubles of its parts', () => {
    const run = newRun('journal');
    const record = {
      task: 'a part',
      before: Float64Array.of(0.1, Number.MIN_VALUE, -0),
      result: {
        levels: Float64Array.of(Math.PI, 1 / 3),
        logWeights: Float64Array.of(12.3),
        spins: Float64Array.of(0.6, 0.8, 0),
        controls: Float64Array.of(-1e-300),
        to: { spins: Float64Array.of(1 / 7, 0, 1), position: 17, settings: { stepSize: 0.123456789 } },
        exactEvaluations: 5,
        seconds: 0.25,
      },
    };
    openFillingJournal(run).add(record);
    expect(openFillingJournal(run).records).toEqual([record]);
    writeFileSync(join(run.directory, 'filling/000001.json'), '{"task":');
    expect(() => openFillingJournal(run)).toThrow(StorageError);
    expect(() => openFillingJournal(run)).toThrow('the search for μ begins anew, with the same result');
  });

  it('tells how far it is, in events and in words', async () => {
    const events: RunEvent[] = [];
    const run = newRun('events');
    await searchFilling(run, spec, (event) => events.push(event), never);
    const stages = events.filter(({ type }) => type === 'filling-stage');
    expect(stages.length).toBe(readFilling(run)?.stages.length);
    expect(events.at(-1)).toMatchObject({ type: 'filling', wanted: 0.75, chosenBy: 'pilot' });
    const lines = events.map((event) => noticeOfFilling(event as Parameters<typeof noticeOfFilling>[0]));
    expect(lines[0]).toEqual({ type: 'notice', parts: ['search for μ at n = 0.75, step 1'] });
    expect(lines.at(-1)).toMatchObject({ line: expect.stringMatching(/^μ = -0\.\d+ at n = 0\.75$/) });
    expect(JSON.stringify(lines)).toMatch(/search for μ: n = 0\.\d+\(\d+\), wanted 0\.75 at μ = -0\.\d{6}, 32 samples/);
  });
});

describe('a run with a filling', () => {
  it('samples at the chemical potential that it has found, as the library does, and reports the filling', async () => {
    const run = newRun('run');
    expect(specOf(run).model.filling).toBe(0.75);
    expect(await advanceObserved(run, 2, silent)).toBe('finished');
    const filling = readFilling(run);
    expect(specOf(run).model).toMatchObject({ chemicalPotential: filling?.chemicalPotential });
    expect(specOf(run).model.filling).toBeUndefined();

    const prepared = prepareSpec(TEXT);
    expect({ ...prepared.filling, seconds: 0 }).toEqual(timeless(run));
    const energies: number[] = [];
    for await (const { values } of sampleSpec(prepared, { warmUp: true })) {
      energies.push(values.logRatio);
      if (energies.length === 60) break;
    }
    const { names, chains } = readSeries(run);
    expect([...chains[0][names.indexOf('logRatio')].subarray(0, 60)]).toEqual(energies);

    const summary = summarise(run);
    const report = runJson(summary);
    expect(report.chemicalPotential).toBe(filling?.chemicalPotential);
    const { deviation } = summary.filling ?? {};
    expect(deviation?.value).toBeCloseTo((report.observables.density.mean ?? 0) - 0.75, 14);
    expect(Math.abs(deviation?.sigma ?? 99)).toBeLessThan(3.5);
    expect(runText(summary)).toMatch(/^search for μ +[\d.]+ s +[\d.]+ %$/m);
    expect(runText(summary)).toMatch(/^μ = -0\.\d+\(\d+\), found for 0\.75 electrons per site$/m);
    expect(runText(summary)).toMatch(
      /^n = 0\.7\d+\(\d+\), wanted 0\.75: off by \d\.\d σ with ±0\.\d+ from the search for μ$/m,
    );
  });

  it('keeps its chemical potential when it is extended, and finds the same with other workers', async () => {
    const run = newRun('grown', TEXT.replace('samples = 2000', 'samples = 300'));
    await advanceObserved(run, 1, silent);
    const before = timeless(run);
    await advanceObserved(extendTo(run.directory, 400), 2, silent);
    expect(timeless(run)).toEqual(before);
  });

  it('needs no model for samplers of the exact weight', async () => {
    const run = newRun('local', TEXT.replace('chains', 'method = "local", chains').replace('2000', '60'));
    expect(await advanceObserved(run, 1, silent)).toBe('finished');
    expect(readFilling(run)?.chosenBy).toBe('pilot');
  });

  it('can be reported before it has begun', () => {
    const summary = summarise(newRun('empty'));
    expect(summary.chemicalPotential).toBeNull();
    expect(summary.filling).toBeUndefined();
  });

  it('stops before its chains', async () => {
    const run = newRun('stopped');
    expect(await advanceObserved(run, 1, { tell: () => {}, interruption: AbortSignal.abort() })).toBe('interrupted');
    expect(readFilling(run)).toBeUndefined();
    expect(await trainRun(run)).toMatchObject({ filling: { wanted: 0.75 }, learned: {} });
  });

  it('says which of its files is damaged', async () => {
    const run = newRun('damaged');
    const file = join(run.directory, 'filling.json');
    for (const text of ['{"wanted": 0.75, "chem', '{"chemicalPotential": null}']) {
      writeFileSync(file, text);
      expect(() => readFilling(run)).toThrow(`${file}: truncated or damaged: remove it`);
    }
    rmSync(file);
    expect(readFilling(run)).toBeUndefined();
    expect(readFileSync(join(run.directory, 'spec.toml'), 'utf8')).toBe(TEXT);
  });
});

describe('the lines of a report', () => {
  const filling = {
    wanted: 1,
    chemicalPotential: -0.25,
    error: 0.001,
    density: { mean: 1, error: 0.0003, effectiveSamples: 40 },
    chosenBy: 'pilot',
    isSettled: true,
    startsSigma: 1,
    stages: [],
    exactEvaluations: 100,
    seconds: 1,
    deviation: { value: 0.001, error: 0.0005, sigma: 2 },
  } as const;
  const density = { kind: 'constant', mean: 1, error: 0 } as const;
  const linesOf = (changes: object) =>
    fillingLines({ filling: { ...filling, ...changes }, observables: { density } } as Parameters<
      typeof fillingLines
    >[0]);

  it('say how far the filling is off', () => {
    expect(linesOf({})).toEqual([
      'μ = -0.2500(10), found for 1 electron per site',
      'n = 1(0), wanted 1: off by 2.0 σ with ±0.00030 from the search for μ',
    ]);
  });

  it('say that n is no fault where its own error is smaller than that of the search', () => {
    const lines = linesOf({ deviation: { value: 0.001, error: 0.00042, sigma: 2.4 } });
    expect(lines[2]).toMatch(/^by the error of the run alone it is 3\.4 σ: μ is kept as it was found/);
    expect(linesOf({ deviation: { value: 0.0002, error: 0.00042, sigma: 0.5 } }).length).toBe(2);
  });

  it('warn where errors do not explain how far n is off', () => {
    expect(linesOf({ deviation: { value: 0.01, error: 0.0005, sigma: 20 } })[2]).toMatch(
      /^WARNING: n is off by more than errors explain/,
    );
  });

  it('state an interval, and a symmetry', () => {
    const deviation = { value: 0, error: 0, sigma: 0 };
    expect(linesOf({ interval: [-2.5, 2], deviation })).toEqual([
      'μ = -0.250000 for 1 electron per site: anything between -2.500 and 2.000 will do',
      'n = 1(0), wanted 1',
    ]);
    expect(linesOf({ chosenBy: 'symmetry', deviation })[0]).toBe('μ = 0, which gives 1 electron per site by symmetry');
  });

  it('warn of a search that has not settled, or depends on its starts', () => {
    expect(linesOf({ isSettled: false })).toContain(
      'WARNING: the search for μ ended, with its share of the cost of the run, before μ had settled',
    );
    const density = { ...filling.density, effectiveSamples: 12.3 };
    expect(linesOf({ density })).toContain(
      'WARNING: the search for μ had 12 effective samples: its error is a rough guess',
    );
    expect(linesOf({ startsSigma: -7.25 })[2]).toMatch(/hot and cold chains differ by 7\.3 σ: μ may be off/);
  });

  it('are none where the spec gives the chemical potential', () => {
    expect(fillingLines({ filling: undefined, observables: {} })).toEqual([]);
  });
});
