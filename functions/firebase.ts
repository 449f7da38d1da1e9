// The Firebase app of this instance.
import { getApps, initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { meteredFirestore } from './metered-firestore.ts';

/** Firestore, through the one app, counted. */
export function firestore(): Firestore {
  if (getApps().length === 0) initializeApp();
  opened ??= meteredFirestore(getFirestore());
  return opened;
}

let opened: Firestore | undefined;
