// Refuses to go on where no stack runs.
import { LocalError } from '../local-error.ts';
import type { Ports } from './ports.ts';

/** Throws a LocalError where nothing answers for the functions of a stack. */
export async function checkStack({ functions }: Pick<Ports, 'functions'>): Promise<void> {
  await fetch(`http://127.0.0.1:${functions}/`, { signal: AbortSignal.timeout(5_000) }).catch(() => {
    throw new LocalError(`Nothing answers on 127.0.0.1:${functions}: start the stack with npm start first.`);
  });
}
