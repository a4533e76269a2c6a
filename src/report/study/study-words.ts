/** What the points of a study have in common, in words. */
import { createLattice } from '../../lattice/create.ts';
import type { Lattice } from '../../lattice/lattice.ts';
import type { StudyRow } from '../../results/study/study-rows.ts';
import { SIZE } from '../../results/study/value-text.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readFilling } from '../../run/filling/filling-file.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { count } from '../../words/count.ts';
import { boundaryWords, latticeWords, parameterWords } from '../model-words.ts';
import { commonDisorder } from './common-disorder.ts';
import { sizeWords } from './study-tables.ts';

export interface CommonWords {
  /** `Square lattices 4 × 4, 6 × 6, periodic` */
  readonly title: string;
  /** Parameters of the model that are not swept. */
  readonly parameters: string;
  /** `self-learning, seed 3` */
  readonly sampling: string;
  readonly version: string;
}

/** From the run of the first point that can be read; undefined where there is none. */
export function commonWords(
  directory: string,
  keys: readonly string[],
  rows: readonly StudyRow[],
): CommonWords | undefined {
  const begun = rows.find(({ status }) => status === 'done' || status === 'running');
  if (!begun) return undefined;
  const run = openRun(pointDirectory(directory, begun.name));
  const spec = specOf(run);
  const parameters = sampledParameters(withStandIn(spec));
  const { method, seed } = spec.sampling;
  return {
    title: titleOf(parameters.lattice, spec, keys, rows),
    parameters: parameterWords(parameters, { filling: spec.model.filling ?? readFilling(run)?.wanted, leftOut: keys }),
    sampling: keys.includes('sampling.method') ? `seed ${seed}` : `${method}, seed ${seed}`,
    version: run.version,
  };
}

const MOST_SIZES = 6;

function titleOf(lattice: Lattice, spec: Spec, keys: readonly string[], rows: readonly StudyRow[]): string {
  const swept = keys.filter((key) => key.startsWith('lattice.'));
  const isOneRealisation = !keys.some((key) => key.startsWith('disorder.'));
  if (swept.length === 0 && isOneRealisation) return capital(latticeWords(lattice));
  if (swept.some((key) => key !== SIZE)) return 'Lattices';
  const perfect = swept.length === 0 ? latticeWords(createLattice(spec.lattice)) : sizesWords(lattice, rows);
  return [capital(perfect), ...commonDisorder(spec, keys)].join(', ');
}

function sizesWords({ spec }: Lattice, rows: readonly StudyRow[]): string {
  const sizes = [...new Set(rows.map(({ values }) => sizeWords(values[SIZE])))];
  const listed = sizes.length > MOST_SIZES ? count(sizes.length, 'size') : sizes.join(', ');
  return `${spec.kind} lattices ${listed}, ${boundaryWords(spec)}`;
}

const capital = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}`;
