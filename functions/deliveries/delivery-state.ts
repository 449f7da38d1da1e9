// Rule: what the events of a delivery come to, in whatever order they came.
import type { SesEventKind } from '../ses-events/ses-event.ts';
import type { Delivery, Notice } from './delivery.ts';

/** The state of a delivery; of one about which nothing is known, where it is null. */
export function deliveryState(delivery: Delivery | null): DeliveryState {
  const history = delivery === null ? [] : historyOf(delivery);
  const refusals = history.filter(({ kind }) => kind === 'reject' || kind === 'renderingFailure');
  const refusedIds = new Set(refusals.map(({ sesId }) => sesId));
  const taken = history.filter(({ sesId }) => !refusedIds.has(sesId)).sort(byMail)[0];
  const refusal = refusals.sort(byMail)[0];
  return {
    accepted: taken === undefined ? null : { sesId: taken.sesId, at: taken.mailAt },
    refused: refusal === undefined ? null : { error: refusal.kind === 'reject' ? 'Reject' : 'RenderingFailure' },
    hasSend: history.some(({ kind }) => kind === 'send'),
    hardBounced: delivery !== null && delivery.hardBouncedWeek !== null,
    complained: delivery !== null && delivery.complainedWeek !== null,
    history,
  };
}

export type DeliveryState = {
  /** The first mail that SES surely took: any event but a refusal proves it. `at` is when SES took it. */
  accepted: { sesId: string; at: Date } | null;
  /** SES's own name of the event by which it gave a mail up before it tried to deliver it. */
  refused: { error: 'Reject' | 'RenderingFailure' } | null;
  /** Whether a Send event came: the first that SES tells of every mail. */
  hasSend: boolean;
  hardBounced: boolean;
  complained: boolean;
  /** All that happened, oldest first. `subType` is SES's own word; of a bounce with its kind, such as `PERMANENT General`. */
  history: DeliveryEvent[];
};

export type DeliveryEvent = Notice & { kind: SesEventKind };

function historyOf(delivery: Delivery): DeliveryEvent[] {
  const of = (kind: SesEventKind, notices: Record<string, Notice>) =>
    inKeyOrder(notices).map(({ sesId, mailAt, at, subType }) => ({ kind, sesId, mailAt, at, subType }));
  const bounces = inKeyOrder(delivery.bounces).map(
    ({ kind, subType, ...notice }): DeliveryEvent => ({
      ...notice,
      kind: 'bounce',
      subType: subType === null ? kind : `${kind} ${subType}`,
    }),
  );
  return [
    ...of('send', delivery.sends),
    ...of('reject', delivery.rejects),
    ...of('renderingFailure', delivery.renderingFailures),
    ...of('deliveryDelay', delivery.delays),
    ...of('delivery', delivery.deliveries),
    ...bounces,
    ...of('complaint', delivery.complaints),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || order(a.sesId, b.sesId));
}

/** The keys of a map come in the order in which they were written. */
function inKeyOrder<Each>(notices: Record<string, Each>): Each[] {
  return Object.entries(notices)
    .sort(([a], [b]) => order(a, b))
    .map(([, notice]) => notice);
}

/** By when SES took the mail; of two at one instant, by id, so that the order in which they came does not matter. */
function byMail(a: DeliveryEvent, b: DeliveryEvent): number {
  return a.mailAt.getTime() - b.mailAt.getTime() || order(a.sesId, b.sesId);
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
