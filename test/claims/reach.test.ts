/** Verdicts on reach, from errors that are written down. */
import { expect, it } from 'vitest';
import { reach } from '../../claims/reach/target.ts';
import type { fitEachOnCommonData } from '../../claims/workshop/tasks/fit-on-common-data.ts';
import { cannedWorkshop, fitted, verdictsOf } from './canned.ts';

const SHORT = 'Attention describes what models of short reach cannot.';
const FAR = 'Attention describes what convolutions cannot, however far they reach.';
const NEEDED = 'Attention is needed for correlations over all distances.';
const LARGER = 'On larger lattices models of short reach fall behind.';
const COLDER = 'At lower T models of short reach fall behind.';

interface Model {
  readonly kind: string;
  readonly shells?: number;
  readonly size: number;
  readonly temperature: number;
}

type Task = Parameters<typeof fitEachOnCommonData>[0];

const learning = (error: (model: Model) => number) =>
  cannedWorkshop(
    {
      'fit-each-on-common-data': ({ spec, fits }: Task) =>
        fits.map(({ choice }) => {
          const place = { size: spec.lattice?.size?.[0] as number, temperature: spec.model?.temperature as number };
          return fitted(error({ ...(choice as { readonly kind: string; readonly shells?: number }), ...place }), 0.5);
        }),
    },
    { staggeredMagnetization2: 0.3 },
  );

const isShort = ({ kind, shells = 9 }: Model) => (kind === 'linear' && shells <= 3) || shells === 1;

it('confirms that short models fall behind', async () => {
  const found = await verdictsOf(
    reach,
    learning((model) => (isShort(model) ? model.size / model.temperature : model.kind === 'transformer' ? 0.1 : 1)),
  );
  expect([SHORT, FAR, NEEDED, LARGER, COLDER].map((claim) => found.get(claim))).toEqual(Array(5).fill('holds'));
});

it('refutes it where attention is the worst', async () => {
  const found = await verdictsOf(
    reach,
    learning((model) => (model.kind === 'transformer' ? model.size / model.temperature : 0.1)),
  );
  expect([SHORT, FAR, NEEDED, LARGER, COLDER].map((claim) => found.get(claim))).toEqual(Array(5).fill('does not hold'));
});

it('counts against attention what does better at another place', async () => {
  const error = ({ kind, shells = 9, temperature }: Model) => {
    if (kind === 'transformer') return 0.5;
    return temperature > 0.05 && (kind === 'linear' || shells > 1) ? 0.1 : 1;
  };
  const found = await verdictsOf(reach, learning(error));
  expect([SHORT, FAR, NEEDED].map((claim) => found.get(claim))).toEqual(Array(3).fill('holds in part'));
  const { findings } = await reach.reproduce(learning(error));
  expect(findings[2].found).toContain(
    'Elsewhere it is less than that of attention: linear, all shells at L = 8, T = 0.1.',
  );
});

it('leaves open what errors do not tell, and sees what holds of some', async () => {
  const alike = await verdictsOf(
    reach,
    learning(() => 1),
  );
  expect([...alike.values()]).toEqual(Array(5).fill('undecided'));
  const some = await verdictsOf(
    reach,
    learning(({ kind, shells }) => (kind === 'linear' && shells === 1 ? 9 : 1)),
  );
  expect(some.get(SHORT)).toBe('holds in part');
});
