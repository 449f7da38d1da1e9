// A Firestore client that counts what it is billed for.
import type { Firestore } from 'firebase-admin/firestore';
import { type Usage, usage } from './usage.ts';

/**
 * Gives the same client. Every call of the SDK goes through its `request` and `requestStream`, which no type declares: a
 * test compares the count with an independent one, so that a release without them is noticed.
 */
export function meteredFirestore(db: Firestore): Firestore {
  const client = db as unknown as { request: Call; requestStream: Call };
  const [request, requestStream] = [client.request.bind(db), client.requestStream.bind(db)];
  client.request = async (method, body, ...rest) => {
    const used = usage.current();
    if (used && method === 'commit') countWrites(used, body);
    const answer = await request(method, body, ...rest);
    if (used) countReads(used, answer);
    return answer;
  };
  client.requestStream = async (method, body, ...rest) => {
    // The stream's events come in nobody's context.
    const used = usage.current();
    const stream = await requestStream(method, body, ...rest);
    if (used && isEmitter(stream)) {
      const emit = stream.emit.bind(stream);
      stream.emit = (event, ...args) => {
        if (event === 'data') countReads(used, args[0]);
        return emit(event, ...args);
      };
    }
    return stream;
  };
  return db;
}

type Call = (method: string, body: unknown, ...rest: unknown[]) => Promise<unknown>;
type Emitter = { emit(event: string | symbol, ...args: unknown[]): boolean };

const isEmitter = (value: unknown): value is Emitter =>
  typeof value === 'object' && value !== null && 'emit' in value && typeof value.emit === 'function';

function countWrites(used: Usage, body: unknown): void {
  const { writes = [] } = body as { writes?: { delete?: unknown }[] };
  const deletes = writes.filter((write) => Boolean(write.delete)).length;
  used.deletes += deletes;
  used.writes += writes.length - deletes;
}

/** A document that was found or looked for is one read, a count one for each thousand that it went over. */
function countReads(used: Usage, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { found, missing, document, result } = answer as Record<string, unknown>;
  if (found || missing || document) used.reads += 1;
  const { aggregateFields = {} } = (result ?? {}) as { aggregateFields?: Record<string, { integerValue?: string }> };
  const counted = Object.values(aggregateFields).map(({ integerValue = '0' }) =>
    Math.ceil(Number(integerValue) / 1_000),
  );
  if (counted.length > 0) used.reads += Math.max(1, ...counted);
}
