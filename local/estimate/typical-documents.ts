// What one learner lays down in Firestore: the documents of the real schemas, typically filled.
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import { type DeliveryParts, deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import type { Learner, LearnerWeek } from '../../functions/learners/learner.ts';
import { addWeeks } from '../../functions/week.ts';
import { type Batch, batchSizeMax } from '../../functions/weekly-run/batch.ts';
import type { Page } from '../../functions/weekly-run/page.ts';

/** A learner with so many mailed weeks; one answered assignment; a mail that arrived; a batch that is done; a page of the walk. */
export const typicalDocuments = {
  learner(weeks: number): Learner {
    return {
      id: learnerId,
      customer: {
        firstName: 'Alexandra',
        lastName: 'Hoffmann',
        address,
        addressKey: address,
        consent: 'SUBSCRIBED',
        consentAt: at,
        entitled: true,
        evidence: 'SEGMENT',
        sharesAddress: false,
      },
      mail: { pausedUntil: null, unsubscribedAt: null, suppressed: null, signInMailsAt: [] },
      levelId: 'seasoned',
      passes: 7,
      placement: { version: '2026-11-01', levelId: 'curious', placedAt: at },
      firstSubmittedAt: at,
      weeks: Object.fromEntries(Array.from({ length: weeks }, (_, ago) => [addWeeks(week, -ago), learnerWeek])),
    };
  },

  /** Two answers: one that failed, one that passed. */
  assignment(): AssignmentRecord {
    const submission = (number: number) => ({
      id: `${week}_${learnerId}_${number}`,
      challengeId,
      answer: 'eight days, because on the last day it does not slip back',
      mark: 'PASSED' as const,
      note: null,
      submittedAt: at,
      revision: 1,
      leveledUp: false,
      idempotencyKey: '3f1d9c52-6f0e-4a7e-9a8b-2f6f3f0f9a11',
    });
    const submissions = [submission(1), submission(2)];
    return { learnerId, week, challengeId, outcome: 'PASSED', submissions, toReviewSince: null };
  },

  /** What its two events wrote. */
  delivery(): DeliveryParts {
    const event = { assignmentId: `${week}_${learnerId}`, sesId, mailAt: at, at, feedbackId: null, subType: null };
    const mail = { week, learnerId };
    const recipients = [address];
    return {
      ...deliveryParts({ ...event, recipients, kind: 'send' }, mail),
      ...deliveryParts({ ...event, recipients, kind: 'delivery' }, mail),
    };
  },

  /** Full, and every mail of it accepted. */
  batch(): Batch {
    const ids = Array.from(
      { length: batchSizeMax },
      (_, at) => `${learnerId.slice(0, -3)}${String(at).padStart(3, '0')}`,
    );
    return {
      number: 1,
      throughId: learnerId,
      mails: ids.map((id) => ({ learnerId: id, code: 'NEXT_CHALLENGE', challengeId })),
      planHash: 'f'.repeat(64),
      frozenAt: at,
      expiresAt: at,
      inFlight: null,
      outcomes: Object.fromEntries(ids.map((id) => [id, { state: 'accepted', sesId, at }])),
      resentIds: [],
      contentWeeksLeft: null,
    };
  },

  page(customers: number): Page {
    return {
      ...{ walk: 1, page: 1, totalCount: customers, unreadableIds: [], savedAt: at, expiresAt: at },
      customerIds: Array.from({ length: customers }, () => learnerId),
      nextCursor: 'eyJsYXN0X2lkIjo3MDAwMDAwMDAwMDAwLCJsYXN0X3ZhbHVlIjoiNzAwMDAwMDAwMDAwMCJ9',
    };
  },
};

const week = '2026-W48';
const at = new Date('2026-11-23T08:10:00Z');
/** Shopify's customer numbers have 13 digits today. */
const learnerId = 'shopify-7012345678901';
const address = 'alexandra.hoffmann@example.com';
const challengeId = 'snail-in-the-well';
/** As Amazon SES gives them. */
const sesId = '0100019ab2c3d4e5-1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d-000000';
const learnerWeek: LearnerWeek = { challengeId, releasedAt: at, outcome: 'PASSED', answeredAt: at };
