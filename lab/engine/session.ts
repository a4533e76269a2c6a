/** A chain of a spec in workers of this page. While a model is being learned, a chain of the exact weight shows what it learns about. */
import { type Fields, tomlOf } from '../state/fields.ts';
import { NOTHING_YET, type Source, type View } from '../state/view.ts';
import type { Answer, Pace, Request, Tuned } from './messages.ts';
import type { Moment } from './moments.ts';
import { createQuestions } from './questions.ts';
import type { KeptChain } from './record.ts';
import type { SearchStage } from './search-stage.ts';

export interface Session extends Source {
  setPace(pace: Pace): void;
  step(): void;
  /** Begins what takes long. */
  confirm(): void;
  /** Acts on the chain that runs; statistics begin anew. */
  tune(model: Tuned): void;
  /** The chain so far as a file that `spinformer run` goes on with; undefined where it is not that of the spec alone, or ends before it answers. */
  save(): Promise<KeptChain | undefined>;
  /** What the chain has been, the earliest first; undefined where the chain ends before it answers. */
  moments(): Promise<readonly Moment[] | undefined>;
}

const EXACT_METHOD = '"hmc"';
const [FILLING, POTENTIAL] = ['model.filling', 'model.chemical_potential'];
/** Keys that the exact weight alone has no use for, and refuses. */
const OF_TRAINING = /^(flow\.|sampling\.annealing_levels$)/;

/** Seconds before the chain begins, and samples a second, from which on the reader is asked first. */
const [LONG, SLOW] = [120, 0.2];

type Worked = (answer: Answer) => void;

/** `asksFirst`: whether what takes long waits for `confirm`; where nobody is there to confirm, a slow moment of the machine would end everything. */
export function createSession(fields: Fields, { asksFirst = true } = {}): Session {
  const workers = new Set<Worker>();
  let view: View = NOTHING_YET;
  let show: (view: View) => void = () => {};
  let sampling: Worker | undefined;
  let isAsked = false;
  let trains = false;
  let drawing = 0;
  const questions = createQuestions();

  const change = (part: Partial<View>) => {
    view = { ...view, ...part };
    show(view);
  };

  const hire = (listen: Worked): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (workers.has(worker)) listen(data);
    };
    worker.onerror = ({ message }) => change({ stage: 'refused', message });
    workers.add(worker);
    return worker;
  };

  const dismiss = (worker: Worker | undefined) => {
    if (!worker) return;
    workers.delete(worker);
    worker.terminate();
  };

  const follow = (request: Extract<Request, { kind: 'sample' }>) => {
    dismiss(sampling);
    isAsked = false;
    questions.drop();
    sampling = hire(sampled);
    tell(sampling, request);
    tell(sampling, { kind: 'pace', pace: view.pace });
  };

  const sampled: Worked = (answer) => {
    if (answer.kind === 'refused') return refused(answer.message);
    if (questions.answered(answer) || answer.kind !== 'frame') return;
    isAsked = false;
    const { frame } = answer;
    const isDone = view.stage === 'sampling' && frame.samples === frame.wanted;
    change({ frame, summary: frame.summary ?? view.summary, ...(isDone ? { stage: 'done' } : {}) });
  };

  const refused = (message: string) => change({ stage: 'refused', message });

  const prepared: Worked = (answer) => {
    if (answer.kind === 'refused') refused(answer.message);
    if (answer.kind === 'sought') sought(answer.stage);
    if (answer.kind === 'generation')
      change({ stage: 'learning', generations: [...view.generations, answer.generation] });
    if (answer.kind !== 'prepared') return;
    change({ stage: 'sampling', frame: undefined, summary: undefined });
    follow({ kind: 'sample', job: answer.job, chain: 1, keptFor: tomlOf(fields) });
  };

  const described: Worked = (answer) => {
    if (answer.kind === 'refused') refused(answer.message);
    if (answer.kind !== 'described') return;
    const { controls, scene, method, flows, cost, engine } = answer;
    trains = answer.trains;
    change({ controls, scene, method, flows, cost, engine, stage: 'asking' });
    if (!asksFirst || (cost.before < LONG && cost.rate > SLOW)) begin();
  };

  const begin = () => {
    const isSearched = fields[FILLING] !== undefined;
    change({ stage: isSearched ? 'searching' : trains ? 'learning' : 'sampling' });
    if (!trains && !isSearched)
      return follow({ kind: 'sample', job: tomlOf(fields), chain: 1, keptFor: tomlOf(fields) });
    tell(hire(prepared), { kind: 'prepare', spec: tomlOf(fields) });
    if (!isSearched) followExact({});
  };

  /** What is learned about, until the model is there. */
  const followExact = (more: Fields) => {
    const { [FILLING]: _, ...given } = fields;
    const others = Object.fromEntries(Object.entries(given).filter(([key]) => !OF_TRAINING.test(key)));
    follow({ kind: 'sample', job: tomlOf({ ...others, 'sampling.method': EXACT_METHOD, ...more }), chain: 1 });
  };

  /** The first stage has found roughly what is searched for: from then on spins are seen. */
  const sought = (stage: SearchStage) => {
    if (view.search.length === 0) followExact({ [POTENTIAL]: String(stage.chemicalPotential) });
    change({ search: [...view.search, stage] });
  };

  /** A frame for each picture that the browser draws, at most; a hidden page asks for none. */
  const ask = () => {
    drawing = requestAnimationFrame(ask);
    if (!sampling || isAsked) return;
    isAsked = true;
    tell(sampling, { kind: 'frame' });
  };

  return {
    start(listener) {
      show = listener;
      tell(hire(described), { kind: 'describe', spec: tomlOf(fields) });
      drawing = requestAnimationFrame(ask);
    },
    stop() {
      cancelAnimationFrame(drawing);
      for (const worker of workers) dismiss(worker);
      questions.drop();
      show = () => {};
    },
    setPace(pace) {
      change({ pace });
      if (sampling) tell(sampling, { kind: 'pace', pace });
    },
    tune(model) {
      if (sampling) tell(sampling, { kind: 'tune', model });
      change({ frame: undefined, summary: undefined, tuned: { ...view.tuned, ...model } });
    },
    save: async () => (sampling ? (await questions.ask(sampling, 'save'))?.chain : undefined),
    moments: async () => (sampling ? (await questions.ask(sampling, 'moments'))?.moments : undefined),
    confirm() {
      if (view.stage === 'asking') begin();
    },
    step() {
      if (sampling) tell(sampling, { kind: 'step' });
    },
  };
}

const tell = (worker: Worker, request: Request): void => worker.postMessage(request);
