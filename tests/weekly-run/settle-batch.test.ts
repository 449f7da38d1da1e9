import { describe, expect, test } from 'vitest';
import { deliverySchema } from '../../functions/deliveries/delivery.ts';
import { deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import type { Outcome } from '../../functions/weekly-run/batch.ts';
import { settleBatch } from '../../functions/weekly-run/settle-batch.ts';
import { tally } from '../../functions/weekly-run/tally.ts';
import { aBatch } from '../kit/a-batch.ts';
import { aComplaint, aHardBounce, aSesEvent } from '../kit/a-ses-event.ts';

const id = 'shopify-1001';
const at = new Date('2026-11-23T08:10:00Z');
const unknown = { state: 'unknown', error: 'TimeoutError', at } as const satisfies Outcome;
const graceEnd = new Date('2026-11-23T14:10:00Z');
const beforeGraceEnd = new Date(graceEnd.getTime() - 1);
const later = new Date(at.getTime() + 1);

const told = (overrides: Partial<Parameters<typeof settleBatch>[2]> = {}) => ({
  now: graceEnd,
  isOver: false,
  eventsUntil: null,
  ...overrides,
});
const known = (event: SesEvent) =>
  new Map([[id, deliverySchema.parse(deliveryParts(event, { week: '2026-W48', learnerId: id }))]]);
const none = new Map<string, never>();

test('sums that speak of an unknown mail where there is none are written anew, and no outcome with them', () => {
  const accepted = { state: 'accepted', sesId: '010001-first', at } as const satisfies Outcome;
  const batch = aBatch({ [id]: accepted });
  expect(settleBatch({ ...batch, tally: tally(batch) }, none, told()).settlement).toBeNull();
  const stale = { ...batch, tally: tally(aBatch({ [id]: unknown })) };
  expect(settleBatch(stale, none, told())).toMatchObject({
    settlement: { outcomes: { [id]: accepted } },
    settled: 0,
    unknown: 0,
  });
});

describe('the unknown mails of a batch', () => {
  test.each([
    aSesEvent(),
    aSesEvent({ kind: 'delivery' }),
    aHardBounce(),
    aComplaint(),
    aSesEvent({ kind: 'deliveryDelay' }),
  ])('are accepted where an event proves that SES took them: $kind', (event) => {
    const { settlement, ...sums } = settleBatch(aBatch({ [id]: unknown }), known(event), told({ now: at }));
    expect(settlement?.outcomes).toEqual({ [id]: { state: 'accepted', sesId: '010001-first', at } });
    expect(sums).toEqual({ settled: 1, unknown: 0, pending: 0 });
  });

  test.each([
    ['reject', 'Reject'],
    ['renderingFailure', 'RenderingFailure'],
  ] as const)('are failed where SES told of a %s', (kind, error) => {
    const { settlement } = settleBatch(aBatch({ [id]: unknown }), known(aSesEvent({ kind })), told());
    expect(settlement?.outcomes).toEqual({ [id]: { state: 'failed', code: 'MESSAGE_REFUSED', error, at: graceEnd } });
  });

  test.each([
    ['the grace is not over', { now: beforeGraceEnd, eventsUntil: later }],
    ['the grace is not over, and the week’s sending is', { now: beforeGraceEnd, isOver: true }],
    ['no later mail had its Send event', { eventsUntil: at }],
    ['nothing is to be sent again', { eventsUntil: null }],
  ])('wait for an event as long as %s', (_name, overrides) => {
    const { settlement, ...sums } = settleBatch(aBatch({ [id]: unknown }), none, told(overrides));
    expect(settlement).toBeNull();
    expect(sums).toEqual({ settled: 0, unknown: 1, pending: 0 });
  });

  test('are pending once more after six hours without an event, where events come', () => {
    const { settlement, ...sums } = settleBatch(aBatch({ [id]: unknown }), none, told({ eventsUntil: later }));
    expect(settlement).toEqual({ outcomes: {}, resentIds: [id] });
    expect(sums).toEqual({ settled: 1, unknown: 0, pending: 1 });
  });

  test('are not put back a second time', () => {
    const batch = { ...aBatch({ [id]: unknown }), resentIds: [id] };
    expect(settleBatch(batch, none, told({ eventsUntil: later }))).toMatchObject({ settlement: null, unknown: 1 });
  });

  test('that were put back and are unknown again are accepted by an event of either mail', () => {
    const batch = { ...aBatch({ [id]: unknown }), resentIds: [id] };
    expect(settleBatch(batch, known(aSesEvent()), told()).settlement).toEqual({
      outcomes: { [id]: { state: 'accepted', sesId: '010001-first', at } },
      resentIds: [id],
    });
  });

  test('are failed when the week’s sending is over and no event came: nobody could send them any more', () => {
    const { settlement } = settleBatch(aBatch({ [id]: unknown }), none, told({ isOver: true, eventsUntil: later }));
    expect(settlement?.outcomes).toEqual({
      [id]: { state: 'failed', code: 'OUTCOME_UNKNOWN', error: 'TimeoutError', at: graceEnd },
    });
  });
});

test('what is known or pending stays as it is, whatever events tell', () => {
  const others = {
    'shopify-1': { state: 'accepted', sesId: 'fake-1', at },
    'shopify-2': { state: 'excluded', code: 'PAUSED', at },
    'shopify-3': { state: 'failed', code: 'ADDRESS_REFUSED', error: 'MessageRejected', at },
  } as const satisfies Record<string, Outcome>;
  const batch = aBatch({ ...others, 'shopify-4': null, [id]: unknown });
  const deliveries = new Map(
    batch.mails.map(({ learnerId }) => [
      learnerId,
      deliverySchema.parse(deliveryParts(aSesEvent({ kind: 'reject' }), { week: '2026-W48', learnerId })),
    ]),
  );
  const { settlement, pending } = settleBatch(batch, deliveries, told());
  expect(settlement?.outcomes).toEqual({ ...others, [id]: expect.objectContaining({ state: 'failed' }) });
  expect(pending).toBe(1);
  expect(settleBatch(aBatch(others), deliveries, told({ isOver: true })).settlement).toBeNull();
});
