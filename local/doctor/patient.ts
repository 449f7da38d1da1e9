// All that a check may look at.
import type { Clock } from '../../functions/clock.ts';
import type { Config } from '../../functions/config.ts';
import type { Google } from '../project/google-api.ts';
import type { Finding } from './finding.ts';
import type { GivenParameters } from './given-parameters.ts';

import type { SesReadings } from './ses-readings.ts';
import type { ShopifyReadings } from './shopify-readings.ts';
import type { TxtLookup } from './txt-lookup.ts';

export type Patient = {
  /** The Firebase project's id; undefined where only this machine's own parameters are looked at. */
  project: string | undefined;
  parameters: GivenParameters;
  config: Config;
  clock: Clock;
  /** As `--learners` gave it. */
  learners: number | undefined;
  shopify: ShopifyReadings;
  ses: SesReadings;
  txt: TxtLookup;
  google: Google;
  /** Published challenges of each level, by its id. */
  weeksByLevel(): Promise<Map<string, number>>;
};

/** A check of one subject; throws an Unseen or an AppError where it could not look. */
export type Check = { name: string; look(patient: Patient): Promise<Finding[] | Finding> };
