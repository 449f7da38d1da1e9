// Every store over one Firestore client.
import type { Firestore } from 'firebase-admin/firestore';
import { contentStore } from './challenges/content-store.ts';
import { learnerStore } from './learners/learner-store.ts';
import { suppressionStore } from './mail/suppression-store.ts';
import { runStore } from './weekly-run/run-store.ts';

export function stores(db: Firestore, addressHashKey: () => string) {
  return {
    learners: learnerStore(db),
    content: contentStore(db),
    runs: runStore(db),
    suppressions: suppressionStore(db, addressHashKey),
  };
}

export type Stores = ReturnType<typeof stores>;
