// A year under way: the house, the model beside it, and what was found wrong.
import type { Services } from '../../functions/services.ts';
import type { House } from '../kit/a-house.ts';
import type { SeededRandom } from '../kit/seeded-random.ts';
import type { YearLearner, YearModel } from './year-model.ts';
import type { YearSes } from './year-ses.ts';

export type Year = {
  house: House;
  /** As the API has them: content is read once a minute. */
  api: Services;
  model: YearModel;
  ses: YearSes;
  random: SeededRandom;
  /** What differs from what should be, each in words. */
  wrong: string[];
  /** How often what happened. */
  seen: Map<string, number>;
};

export function count({ seen }: Pick<Year, 'seen'>, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

export const nowOf = ({ house }: Pick<Year, 'house'>) => house.clock.now().getTime();

/** Those whom a walk has brought over. */
export const knownLearners = ({ model }: Year): YearLearner[] => model.learners.filter(({ known }) => known !== null);
