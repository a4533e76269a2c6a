/** Studies as a user starts them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf, textOf } from '../run/study/studies.ts';
import { spinformer } from './command.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'spinformer-'));
const SPEC = join(FOLDER, 'study.toml');
const STUDY = join(FOLDER, 'study');
const NAMES = [
  'size=2x2,temperature=0.1',
  'size=2x2,temperature=0.2',
  'size=4x2,temperature=0.1',
  'size=4x2,temperature=0.2',
];
const pointOf = (name: string) => join(STUDY, 'points', name);

beforeAll(() => {
  writeFileSync(SPEC, textOf('lattice.size = [[2, 2], [4, 2]]\nmodel.temperature = [0.1, 0.2]'));
  const { status, stdout, stderr } = spinformer(['run', SPEC, '--out', STUDY, '--points', '2-3']);
  expect([status, stdout, stderr]).toEqual([0, '', `${STUDY}\nfinished with 2 of 2 points done\n`]);
});
afterAll(() => rmSync(FOLDER, { recursive: true }));

it('says how far it is, counts first', () => {
  const [counts, samples, left, ...rest] = spinformer(['status', STUDY]).stdout.trimEnd().split('\n');
  const points = rest.filter((line) => line.startsWith('size='));
  expect([counts, samples]).toEqual(['4 points: 2 done, 2 missing', '180 samples, those of the warm-up included']);
  expect(left).toMatch(/^about \d+ s left on \d+ cores?$/);
  expect(points).toEqual([`${NAMES[0]}  1  missing`, `${NAMES[3]}  4  missing`]);
  // A point is a run.
  expect(spinformer(['status', pointOf(NAMES[1])]).stdout).toContain('45 of 45  finished');
  expect(JSON.parse(readFileSync(join(pointOf(NAMES[1]), 'report.json'), 'utf8')).method).toBe('local');
});

describe('exports all of its points', () => {
  const exported = (format: string) => readFileSync(spinformer(['export', STUDY, '--format', format]).stdout.trim());

  it('to csv, with the swept values in front of the rows of a run', () => {
    const [head, ...lines] = exported('csv').toString().trimEnd().split('\n');
    expect(head).toMatch(/^point,lattice\.size,model\.temperature,chain,sample,warm_up,energyPerSite,/);
    expect(lines.length).toBe(180);
    const [first] = csvOf(pointOf(NAMES[1])).split('\n').slice(1);
    const [, , , energy] = first.split(',');
    expect(lines[0]).toMatch(new RegExp(`^"${NAMES[1]}",2x2,0\\.2,1,0,1,${energy.replace('.', '\\.')},`));
    expect(lines[179]).toMatch(new RegExp(`^"${NAMES[2]}",4x2,0\\.1,2,44,0,`));
  });

  it('to json, as those of its runs', () => {
    const { keys, points } = JSON.parse(exported('json').toString());
    expect(keys).toEqual(['lattice.size', 'model.temperature']);
    const run = JSON.parse(
      readFileSync(spinformer(['export', pointOf(NAMES[2]), '--format', 'json']).stdout.trim(), 'utf8'),
    );
    expect(points).toMatchObject([{ name: NAMES[1] }, { name: NAMES[2], values: { 'lattice.size': [4, 2] } }]);
    expect(points[1].run).toEqual(run);
  });

  it.each(['npy', 'ovf', 'ovf-binary'])('to %s: a folder with the files of its runs, and what they are', (format) => {
    const folder = join(STUDY, `export-${format}`);
    expect(spinformer(['export', STUDY, '--format', format])).toEqual({ status: 0, stdout: `${folder}\n`, stderr: '' });
    const end = format.slice(0, 3);
    for (const name of NAMES.slice(1, 3)) {
      const alone = spinformer(['export', pointOf(name), '--format', format]).stdout.trim();
      expect(alone).toBe(join(pointOf(name), `export.${end}`));
      expect(readFileSync(join(folder, `${name}.${end}`))).toEqual(readFileSync(alone));
    }
    const [head, ...lines] = readFileSync(join(folder, 'contents.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe('file,point,lattice.size,model.temperature,configurations');
    expect(lines).toEqual([
      `"${NAMES[1]}.${end}","${NAMES[1]}",2x2,0.2,80`,
      `"${NAMES[2]}.${end}","${NAMES[2]}",4x2,0.1,80`,
    ]);
  });

  it('but not to standard output or a file where there are several', () => {
    const wanted = '--format npy of a study: expected a folder for the files of its points';
    for (const [out, found] of [
      ['-', 'standard output'],
      [SPEC, `the file ${SPEC}`],
    ]) {
      const { status, stderr } = spinformer(['export', STUDY, '--format', 'npy', '--out', out]);
      expect([status, stderr]).toEqual([2, `${wanted}, found ${found}\n`]);
    }
  });

  it('to HDF5, a group for each', async () => {
    const { File, ready } = await import('h5wasm/node');
    await ready;
    exported('h5');
    const file = new File(join(STUDY, 'export.h5'), 'r');
    const group = file.get(`points/${NAMES[2]}`) as import('h5wasm/node').Group;
    expect([group.attrs['lattice.size'].value, group.attrs['model.temperature'].value]).toEqual(['4x2', 0.1]);
    const energies = file.get(`points/${NAMES[2]}/chain-002/series/energyPerSite`) as import('h5wasm/node').Dataset;
    expect(energies.shape).toEqual([45]);
    file.close();
  });
});

describe('refuses', () => {
  const refused = (...args: string[]) => {
    const { status, stderr } = spinformer(args);
    return [status, stderr.trimEnd()];
  };

  it('another base, and what is no study', () => {
    expect(refused('run', SPEC, '--out', STUDY, '--set', 'model.coupling=2')).toEqual([
      2,
      `${STUDY}: holds another study, with model.coupling = 1, not 2: choose another directory`,
    ]);
    expect(refused('run', SPEC, '--out', pointOf(NAMES[1]))).toEqual([
      2,
      `${pointOf(NAMES[1])}: holds a single run: choose another directory`,
    ]);
    const single = join(FOLDER, 'single.toml');
    writeFileSync(single, readFileSync(SPEC, 'utf8').split('[sweep]')[0]);
    expect(refused('run', single, '--out', STUDY)).toEqual([
      2,
      `${STUDY}: expected a run, found a study: its runs are in ${STUDY}/points`,
    ]);
    expect(refused('run', single, '--points', '1')).toEqual([
      2,
      '--points: expected a study, which has points, found a single run',
    ]);
  });

  it('points that cannot be sampled, a path that is too long, and fewer samples, before anything is made', () => {
    const cold = join(FOLDER, 'cold');
    const few = ['--set', 'sampling.method=self-learning', '--set', 'training.exact_evaluations=3'];
    expect(refused('run', SPEC, '--out', cold, ...few)).toEqual([
      2,
      '--set training.exact_evaluations=3: training.exact_evaluations: expected at least 20 to learn from, found 3\n' +
        `  did you mean 2000?\n  in point 1, ${NAMES[0]}, and in 3 more`,
    ]);
    const frozen = join(FOLDER, 'frozen.toml');
    writeFileSync(frozen, textOf('model.temperature = [0.1, 0]'));
    for (const command of ['run', 'train'])
      expect(refused(command, frozen, '--out', cold)[1]).toContain(
        `${frozen}:12:27: model.temperature: expected more than 0 for sampling, found 0\n  12 | model.temperature`,
      );
    const long = join(FOLDER, 'x'.repeat(200), 'y'.repeat(250));
    expect(refused('run', SPEC, '--out', long)[1]).toMatch(/cannot be written: .*long/);
    expect(spinformer(['status', cold]).status).toBe(2);
    expect(spinformer(['status', join(FOLDER, 'x'.repeat(200))]).status).toBe(2);
    expect(refused('extend', STUDY, '--samples', '30')).toEqual([
      2,
      `--samples: expected more than the 40 of point ${NAMES[0]}, found 30\n  --points chooses points that have fewer`,
    ]);
  });

  it('places that are of no use for a study, or have none', () => {
    expect(refused('run', SPEC, '--out', pointOf('inner'))).toEqual([
      2,
      `${pointOf('inner')}: is among the points of the study in ${STUDY}: choose another directory`,
    ]);
    expect(refused('run', SPEC, '--out', SPEC)).toEqual([
      2,
      `${SPEC}: expected a directory, found a file there or in its path`,
    ]);
    const none = join(FOLDER, 'none');
    const words = 'expected the directory of a run or a study, but there is';
    expect(refused('status', none)).toEqual([2, `${none}: ${words} no such directory`]);
    expect(refused('report', SPEC)).toEqual([2, `${SPEC}: ${words} no such directory: it is a file`]);
    expect(refused('extend', FOLDER, '--samples', '50')).toEqual([2, `${FOLDER}: ${words} no resolved.toml in it`]);
  });

  it('training where nothing is learned', () => {
    expect(refused('train', SPEC, '--out', join(FOLDER, 'trained'))[1]).toContain(
      'sampling.method: expected one that learns, found "local"',
    );
  });
});

it('names the points that fail, with the exit code of the trouble', () => {
  const trouble = join(FOLDER, 'trouble');
  expect(spinformer(['run', SPEC, '--out', trouble, '--points', '1,4']).status).toBe(0);
  writeFileSync(join(trouble, 'points', NAMES[0], 'chain-001/segment-002.sqlite'), 'nothing');
  const { status, stderr } = spinformer(['run', SPEC, '--out', trouble]);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /\nfailed with 3 of 4 points done, 1 failed\npoint size=2x2,temperature=0\.1: .*segment-002\.sqlite: /,
  );
  expect(spinformer(['status', trouble]).stdout).toMatch(/^4 points: 3 done, 1 failed\n/);
  const report = spinformer(['report', trouble]);
  expect([report.status, report.stderr]).toEqual([1, `failed: ${NAMES[0]}\n`]);
  expect(report.stdout).toMatch(
    /^4 points: 3 done, 1 failed\n[\s\S]*\nwarnings\nsize=2x2,temperature=0\.1: .*segment-002/,
  );
});

it('is a study without its list of points too, which run writes anew', () => {
  const list = join(STUDY, 'points.json');
  const text = readFileSync(list, 'utf8');
  rmSync(list);
  const { status, stderr } = spinformer(['report', STUDY]);
  expect([status, stderr]).toEqual([1, `${list}: missing: run the spec of the study again, which writes it anew\n`]);
  writeFileSync(list, text);
});
