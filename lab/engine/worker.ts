/** The engine: everything that computes runs here, on the library. */
import { config } from 'zod';
import { parseSpec, prepareSpec } from '../../src/spec.ts';
import { describe, SPEC_NAME } from './describe.ts';
import { generationOf } from './generation.ts';
import type { Answer, Request } from './messages.ts';
import { type WatchedChain, watchChain } from './watched-chain.ts';

// The content security policy of the page forbids code from text, by which zod would save a little time.
config({ jitless: true });

const say = (answer: Answer): void => postMessage(answer);
const refuse = (error: unknown): void =>
  say({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });

let chain: WatchedChain | undefined;
/** A frame was asked for before there was any. */
let owed = false;

function sample({ job, chain: number, from }: Extract<Request, { kind: 'sample' }>): void {
  const prepared = typeof job === 'string' ? prepareSpec(job) : job;
  chain = watchChain(prepared, { chain: number, from }, refuse);
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
      onGeneration: (record) => say({ kind: 'generation', generation: generationOf(record) }),
    });
    say({ kind: 'prepared', job });
  },
  sample,
  frame: () => {
    if (!owed) giveFrame();
  },
  pace: ({ pace }) => chain?.gate.setPace(pace),
  step: () => chain?.gate.step(),
};

self.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    (HANDLERS[data.kind] as (request: Request) => void)(data);
  } catch (error) {
    refuse(error);
  }
};
