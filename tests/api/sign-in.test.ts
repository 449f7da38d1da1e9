import { describe, expect, test } from 'vitest';
import { linkTokens } from '../../functions/mail/link-token.ts';
import { RequestSignInLinkDocument, SignInWithLinkDocument } from '../generated/graphql.ts';
import { aLearner } from '../kit/a-learner.ts';
import { anApi } from '../kit/an-api.ts';

const learner = aLearner();

function anApiWithTokens() {
  const api = anApi({ learners: new Map([[learner.id, learner]]) });
  const tokens = linkTokens({ keys: api.services.config.linkKeys, clock: api.clock });
  const signIn = (token: string) => api.ask(SignInWithLinkDocument, { token }, 'stranger');
  return { ...api, tokens, signIn };
}

describe('signing in with a link', () => {
  test('gives a custom token for the learner, and may be done again', async () => {
    const { tokens, signIn } = anApiWithTokens();
    const token = await tokens.sign('sign-in', learner.id);
    for (const _time of [1, 2]) {
      expect((await signIn(token)).data).toEqual({
        signInWithLink: { customToken: `custom-token-of-${learner.id}`, learnerId: learner.id },
      });
    }
  });

  test('is LINK_EXPIRED after 14 days', async () => {
    const { tokens, signIn, clock } = anApiWithTokens();
    const token = await tokens.sign('sign-in', learner.id);
    clock.advance(14 * 24 * 3_600_000 + 1000);
    expect((await signIn(token)).errors).toMatchObject([{ extensions: { code: 'LINK_EXPIRED' } }]);
  });

  test('is LINK_INVALID with a token for unsubscribing, or for taking that back', async () => {
    const { tokens, signIn, clock } = anApiWithTokens();
    const undo = { learnerId: learner.id, unsubscribedAt: clock.now() };
    for (const token of [await tokens.sign('unsubscribe', learner.id), await tokens.signUndo(undo)]) {
      expect((await signIn(token)).errors).toMatchObject([{ extensions: { code: 'LINK_INVALID' } }]);
    }
  });

  test('is LINK_INVALID with a token that is malformed or signed by another key', async () => {
    const { signIn, clock } = anApiWithTokens();
    const foreign = linkTokens({ keys: `test:${Buffer.alloc(32, 9).toString('base64url')}`, clock });
    for (const token of ['', 'nonsense', 'a.b.c', await foreign.sign('sign-in', learner.id)]) {
      expect((await signIn(token)).errors).toMatchObject([{ extensions: { code: 'LINK_INVALID' } }]);
    }
  });

  test('is the same LINK_INVALID where the learner is gone', async () => {
    const { tokens, signIn } = anApiWithTokens();
    const gone = await signIn(await tokens.sign('sign-in', 'shopify-9'));
    const invalid = await signIn('nonsense');
    expect(gone.errors).toEqual(invalid.errors);
  });
});

describe('asking for a sign-in link', () => {
  test('answers the same and publishes one message, whether or not the address is a learner’s', async () => {
    for (const email of [learner.customer.address ?? '', 'nobody@example.com']) {
      const { ask, queue } = anApiWithTokens();
      const answer = await ask(RequestSignInLinkDocument, { email }, 'stranger');
      expect(answer).toEqual({ status: 200, data: { requestSignInLink: true }, errors: [] });
      expect(queue.waiting).toEqual([{ topic: 'send-sign-in-link', data: { email } }]);
    }
  });

  test.each(['', 'ada', 'ada@', '@example.com', 'ada@example.com, eve@example.com', `${'a'.repeat(250)}@example.com`])(
    'refuses %j without repeating it, and publishes nothing',
    async (email) => {
      const { ask, queue } = anApiWithTokens();
      const { errors } = await ask(RequestSignInLinkDocument, { email }, 'stranger');
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^email must be an e-mail address/), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(queue.waiting).toEqual([]);
    },
  );
});
