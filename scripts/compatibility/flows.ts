/** Which methods take a flow, on which base, and what their samples are then. */
import { methodOf } from '../../src/spec/learns.ts';
import { resolveSpec, type SpecInput } from '../../src/spec/spec.ts';
import { code, table } from '../markdown.ts';
import { alike } from './alike.ts';
import { EVEN_SQUARE } from './lattices.ts';
import { METHODS } from './names.ts';
import { refusals } from './refusals.ts';

const BASES = ['uniform', 'learned'] as const;

/** A row for each base; methods with the same answers share a column. */
export function flowsByMethod(): string {
  // The refusals would say what the table says: which base goes with a method.
  const refused = refusals();
  const answers = BASES.map((base) =>
    METHODS.map((method) => refused.answer(() => samples(method, base)).replace(/^–.*/, '–')),
  );
  const methods = alike(METHODS.keys(), (m) => answers.map((row) => row[m]).join());
  const head = ['`flow.base`', ...methods.map((group) => group.map((m) => code(METHODS[m])).join(', '))];
  const rows = BASES.map((base, b) => [code(`"${base}"`), ...methods.map(([m]) => answers[b][m])]);
  return table(head, rows);
}

function samples(method: string, base: (typeof BASES)[number]): string {
  const spec = resolveSpec({ lattice: EVEN_SQUARE.lattice, sampling: { method }, flow: { base } } as SpecInput);
  const { weighted, normalised } = methodOf(spec);
  if (normalised) return 'absolute weights: log Z';
  return weighted ? 'weighted' : 'decided on';
}
