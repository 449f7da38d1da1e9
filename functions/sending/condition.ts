// Lets a task wait until what other tasks change is as it needs it.

export type Condition = {
  /** Resolves once `holds` is true; asked again at each change. */
  until(holds: () => boolean): Promise<void>;
  /** Something has changed that somebody may wait for. */
  changed(): void;
};

/** No timer and no polling: who waits goes on within the same turn as the change. */
export function condition(): Condition {
  let next = Promise.withResolvers<void>();
  return {
    async until(holds) {
      while (!holds()) await next.promise;
    },
    changed() {
      const { resolve } = next;
      next = Promise.withResolvers<void>();
      resolve();
    },
  };
}
