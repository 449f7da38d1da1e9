// Any events about one learner's mail of one week, sent once or twice, as SES may tell them.
import fc from 'fast-check';
import type { SesEvent, SesEventKind } from '../../functions/ses-events/ses-event.ts';
import { aSesEvent } from '../kit/a-ses-event.ts';

const mails = [
  { sesId: '010001-first', mailAt: new Date('2026-11-23T08:10:00Z') },
  { sesId: '010001.second__', mailAt: new Date('2026-11-23T14:25:00Z') },
];
const subTypes: Partial<Record<SesEventKind, readonly (string | null)[]>> = {
  bounce: ['General', 'NoEmail', 'OnAccountSuppressionList', 'MailboxFull'],
  complaint: [null, 'OnAccountSuppressionList'],
  deliveryDelay: ['MailboxFull', 'SpamDetected'],
};
const kinds = ['send', 'delivery', 'bounce', 'complaint', 'reject', 'renderingFailure', 'deliveryDelay'] as const;

/** Each a different thing that happened: no two bear one feedback id, or, where there is none, one mail, kind and instant. */
export const arbitraryEvents: fc.Arbitrary<SesEvent[]> = fc
  .array(
    fc
      .record({
        kind: fc.constantFrom(...kinds),
        mail: fc.constantFrom(...mails),
        minutes: fc.nat(20),
        bounceKind: fc.constantFrom('PERMANENT', 'TRANSIENT', 'UNDETERMINED'),
        subType: fc.nat(3),
      })
      .map(({ kind, mail, minutes, bounceKind, subType }): SesEvent => {
        const hasTime = kind !== 'send' && kind !== 'reject' && kind !== 'renderingFailure';
        const at = hasTime ? new Date(mail.mailAt.getTime() + minutes * 60_000) : mail.mailAt;
        const choices = subTypes[kind] ?? [null];
        const named = choices[subType % choices.length] ?? null;
        return aSesEvent({
          kind,
          ...mail,
          at,
          subType: named,
          ...(kind === 'bounce' && { bounce: { kind: bounceKind, subType: named ?? '' } }),
        });
      }),
    { maxLength: 12 },
  )
  .map((events) =>
    events.map((event, at) =>
      event.kind === 'bounce' || event.kind === 'complaint' ? { ...event, feedbackId: `feedback-${at}` } : event,
    ),
  )
  .map((events) => [...new Map(events.map((event) => [identityOf(event), event])).values()]);

function identityOf({ kind, sesId, feedbackId, at }: SesEvent): string {
  return feedbackId ?? `${kind} ${sesId} ${at.getTime()}`;
}

/** The same events in another order, some of them more than once. */
export function inAnyOrder(events: SesEvent[]): fc.Arbitrary<SesEvent[]> {
  if (events.length === 0) return fc.constant([]);
  const again = fc.array(fc.constantFrom(...events), { maxLength: 6 });
  return again.chain((doubles) =>
    fc.shuffledSubarray([...events, ...doubles], { minLength: events.length + doubles.length }),
  );
}
