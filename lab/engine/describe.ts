/** What the page has to know of a spec before anything runs. */
import { requireComputable, requireSamplable } from '../../src/chain/samplable.ts';
import { methodOf, needsTraining } from '../../src/spec/learns.ts';
import { parseSpec } from '../../src/spec.ts';
import { defaultEngine, type Engine } from '../../src/wasm/engine.ts';
import { type Control, controls } from './controls.ts';
import { type Cost, costOf } from './cost.ts';
import { type Scene, sceneOf } from './scene.ts';

/** The name of the spec in messages. */
export const SPEC_NAME = 'the spec';

export interface Description {
  readonly controls: readonly Control[];
  readonly scene: Scene;
  readonly method: string;
  /** Whether something is trained before the chain. */
  readonly trains: boolean;
  /** Whether a flow proposes, without a learned model. */
  readonly flows: boolean;
  readonly cost: Cost;
  readonly engine: Engine;
}

export function describe(text: string): Description {
  const spec = parseSpec(text, SPEC_NAME);
  requireSamplable(spec);
  requireComputable(spec);
  return {
    controls: controls(),
    scene: sceneOf(spec),
    method: spec.sampling.method,
    trains: needsTraining(spec),
    flows: methodOf(spec).flows,
    cost: costOf(spec),
    engine: defaultEngine(),
  };
}
