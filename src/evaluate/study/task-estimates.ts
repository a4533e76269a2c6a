/** What the tasks of a run or a study cost on this machine, before they are submitted. */
import type { Study } from '../../spec/study.ts';
import { checkStudy, type SecondsOfPoint } from './check-study.ts';
import { createSurvey } from './shapes.ts';

/** Seconds of one core. */
export interface TaskEstimates {
  /** A chain, in the mean over all. */
  readonly chain: number;
  /** The costliest sample: what a chain cannot be stopped in. */
  readonly sample: number;
}

/** Estimates of the chains of some points. One model of every shape is timed, which takes a second or so. */
export function taskEstimates(study: Study): TaskEstimates {
  const survey = createSurvey();
  for (const { spec } of study.points) survey.accept(spec);
  const { points } = checkStudy(study, survey.shapes());
  const specs = new Map(study.points.map(({ name, spec }) => [name, spec]));
  const each = points.flatMap(({ name, parts }) => {
    const sampling = specs.get(name)?.sampling;
    return sampling
      ? [{ seconds: ofChains(parts) / sampling.chains, samples: sampling.samples + sampling.warmUp }]
      : [];
  });
  return {
    chain: each.reduce((sum, { seconds }) => sum + seconds, 0) / each.length,
    sample: each.reduce((most, { seconds, samples }) => Math.max(most, seconds / samples), 0),
  };
}

const ofChains = ({ steps, measurement, levels, spins }: SecondsOfPoint): number =>
  steps + measurement + levels + spins;
