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
    args: { token: t.arg.string({ required: true }) },
    resolve: (_root, { token }, { services }) => signInWithLink(services, token),
  }),
  requestSignInLink: t.boolean({
    description: "Mails a sign-in link where the address is a learner's. The answer never tells whether it is.",
    authScopes: { public: true },
    args: { email: t.arg.string({ required: true }) },
    resolve: (_root, { email }, { services }) => requestSignInLink(services, email),
  }),
}));
