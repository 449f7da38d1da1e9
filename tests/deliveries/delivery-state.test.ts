import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryParts } from '../../functions/deliveries/delivery-parts.ts';
import { deliveryState } from '../../functions/deliveries/delivery-state.ts';
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import { aComplaint, aHardBounce, aSesEvent } from '../kit/a-ses-event.ts';
import { type MemoryDeliveries, memoryDeliveries } from '../kit/memory-deliveries.ts';
import { arbitraryEvents, inAnyOrder } from './arbitrary-events.ts';

const mail = { week: '2026-W48', learnerId: 'shopify-1001' };
const second = { sesId: '010001-second', mailAt: new Date('2026-11-23T14:25:00Z') };

async function merged(events: SesEvent[]) {
  const documents: MemoryDeliveries = new Map();
  const store = memoryDeliveries(documents);
  for (const event of events) await store.merge(deliveryParts(event, mail));
  const delivery = (await store.getAll(mail.week, [mail.learnerId])).get(mail.learnerId) ?? null;
  return { documents, state: deliveryState(delivery) };
}

describe('what the events of a mail come to', () => {
  test('doubled and reordered events end in the same document and the same state', async () => {
    const twoOrders = arbitraryEvents.chain((events) => fc.tuple(fc.constant(events), inAnyOrder(events)));
    await fc.assert(
      fc.asyncProperty(twoOrders, async ([events, reordered]) => {
        expect(await merged(reordered)).toEqual(await merged(events));
      }),
      { numRuns: 1_000 },
    );
  });

  test('no event writes into the field of another kind, nor drops what stands there', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEvents, async (events) => {
        const { state } = await merged(events);
        expect(state.history.map(({ kind }) => kind).sort()).toEqual(events.map(({ kind }) => kind).sort());
      }),
    );
  });

  test('any event but a refusal proves that SES took the mail, when it took it', async () => {
    const kinds = ['send', 'delivery', 'bounce', 'complaint', 'deliveryDelay'] as const;
    for (const kind of kinds) {
      const { state } = await merged([aSesEvent({ kind, at: new Date('2026-11-24T00:00:00Z') })]);
      expect(state).toMatchObject({
        accepted: { sesId: '010001-first', at: new Date('2026-11-23T08:10:00Z') },
        refused: null,
        hasSend: kind === 'send',
      });
    }
  });

  test.each([
    ['reject', 'Reject'],
    ['renderingFailure', 'RenderingFailure'],
  ] as const)('a mail of which SES told a %s was not taken, whatever else it told of it', async (kind, error) => {
    const { state } = await merged([aSesEvent(), aSesEvent({ kind })]);
    expect(state).toMatchObject({ accepted: null, refused: { error } });
  });

  test('of a mail that was sent twice the first that was taken counts', async () => {
    const both = await merged([aSesEvent(second), aSesEvent()]);
    expect(both.state.accepted?.sesId).toBe('010001-first');
    const refusedFirst = await merged([aSesEvent(second), aSesEvent(), aSesEvent({ kind: 'reject' })]);
    expect(refusedFirst.state).toMatchObject({ accepted: { sesId: '010001-second' }, refused: { error: 'Reject' } });
  });

  test('only a permanent bounce is a hard one', async () => {
    expect((await merged([aHardBounce()])).state.hardBounced).toBe(true);
    for (const kind of ['TRANSIENT', 'UNDETERMINED'] as const) {
      const { state } = await merged([aHardBounce({ bounce: { kind, subType: 'General' } })]);
      expect(state.hardBounced).toBe(false);
    }
  });

  test('the history tells each thing that happened once, oldest first, with its instant and the id of SES', async () => {
    const delivery = aSesEvent({ kind: 'delivery', at: new Date('2026-11-23T08:10:05Z') });
    const { state } = await merged([aComplaint(), aHardBounce(), delivery, aSesEvent(), aSesEvent()]);
    expect(state.history.map(({ kind, subType, sesId, at }) => [kind, subType, sesId, at.toISOString()])).toEqual([
      ['send', null, '010001-first', '2026-11-23T08:10:00.000Z'],
      ['delivery', null, '010001-first', '2026-11-23T08:10:05.000Z'],
      ['bounce', 'PERMANENT General', '010001-first', '2026-11-23T08:11:00.000Z'],
      ['complaint', null, '010001-first', '2026-11-23T09:10:00.000Z'],
    ]);
    expect(state).toMatchObject({ hardBounced: true, complained: true });
  });

  test('of a mail of which nothing was told nothing is known', async () => {
    expect((await merged([])).state).toEqual({
      accepted: null,
      refused: null,
      hasSend: false,
      hardBounced: false,
      complained: false,
      history: [],
    });
  });
});
