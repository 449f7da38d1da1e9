// TXT records by name.
import { Resolver } from 'node:dns/promises';
import { Unseen } from '../project/unseen.ts';

/** Each record as one text; none where the name has none. Rejects with an Unseen where the DNS does not answer. */
export type TxtLookup = (name: string) => Promise<string[]>;

/** Asks the machine's own resolver, for at most 3 s and twice. */
export function txtLookup(
  resolver: Pick<Resolver, 'resolveTxt'> = new Resolver({ timeout: 3000, tries: 2 }),
): TxtLookup {
  return async (name) => {
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
      // The name does not exist, or has records of other kinds only.
      if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
      throw new Unseen(
        `the DNS did not answer for ${name} (${code})`,
        'Run this again, from a network with a resolver.',
      );
    }
  };
}
