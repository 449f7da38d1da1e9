// What a learner weighs in Firestore after a year.
import { batchLifeDays, batchSizeMax } from '../../functions/weekly-run/batch.ts';
import { pageLifeDays } from '../../functions/weekly-run/page.ts';
import { countedOperations } from './counted-operations.ts';
import { documentBytes } from './document-bytes.ts';
import { typicalDocuments } from './typical-documents.ts';

/**
 * Bytes a learner at the end of the first year: the learner with 52 weeks, an assignment for each week that was answered
 * (`answeredShare` of them), and the shares of the batches and pages that have not expired. Indexes as in
 * firestore.indexes.json.
 */
export function storedBytes(answeredShare: number): {
  learner: number;
  assignments: number;
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
  const batch = documentBytes('weeklyRuns/2026-W48/batches/000001', typicalDocuments.batch(), ['number']);
  const { membersPerPage } = countedOperations.walk;
  const page = documentBytes('weeklyRuns/2026-W48/pages/1-000001', typicalDocuments.page(membersPerPage));
  const batches = (Math.min(weeks, batchLifeDays / 7) * batch) / batchSizeMax;
  const pages = (Math.min(weeks, pageLifeDays / 7) * page) / membersPerPage;
  const assignments = weeks * answeredShare * assignment;
  return { learner, assignments, run: batches + pages, total: learner + assignments + batches + pages };
}
