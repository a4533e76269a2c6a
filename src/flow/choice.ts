/** What a flow can be made of. */
import { list } from '../effective/choice.ts';
import type { ShellChoice } from '../effective/model.ts';
import { InputError } from '../errors.ts';
import { requireKnownKeys } from '../words/known-keys.ts';
import { nearest } from '../words/nearest.ts';
import { FIELDS, type FieldKind } from './fields.ts';
import { COLOURS, type Colours } from './schedule.ts';

const FLOW_MAPS: readonly FlowChoice['map'][] = ['fisher', 'spline'];

export const DEFAULT_CONDITIONER: FieldKind = 'attention';

/** The choice of a flow. */
export interface FlowChoice {
  /** Number of layers, each of which moves one colour. */
  readonly layers: number;
  /** What moves in turn. sites: every site by itself; sublattices: the two sublattices, or as few colours as nearest neighbours take that differ. */
  readonly colours: Colours;
  /** The map of a cosine. fisher: that of von Mises and Fisher alone; spline: after a rational-quadratic spline. */
  readonly map: 'fisher' | 'spline';
  /**
   * What makes the vector that a spin turns about. attention: the default where left out; shells: shell sums with weights that invariants bend; components: shell sums with weights for x, y and z, which is not equivariant, to compare with. All have as many parameters.
   */
  readonly conditioner?: FieldKind | undefined;
  /** Shells that spins are summed over; all of them where left out. */
  readonly shells?: ShellChoice | undefined;
}

/** Throws InputError for names that are none, and for a number of layers that is none. */
export function checkFlowChoice(choice: FlowChoice): void {
  requireKnownKeys('the flow', choice, ['layers', 'colours', 'map', 'conditioner', 'shells']);
  checkName('colours', COLOURS, choice.colours);
  checkName('map', FLOW_MAPS, choice.map);
  checkName('conditioner', Object.keys(FIELDS), choice.conditioner ?? DEFAULT_CONDITIONER);
  const { layers } = choice;
  if (Number.isSafeInteger(layers) && layers >= 0) return;
  throw new InputError(`layers: expected a whole number, 0 or more, found ${layers}`);
}

function checkName(key: string, names: readonly string[], found: string): void {
  if (names.includes(found)) return;
  const quoted = names.map((name) => JSON.stringify(name));
  const suggestion = nearest(String(found), names) ?? names[0];
  throw new InputError(
    `${key}: expected ${list(quoted)}, found ${JSON.stringify(found) ?? 'nothing'}\n  did you mean "${suggestion}"?`,
  );
}
