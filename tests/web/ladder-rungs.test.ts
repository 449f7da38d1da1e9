import { expect, test } from 'vitest';
import { ladderRungs } from '../../web/ladder-rungs.ts';

const LEVELS = [{ id: 'curious' }, { id: 'careful' }, { id: 'keen' }];
const places = (present: string | null) =>
  ladderRungs(LEVELS, present).map(({ level, place }) => `${level.id} ${place}`);

test('the highest level is on top, and the levels below the present one are climbed', () => {
  expect(places('careful')).toEqual(['keen ahead', 'careful present', 'curious climbed']);
  expect(places('keen')).toEqual(['keen present', 'careful climbed', 'curious climbed']);
});

test('who has no level, or one that is no longer there, has everything ahead', () => {
  for (const present of [null, 'retired'])
    expect(places(present)).toEqual(['keen ahead', 'careful ahead', 'curious ahead']);
});
