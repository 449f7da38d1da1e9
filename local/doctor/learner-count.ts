// How many learners the doctor reckons with.
import type { Patient } from './patient.ts';

/** As `--learners` says; else the buyers, who are all who may become learners. Throws the AppError of the shop. */
export async function learnerCount({ learners, shopify }: Pick<Patient, 'learners' | 'shopify'>): Promise<number> {
  return learners ?? (await shopify.buyers()).totalCount;
}
