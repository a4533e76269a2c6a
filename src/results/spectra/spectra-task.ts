/** A task of a worker thread: the spectra of one configuration. */
import { sampledParameters } from '../../spec/model-parameters.ts';
import type { Spec } from '../../spec/spec.ts';
import { withStandIn } from '../../spec/stand-in.ts';
import type { ConfigurationSpectra, SpectraChoice } from '../../spectra/choice.ts';
import { configurationSpectra } from '../../spectra/configuration-spectra.ts';
import type { Engine } from '../../wasm/engine.ts';

/** What is the same for all configurations of a run; plain data. */
export interface SpectraJob {
  readonly spec: Spec;
  readonly choice: SpectraChoice;
  readonly engine: Engine;
}

export interface SpectraTask extends SpectraJob {
  readonly spins: Float64Array;
}

/** What the task sends. */
export interface SpectraMessage {
  readonly type: 'spectra';
  readonly spectra: ConfigurationSpectra;
}

/** Memory and tables of the job before, which most tasks have too. */
let latest: { readonly key: string; readonly spectraOf: (spins: Float64Array) => ConfigurationSpectra } | undefined;

export function perform({ spins, ...job }: SpectraTask, send: (message: SpectraMessage) => void): void {
  const key = JSON.stringify(job);
  if (latest?.key !== key) latest = { key, spectraOf: solverOf(job) };
  send({ type: 'spectra', spectra: latest.spectraOf(spins) });
}

const solverOf = ({ spec, choice, engine }: SpectraJob) =>
  configurationSpectra(sampledParameters(withStandIn(spec)), choice, engine);
