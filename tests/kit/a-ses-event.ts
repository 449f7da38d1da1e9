// An event of SES about a weekly mail, for tests.
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';

/** A Send event about the mail of shopify-1001 in 2026-W48 unless told otherwise. */
export function aSesEvent(overrides: Partial<SesEvent> = {}): SesEvent {
  const mailAt = overrides.mailAt ?? new Date('2026-11-23T08:10:00Z');
  return {
    kind: 'send',
    assignmentId: '2026-W48_shopify-1001',
    sesId: '010001-first',
    mailAt,
    at: mailAt,
    feedbackId: null,
    subType: null,
    recipients: ['shopify-1001@example.com'],
    ...overrides,
  };
}

/** A bounce for good, a minute after the mail. */
export function aHardBounce(overrides: Partial<SesEvent> = {}): SesEvent {
  const at = new Date('2026-11-23T08:11:00Z');
  const bounce = { kind: 'PERMANENT', subType: 'General' } as const;
  return aSesEvent({ kind: 'bounce', at, feedbackId: 'bounce-1', subType: 'General', bounce, ...overrides });
}

/** A report as spam, an hour after the mail. */
export function aComplaint(overrides: Partial<SesEvent> = {}): SesEvent {
  const at = new Date('2026-11-23T09:10:00Z');
  return aSesEvent({ kind: 'complaint', at, feedbackId: 'complaint-1', ...overrides });
}
