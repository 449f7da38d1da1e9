// A reading that several checks share.

/** Reads at the first call; every call gets the same answer, or the same failure. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}
