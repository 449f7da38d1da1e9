import { describe, expect, it } from 'vitest';
import { previousRelease } from '../../../local/deploy/deploy-log.ts';

/** `A` stood, `B?` was broken off. */
const log = (story: string) =>
  story
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ release: word.replace('?', ''), at: '2026-11-22T09:15:00Z', complete: !word.endsWith('?') }));

describe('previousRelease', () => {
  it.each<[string, string | undefined, string]>([
    ['', undefined, 'nothing was deployed'],
    ['A', undefined, 'there was only one'],
    ['A?', undefined, 'the first was broken off'],
    ['A B', 'A', 'two stood'],
    ['A B?', 'A', 'the second was broken off'],
    ['A B C B', 'A', 'one went back already'],
    ['A B A C', 'A', 'one went back before: never to what was gone back from'],
    ['A B A?', 'A', 'the way back was broken off'],
    ['A B C A', undefined, 'one went back to the first'],
  ])('of %o is %o: %s', (story, previous) => {
    expect(previousRelease(log(story))).toBe(previous);
  });
});
