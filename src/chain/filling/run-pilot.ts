/** Makes the parts of a pilot. */
import { createModel } from '../../exact/create.ts';
import type { SpinFermionModel } from '../../exact/model.ts';
import { exactSamples } from './exact-samples.ts';
import { linearSamples } from './linear-samples.ts';
import type { PilotSamples, PilotTask, RunPilot } from './pilot.ts';

/** Makes a part of a pilot. `onStep` is called after every trajectory; what it throws ends the pilot. */
export function runPilot(task: PilotTask, model: SpinFermionModel, onStep: () => void): PilotSamples {
  const { couplings } = task;
  return couplings ? linearSamples({ ...task, couplings }, model, onStep) : exactSamples(task, model, onStep);
}

/** A function that makes parts of pilots one after the other; those at the same chemical potential share a model. */
export function pilotRunner(seconds: () => number, onStep: () => void = () => {}): RunPilot {
  let last: SpinFermionModel | undefined;
  return (task) => {
    const began = seconds();
    const { parameters } = task;
    if (last?.parameters.chemicalPotential !== parameters.chemicalPotential) last = createModel(parameters);
    return { ...runPilot(task, last, onStep), seconds: seconds() - began };
  };
}
