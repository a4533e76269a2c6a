/** A limit on how many actions run at a time; the others wait in the order in which they came. */
export type Gate = <T>(action: () => Promise<T>) => Promise<T>;

export function gate(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (action) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await action();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
