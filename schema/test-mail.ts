// Editors look at the mail of a challenge before learners do.
import { sendTestMail } from '../functions/mail/send-test-mail.ts';
import { builder } from './builder.ts';

builder.mutationField('sendTestMail', (t) =>
  t.withAuth({ editor: true }).boolean({
    description: "Only to the caller's own verified address, or one on the configured list.",
    rateLimit: { max: 10, windowSeconds: 600 },
    args: { challengeId: t.arg.id({ required: true }), to: t.arg.string({ required: true }) },
    resolve: (_root, { challengeId, to }, { services, viewer: session }) =>
      sendTestMail(services, { challengeId, to, session }),
  }),
);
