/** What the points of a study have in common, in words. */
import type { StudyRow } from '../../results/study/study-rows.ts';
import { SIZE } from '../../results/study/value-text.ts';
import { specOf } from '../../run/conductor/stored-spec.ts';
import { readFilling } from '../../run/filling/filling-file.ts';
import { sampledParameters } from '../../spec/model-parameters.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import { openRun } from '../../store/store.ts';
import { pointDirectory } from '../../store/study.ts';
import { count } from '../../words/count.ts';
import { boundaryWords, latticeWords, parameterWords } from '../model-words.ts';
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
    title: titleOf(parameters.lattice, keys, rows),
    parameters: parameterWords(parameters, { filling: spec.model.filling ?? readFilling(run)?.wanted, leftOut: keys }),
    sampling: keys.includes('sampling.method') ? `seed ${seed}` : `${method}, seed ${seed}`,
    version: run.version,
  };
}

const MOST_SIZES = 6;

function titleOf(lattice: Parameters<typeof latticeWords>[0], keys: readonly string[], rows: readonly StudyRow[]) {
  const swept = keys.filter((key) => key.startsWith('lattice.'));
  if (swept.length === 0) return capital(latticeWords(lattice));
  const { kind } = lattice.spec;
  if (swept.some((key) => key !== SIZE)) return 'Lattices';
  const sizes = [...new Set(rows.map(({ values }) => sizeWords(values[SIZE])))];
  const listed = sizes.length > MOST_SIZES ? count(sizes.length, 'size') : sizes.join(', ');
  return `${capital(kind)} lattices ${listed}, ${boundaryWords(lattice.spec)}`;
}

const capital = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}`;
