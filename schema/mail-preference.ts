// Whether a learner is mailed, and until when not.
import type { MailPreference as MailPreferenceData } from '../functions/learners/mail-preference.ts';
import { builder } from './builder.ts';

const MailStatus = builder.enumType('MailStatus', {
  values: ['SUBSCRIBED', 'PAUSED', 'UNSUBSCRIBED', 'NO_CONSENT', 'SUPPRESSED', 'NOT_ENTITLED'] as const,
});

export const MailPreference = builder.objectRef<MailPreferenceData>('MailPreference').implement({
  fields: (t) => ({
    status: t.expose('status', { type: MailStatus }),
    pausedUntil: t.expose('pausedUntil', { type: 'DateTime', nullable: true }),
  }),
});
