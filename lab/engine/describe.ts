/** What the page has to know of a spec before anything runs. */
import { parseSpec } from '../../src/spec.ts';
import { type Control, controls } from './controls.ts';
import { type Scene, sceneOf } from './scene.ts';

/** The name of the spec in messages. */
export const SPEC_NAME = 'the spec';

export interface Description {
  readonly controls: readonly Control[];
  readonly scene: Scene;
  readonly method: string;
}

export function describe(text: string): Description {
  const spec = parseSpec(text, SPEC_NAME);
  return { controls: controls(), scene: sceneOf(spec), method: spec.sampling.method };
}
