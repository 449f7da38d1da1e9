// Which challenge a learner gets next.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import type { Challenge } from '../../functions/challenges/challenge.ts';
import { pickChallenge } from '../../functions/challenges/pick-challenge.ts';
import { aChallenge } from '../kit/a-challenge.ts';
import { aLevel } from '../kit/a-level.ts';

const catalogueOf = (challenges: Challenge[]): Catalogue => ({
  levels: [aLevel()],
  challenges: new Map(challenges.map((challenge) => [challenge.id, challenge])),
});

const day = new Date('2026-01-01T00:00:00Z');
const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,3}$/);
const challenges = fc.uniqueArray(
  fc.record({
    id: ids,
    levelId: fc.constantFrom('curious', 'keen'),
    order: fc.nat(3),
    publishedAt: fc.constantFrom(day, day, null),
    archivedAt: fc.constantFrom(null, null, day),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const situations = challenges.chain((all) =>
  fc.record({
    catalogue: fc.constant(catalogueOf(all.map(aChallenge))),
    had: fc.subarray(all.map(({ id }) => id)).map((had) => new Set(had)),
  }),
);

const canBeGiven = (catalogue: Catalogue, had: ReadonlySet<string>) =>
  [...catalogue.challenges.values()].filter(
    ({ id, levelId, publishedAt, archivedAt }) =>
      levelId === 'curious' && publishedAt !== null && archivedAt === null && !had.has(id),
  );

describe('pickChallenge', () => {
  it('never picks one the learner had, of another level, unpublished or archived', () => {
    fc.assert(
      fc.property(situations, ({ catalogue, had }) => {
        const picked = pickChallenge(catalogue, 'curious', had);
        if (picked !== null) expect(canBeGiven(catalogue, had)).toContain(picked);
      }),
    );
  });

  it('picks none only where none is left', () => {
    fc.assert(
      fc.property(situations, ({ catalogue, had }) => {
        const picked = pickChallenge(catalogue, 'curious', had);
        expect(picked === null).toBe(canBeGiven(catalogue, had).length === 0);
      }),
    );
  });

  it('picks the lowest order, then the lowest id, in whatever order the catalogue was read', () => {
    fc.assert(
      fc.property(situations, ({ catalogue, had }) => {
        const reversed = catalogueOf([...catalogue.challenges.values()].reverse());
        const picked = pickChallenge(catalogue, 'curious', had);
        expect(pickChallenge(reversed, 'curious', had)).toEqual(picked);
        for (const other of canBeGiven(catalogue, had)) {
          const behind = other.order > (picked?.order ?? -1) || other.id >= (picked?.id ?? '');
          expect(other.order >= (picked?.order ?? -1) && behind).toBe(true);
        }
      }),
    );
  });

  it('gives every challenge of the level once before it has none left', () => {
    fc.assert(
      fc.property(situations, ({ catalogue }) => {
        const had = new Set<string>();
        for (let next = pickChallenge(catalogue, 'curious', had); next; next = pickChallenge(catalogue, 'curious', had))
          had.add(next.id);
        expect(had.size).toBe(canBeGiven(catalogue, new Set()).length);
      }),
    );
  });

  it('breaks a tie of order by id', () => {
    const catalogue = catalogueOf([
      aChallenge({ id: 'b' }),
      aChallenge({ id: 'a' }),
      aChallenge({ id: 'c', order: 9 }),
    ]);
    expect(pickChallenge(catalogue, 'curious', new Set())?.id).toBe('c');
    expect(pickChallenge(catalogue, 'curious', new Set(['c']))?.id).toBe('a');
    expect(pickChallenge(catalogue, 'curious', new Set(['c', 'a']))?.id).toBe('b');
  });
});
