// What a learner weighs in Firestore after a year.
import { deliveryLifeDays } from '../../functions/deliveries/delivery.ts';
import { type Batch, batchLifeDays, batchSizeMax } from '../../functions/weekly-run/batch.ts';
import { pageLifeDays } from '../../functions/weekly-run/page.ts';
import { tally } from '../../functions/weekly-run/tally.ts';
import { countedOperations } from './counted-operations.ts';
import { documentBytes } from './document-bytes.ts';
import { typicalDocuments } from './typical-documents.ts';

/**
 * Bytes a learner at the end of the first year: the learner with 52 weeks, an assignment for each week that was answered
 * (`answeredShare` of them), and the deliveries and the shares of batches and pages that have not expired. Indexes as in
 * firestore.indexes.json.
 */
export function storedBytes(answeredShare: number): {
  learner: number;
  assignments: number;
  deliveries: number;
  run: number;
  total: number;
} {
  const weeks = 52;
  const id = 'shopify-7012345678901';
  const learner = documentBytes(`learners/${id}`, typicalDocuments.learner(weeks), [
    'customer.addressKey',
    'customer.entitled',
  ]);
  const assignment = documentBytes(`assignments/2026-W48_${id}`, typicalDocuments.assignment(), ['toReviewSince']);
  const batch = documentBytes('weeklyRuns/2026-W48/batches/000001', withTally(typicalDocuments.batch()), [
    'number',
    'throughId',
    'tally.accepted',
  ]);
  const delivery = documentBytes(`deliveries/2026-W48_${id}`, typicalDocuments.delivery());
  const { membersPerPage } = countedOperations.walk;
  const page = documentBytes('weeklyRuns/2026-W48/pages/1-000001', typicalDocuments.page(membersPerPage));
  const batches = (Math.min(weeks, batchLifeDays / 7) * batch) / batchSizeMax;
  const pages = (Math.min(weeks, pageLifeDays / 7) * page) / membersPerPage;
  const deliveries = Math.min(weeks, deliveryLifeDays / 7) * delivery;
  const assignments = weeks * answeredShare * assignment;
  return {
    ...{ learner, assignments, deliveries, run: batches + pages },
    total: learner + assignments + deliveries + batches + pages,
  };
}

/** As it is stored: its sums lie beside it. */
function withTally(batch: Batch): object {
  return { ...batch, tally: tally(batch) };
}
