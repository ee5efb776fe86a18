/** The same function, computed once for each key. */
export function memoise<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const hit = known.get(key) ?? { value: compute(key) };
    known.set(key, hit);
    return hit.value;
  };
}
