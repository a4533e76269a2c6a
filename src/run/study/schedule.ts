/** The order of the work of a study: which training or chain comes next. */

/** Something to do; it does not reject. */
export type Task = () => Promise<void>;

/** What a point needs: a training that comes first, then chains in any order. */
export interface StagedWork {
  /** Resolves to whether the chains may begin. Undefined where nothing is to be trained. */
  readonly train?: (() => Promise<boolean>) | undefined;
  /** Called when the turn of the chains has come. */
  readonly chains: () => readonly Task[];
  /** Its training begins after that of another, given by its index. */
  readonly after?: number | undefined;
}

/**
 * Performs all of it, `workers` tasks at a time; once `isStopped`, only what is begun comes to its end.
 *
 * With several workers one of them trains ahead, as long as there is something to train: chains, of which several can run at a time, are left for the end, and no worker waits for the last
 * training. Apart from that chains come first, in the order of the points.
 */
export async function performStaged(
  works: readonly StagedWork[],
  workers: number,
  isStopped: () => boolean,
): Promise<void> {
  const queues = queuesOf(works);
  // Resolved when a task has ended: only a training brings new ones.
  let changed = Promise.withResolvers<void>();
  const lane = async () => {
    for (;;) {
      const task = isStopped() ? queues.begun() : queues.take(workers > 1);
      if (task) {
        await task();
        changed.resolve();
        changed = Promise.withResolvers();
      } else if (queues.trainings() > 0) await changed.promise;
      else return;
    }
  };
  await Promise.all(Array.from({ length: workers }, lane));
}

interface Queues {
  /** The next task; undefined where nothing can begin now. */
  take(trainsAhead: boolean): Task | undefined;
  /** A chain of a point whose chains have begun. */
  begun(): Task | undefined;
  /** Trainings at work. */
  trainings(): number;
}

function queuesOf(works: readonly StagedWork[]): Queues {
  const followers = Map.groupBy(works.keys(), (index) => works[index].after);
  const trainable: number[] = [];
  const trained: number[] = [];
  const chains: Task[] = [];
  let trainings = 0;
  const release = (indices: readonly number[] = []) => {
    const released = [...indices];
    for (let index = released.shift(); index !== undefined; index = released.shift()) {
      (works[index].train ? trainable : trained).push(index);
      if (!works[index].train) released.push(...(followers.get(index) ?? []));
    }
  };
  const training = (index: number): Task => {
    trainings++;
    return async () => {
      if (await works[index].train?.()) trained.push(index);
      release(followers.get(index));
      trainings--;
    };
  };
  const takeTraining = () => {
    const index = trainable.shift();
    return index === undefined ? undefined : training(index);
  };
  const takeChain = () => {
    while (chains.length === 0 && trained.length > 0) chains.push(...works[trained.shift() as number].chains());
    return chains.shift();
  };
  release(followers.get(undefined));
  return {
    take: (trainsAhead) =>
      (trainsAhead && trainings === 0 ? takeTraining() : undefined) ?? takeChain() ?? takeTraining(),
    begun: () => chains.shift(),
    trainings: () => trainings,
  };
}
