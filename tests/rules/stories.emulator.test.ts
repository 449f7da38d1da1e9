// The rules by story: forged, forwarded and odd sessions, and ways around a collection's own rule.
import {
  assertFails,
  assertSucceeds,
  type RulesTestEnvironment,
  type TokenOptions,
} from '@firebase/rules-unit-testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, ownerId } from './people.ts';
import { rulesEnvironment } from './rules-environment.ts';

const google = { firebase: { sign_in_provider: 'google.com' }, email_verified: true } satisfies TokenOptions;
const assignment = `assignments/2026-W48_${ownerId}`;
let environment: RulesTestEnvironment;

beforeAll(async () => {
  environment = await rulesEnvironment('demo-rules-stories');
  await environment.withSecurityRulesDisabled(async (context) => {
    const db = context.firestore();
    await db.doc(assignment).set({ learnerId: ownerId, week: '2026-W48' });
    await db.doc('assignments/2026-W48_nobody').set({ week: '2026-W48' });
    await db.doc('assignments/2026-W48_null').set({ learnerId: null });
    await db.doc('weeklyRuns/2026-W48').set({ week: '2026-W48' });
    await db.doc('weeklyRuns/2026-W48/batches/000001').set({ number: 1 });
    await db.doc('weeklyRuns/2026-W48/pages/1-000001').set({ page: 1 });
    await db.doc('notYetInvented/one').set({ learnerId: ownerId });
  });
});

afterAll(async () => {
  await environment.clearFirestore();
  await environment.cleanup();
});

const as = (token: TokenOptions, uid = 'office-1') => environment.authenticatedContext(uid, token).firestore();
const owner = () => clientOf(environment, 'owner').firestore();
const operator = () => clientOf(environment, 'operator').firestore();

describe('a session without a right to a role', () => {
  it.each(['custom', 'password', 'anonymous', 'phone', 'apple.com', 'github.com'] as const)(
    'has none when it came by %s, though it claims every role',
    async (provider) => {
      const token = { firebase: { sign_in_provider: provider }, email_verified: true, roles: ['operator', 'admin'] };
      await assertFails(as(token).doc('weeklyRuns/2026-W48').get());
      await assertFails(as(token).collection('weeklyRuns').get());
    },
  );

  it('has none by Google when no one vouched for the address', async () => {
    await assertFails(
      as({ firebase: google.firebase, roles: ['admin'] })
        .doc('weeklyRuns/2026-W48')
        .get(),
    );
  });

  it.each([
    ['no roles at all', undefined],
    ['an empty list', []],
    ['a text in place of a list', 'operator'],
    ['a map in place of a list', { operator: true }],
    ['another spelling', ['Operator', 'operators', 'administrator']],
    ['null', null],
  ])('has none by Google when the claim holds %s', async (_what, roles) => {
    await assertFails(
      as({ ...google, ...(roles === undefined ? {} : { roles }) })
        .doc('weeklyRuns/2026-W48')
        .get(),
    );
  });
});

describe('a member of the office', () => {
  it('reads runs with a role among others', async () => {
    await assertSucceeds(
      as({ ...google, roles: ['editor', 'operator'] })
        .doc('weeklyRuns/2026-W48')
        .get(),
    );
  });

  it('learns that a week has no run', async () => {
    const snapshot = await assertSucceeds(operator().doc('weeklyRuns/2026-W47').get());
    expect(snapshot.exists).toBe(false);
  });

  it('lists runs newest first', async () => {
    await assertSucceeds(operator().collection('weeklyRuns').orderBy('week', 'desc').limit(10).get());
  });

  it('finds no way to batches or pages by a query over all runs', async () => {
    await assertFails(operator().collectionGroup('batches').get());
    await assertFails(operator().collectionGroup('pages').get());
  });
});

describe('an owner', () => {
  it('reads what the assignment holds', async () => {
    const snapshot = await assertSucceeds(owner().doc(assignment).get());
    expect(snapshot.data()).toEqual({ learnerId: ownerId, week: '2026-W48' });
  });

  it('cannot list assignments, not even their own by their own id', async () => {
    await assertFails(owner().collection('assignments').where('learnerId', '==', ownerId).get());
  });

  it('cannot watch other assignments by a collection group', async () => {
    await assertFails(owner().collectionGroup('assignments').where('learnerId', '==', ownerId).get());
  });

  it('cannot make themselves an operator by a claim in a link session', async () => {
    const forged = as({ firebase: { sign_in_provider: 'custom' }, email_verified: true, roles: ['admin'] }, ownerId);
    await assertFails(forged.doc('weeklyRuns/2026-W48').get());
    await assertSucceeds(forged.doc(assignment).get());
  });

  it('cannot give their assignment to somebody else, or take another', async () => {
    await assertFails(owner().doc(assignment).update({ learnerId: 'shopify-2002' }));
    await assertFails(owner().doc('assignments/2026-W49_shopify-1001').set({ learnerId: ownerId }));
  });
});

describe('a stranger', () => {
  it('does not own an assignment that names no owner', async () => {
    const stranger = clientOf(environment, 'stranger').firestore();
    await assertFails(stranger.doc('assignments/2026-W48_nobody').get());
    await assertFails(stranger.doc('assignments/2026-W48_null').get());
  });
});

describe('a collection that no rule names', () => {
  it('is closed to everyone', async () => {
    for (const person of ['stranger', 'owner', 'operator', 'admin', 'editor']) {
      const db = clientOf(environment, person).firestore();
      await assertFails(db.doc('notYetInvented/one').get());
      await assertFails(db.collection('notYetInvented').get());
      await assertFails(db.doc('notYetInvented/two').set({ learnerId: ownerId }));
    }
  });
});
