// Signing in by the link of a mail.
import { requestSignInLink } from '../functions/api/request-sign-in-link.ts';
import { type SignIn as SignInData, signInWithLink } from '../functions/api/sign-in-with-link.ts';
import { builder } from './builder.ts';

const SignIn = builder.objectRef<SignInData>('SignIn').implement({
  fields: (t) => ({ customToken: t.exposeString('customToken'), learnerId: t.exposeID('learnerId') }),
});

builder.mutationFields((t) => ({
  signInWithLink: t.field({
    type: SignIn,
    description: 'Exchanges the link token of a mail for a Firebase custom token.',
    authScopes: { public: true },
    // Guessing a token is hopeless at any rate, so this only bounds the work: on Monday morning everybody opens their mail,
    // many of them behind one mobile network, and all behind few front ends.
    rateLimit: { max: 60, peerMax: 6000, windowSeconds: 60 },
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { services }) => signInWithLink(services, token),
  }),
  requestSignInLink: t.boolean({
    description: "Mails a sign-in link where the address is a learner's. The answer never tells whether it is.",
    authScopes: { public: true },
    // Each is a message and a look-up; an address gets a mail in 5 minutes at most, so who asks more tries addresses out.
    rateLimit: { max: 5, peerMax: 300, windowSeconds: 60 },
    args: { email: t.arg.string({ required: true }) },
    resolve: (_root, { email }, { services }) => requestSignInLink(services, email),
  }),
}));
