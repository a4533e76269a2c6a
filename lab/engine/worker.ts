/** The engine: everything that computes runs here, on the library. */
import { config } from 'zod';
import { type PreparedSpec, parseSpec, prepareSpec } from '../../src/spec.ts';
import { describe, SPEC_NAME } from './describe.ts';
import { generationOf } from './generation.ts';
import type { Answer, Pace, Request } from './messages.ts';
import { searchStageOf } from './search-stage.ts';
import { type WatchedChain, watchChain } from './watched-chain.ts';

// The content security policy of the page forbids code from text, by which zod would save a little time.
config({ jitless: true });

const say = (answer: Answer): void => postMessage(answer);
const refuse = (error: unknown): void =>
  say({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });

let chain: WatchedChain | undefined;
let pace: Pace = 'full';
/** A frame was asked for before there was any. */
let owed = false;

let job: PreparedSpec | undefined;

function sample({ job: given, kind: _, ...options }: Extract<Request, { kind: 'sample' }>): void {
  job = typeof given === 'string' ? prepareSpec(given) : given;
  chain = watchChain(job, options, refuse);
}

/** The learned model stays as it is: with a worse one fewer proposals are accepted, and what is sampled is exact. */
function tune({ model }: Extract<Request, { kind: 'tune' }>): void {
  const before = chain?.checkpoint();
  if (!job || !before) return;
  chain?.gate.close();
  const { spec } = job;
  job = { ...job, spec: { ...spec, model: { ...spec.model, ...model } } };
  chain = watchChain(job, { chain: before.chain, spins: before.state.spins }, refuse);
  chain.gate.setPace(pace);
}

function giveFrame(): void {
  const frame = chain?.frame();
  owed = !frame;
  if (frame) say({ kind: 'frame', frame });
  else setTimeout(giveFrame, 5);
}

const HANDLERS: { readonly [Kind in Request['kind']]: (request: Extract<Request, { kind: Kind }>) => void } = {
  describe: ({ spec }) => say({ kind: 'described', ...describe(spec) }),
  prepare: ({ spec }) => {
    const job = prepareSpec(parseSpec(spec, SPEC_NAME), {
      onFillingStage: (stage) => say({ kind: 'sought', stage: searchStageOf(stage) }),
      onGeneration: (record) => say({ kind: 'generation', generation: generationOf(record) }),
    });
    say({ kind: 'prepared', job });
  },
  sample,
  frame: () => {
    if (!owed) giveFrame();
  },
  tune,
  pace: (request) => {
    pace = request.pace;
    chain?.gate.setPace(pace);
  },
  step: () => chain?.step(),
  moments: () => say({ kind: 'remembered', moments: chain?.moments() ?? [] }),
  save: () => say({ kind: 'saved', chain: chain?.file() }),
};

self.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    (HANDLERS[data.kind] as (request: Request) => void)(data);
  } catch (error) {
    refuse(error);
  }
};
