// Every store over one Firestore client.
import type { Firestore } from 'firebase-admin/firestore';
import { alertStore } from './alerts/alert-store.ts';
import { assignmentStore } from './assignments/assignment-store.ts';
import { contentStore } from './challenges/content-store.ts';
import { deliveryStore } from './deliveries/delivery-store.ts';
import { environmentStore } from './environment/environment-store.ts';
import { learnerStore } from './learners/learner-store.ts';
import { wishStore } from './learners/wish-store.ts';
import { suppressionStore } from './mail/suppression-store.ts';
import { batchStore } from './weekly-run/batch-store.ts';
import { pageStore } from './weekly-run/page-store.ts';
import { runStore } from './weekly-run/run-store.ts';

export function stores(db: Firestore, addressHashKey: () => string) {
  return {
    learners: learnerStore(db),
    assignments: assignmentStore(db),
    content: contentStore(db),
    runs: runStore(db),
    pages: pageStore(db),
    batches: batchStore(db),
    wishes: wishStore(db, addressHashKey),
    suppressions: suppressionStore(db, addressHashKey),
    deliveries: deliveryStore(db),
    environment: environmentStore(db),
    alerts: alertStore(db),
  };
}

export type Stores = ReturnType<typeof stores>;
