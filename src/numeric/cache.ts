/** A cache for what is slow to make and the same for many models. */

/** A cache of the latest `capacity` values by key; the oldest makes room. */
export function cache<Value>(capacity: number): (key: string, make: () => Value) => Value {
  const remembered = new Map<string, Value>();
  return (key, make) => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make();
    remembered.set(key, made);
    if (remembered.size > capacity) remembered.delete(remembered.keys().next().value as string);
    return made;
  };
}
