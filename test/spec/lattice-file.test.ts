/** `lattice.file`: a lattice of your own that stands in a file, read by whoever has files. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { parseSpec, resolveSpec } from '../../src/spec/spec.ts';
import { parseStudy } from '../../src/spec/sweep/parse-study.ts';
import type { ReadLattice } from '../../src/spec/writing.ts';

const TOML = `# Chains with a hopping along and one across.
primitive_vectors = [[1, 0], [0, 2]]
basis = [[0, 0]]
[[bonds]]
from = 0
to = 0
cell = [1, 0]
hopping = 1
phase = 0.25
[[bonds]]
from = 0
to = 0
cell = [0, 1]
hopping = 0.5
`;
const JSON_TEXT = `{
  "primitive_vectors": [[1, 0], [0, 2]],
  "basis": [[0, 0]],
  "bonds": [
    {"from": 0, "to": 0, "cell": [1, 0], "hopping": 1, "phase": 0.25},
    { "from" : 0, "to" : 0, "cell" : [0, 1], "hopping" : 5e-1 }
  ]
}`;
const INSIDE = `[lattice]
kind = "own"
size = [2, 2]
${TOML.replaceAll('[[bonds]]', '[[lattice.bonds]]')}`;
const FILE = '[lattice]\nfile = "mine"\nsize = [2, 2]\n';

/** Every file has this text. */
const reader =
  (text: string, name = 'lattices/mine'): ReadLattice =>
  () => ({ text, name });
const withFile = (text: string, name?: string) => parseSpec(FILE, 'spec.toml', [], reader(text, name));

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('a spec with a lattice file is the one with its keys inside', () => {
  it.each([
    ['TOML', TOML, 'mine.toml'],
    ['TOML without comments and lists of tables', TOML.replace(/^#.*\n/, '').trimStart(), 'mine'],
    ['JSON', JSON_TEXT, 'mine.json'],
    ['JSON on one line', JSON.stringify(JSON.parse(JSON_TEXT)), 'mine'],
  ])('%s', (_, text, name) => {
    const spec = withFile(text, name);
    expect(spec).toEqual(parseSpec(INSIDE, 'spec.toml'));
    expect(Object.keys(spec.lattice)).not.toContain('file');
    expect(resolveSpec(spec)).toEqual(spec);
  });

  it('also where the kind is given, and by --set', () => {
    const spec = parseSpec('lattice = { kind = "own", size = [2, 2] }', 's', ['lattice.file=mine'], reader(TOML));
    expect(spec).toEqual(parseSpec(INSIDE, 'spec.toml'));
  });

  it('with the path as the spec gives it', () => {
    const paths: string[] = [];
    const read: ReadLattice = (path) => {
      paths.push(path);
      return { text: TOML, name: path };
    };
    parseSpec('lattice = { file = "../a b.toml", size = [2, 2] }', 'spec.toml', [], read);
    expect(paths).toEqual(['../a b.toml']);
  });
});

describe('mistakes have their places', () => {
  it.each([
    [
      TOML.replace('basis', 'bases'),
      'lattices/mine:3:1: bases: expected one of the keys primitive_vectors, basis, bonds, found the unknown key bases',
    ],
    [
      TOML.replace('[[0, 0]]', '[[0, 1.5]]'),
      'lattices/mine:3:14: lattice.basis: expected a number from 0 up to 1, not 1 itself, found 1.5',
    ],
    [
      TOML.replace('hopping = 1\n', 'hopping = "1"\n'),
      'lattices/mine:8:11: lattice.bonds: expected a number, found "1"',
    ],
    [
      TOML.replace('basis = [[0, 0]]', ''),
      'spec.toml:2:8: lattice.basis: expected the basis of kind "own", found nothing',
    ],
    [
      `[lattice]\n${TOML}`,
      'lattices/mine:1:2: lattice: expected one of the keys primitive_vectors, basis, bonds, found the unknown key lattice',
    ],
    ['basis = [[0, 0]', 'lattices/mine:1:16: expected valid TOML'],
    [JSON_TEXT.replace('"basis"', '"bases"'), 'lattices/mine:3:3: bases: expected one of the keys'],
    [
      JSON_TEXT.replace('[[0, 0]]', '[[0, 1.5]]'),
      'lattices/mine:3:17: lattice.basis: expected a number from 0 up to 1, not 1 itself, found 1.5',
    ],
    [
      JSON_TEXT.replace('"phase": 0.25', '"phase": "a, b"'),
      'lattices/mine:5:65: lattice.bonds: expected a number, found "a, b"',
    ],
    [
      JSON_TEXT.replace('[[0, 0]]', '[[0, O]]'),
      "lattices/mine:3:17: expected valid JSON, found a mistake: Unexpected token 'O'\n",
    ],
    [JSON_TEXT.replace('[[0, 0]]', '[[0 0]]'), 'lattices/mine:3:16: expected valid JSON'],
    ['{"basis": [[0]]', 'lattices/mine:1:16: expected valid JSON'],
  ])('%#', (text, message) => expect(messageOf(() => withFile(text))).toContain(message));

  it('a list is no lattice', () => {
    expect(messageOf(() => withFile('[1, 2]', 'mine.json'))).toContain(
      'mine.json:1:1: expected the keys primitive_vectors, basis and bonds, found [1, 2]',
    );
  });

  it('a file and its keys at once, or another kind', () => {
    const both = `${FILE}basis = [[0, 0]]\n`;
    expect(messageOf(() => parseSpec(both, 'spec.toml', [], reader(TOML)))).toBe(
      [
        'spec.toml:4:1: lattice.basis: expected either lattice.file or lattice.basis: the file has all of the lattice, found both',
        '  4 | basis = [[0, 0]]',
        '    | ^^^^^',
      ].join('\n'),
    );
    const kind = `${FILE}kind = "kagome"\n`;
    expect(messageOf(() => parseSpec(kind, 'spec.toml', [], reader(TOML)))).toContain(
      'spec.toml:4:8: lattice.kind: expected "own" beside lattice.file, found "kagome"',
    );
  });

  it('no text', () => {
    expect(messageOf(() => parseSpec('lattice = { file = 3, size = [2, 2] }', 's', [], reader(TOML)))).toContain(
      's:1:20: lattice.file: expected a text in quotes, found 3',
    );
  });

  it('a file that cannot be read is said with the other mistakes', () => {
    const read = () => {
      throw new InputError('mine: there is no such file');
    };
    const message = messageOf(() => parseSpec(`${FILE}[model]\ntemperature = -1\n`, 'spec.toml', [], read));
    expect(message).toContain(
      'spec.toml:2:8: lattice.file: expected a TOML or JSON file to read, found "mine"\n  2 | file = "mine"\n    |        ^^^^^^\n  mine: there is no such file\n',
    );
    expect(message).toContain('spec.toml:5:15: model.temperature');
    expect(message).not.toContain('primitive_vectors');
  });

  it('nobody reads files: pages, and objects of programs', () => {
    const words = 'expected the lattice in the spec itself where no file can be read, found "mine"';
    expect(messageOf(() => parseSpec(FILE, 'the spec'))).toContain(`the spec:2:8: lattice.file: ${words}`);
    expect(messageOf(() => resolveSpec({ lattice: { file: 'mine', size: [2, 2] } }))).toContain(words);
  });
});

describe('studies', () => {
  const study = (sweep: string) => parseStudy(`${FILE}${sweep}`, 'spec.toml', [], undefined, reader(TOML));

  it('share one lattice', () => {
    const points = study('[sweep]\nmodel.temperature = [0.1, 0.2]')?.points ?? [];
    expect(points.map(({ spec }) => spec.lattice.bonds?.length)).toEqual([2, 2]);
  });

  it.each(['[sweep]\nlattice.file = ["a", "b"]', '[[sweep.points]]\nlattice.file = "a"\nmodel.temperature = 1'])(
    'do not sweep over files: %j',
    (sweep) =>
      expect(messageOf(() => study(sweep))).toContain(
        'sweep.lattice.file: expected one lattice file for all points, in [lattice], found lattice.file',
      ),
  );
});
