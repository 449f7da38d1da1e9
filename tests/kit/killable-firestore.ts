// A Firestore client whose instance can be killed or frozen at any request, before the server has it or after.
import { PassThrough, Readable } from 'node:stream';
import { Firestore } from 'firebase-admin/firestore';

/** Called around each outside effect; throwing is the instance's death. `before` gives the effect's number for `after`. */
export type Effects = { before(name: string): Promise<number>; after(effect: number): Promise<void> };

export type KillableFirestore = {
  db: Firestore;
  /**
   * Ends the transactions that this instance has open. The server does so by itself when their owner has been silent
   * for a minute (Firestore's idle limit); a test that stops or freezes an instance has no such minute.
   */
  expireTransactions(): Promise<void>;
  /** What Firestore bills for what this client asked: documents read, an aggregate as one for each thousand, and writes. */
  billed: { reads: number; writes: number };
};

type Send = (method: string, request: unknown, ...rest: unknown[]) => Promise<unknown>;

/** The client boundary: every read and write of the SDK goes through `request` and `requestStream`. */
export function killableFirestore(projectId: string, effects: Effects): KillableFirestore {
  const db = new Firestore({ projectId });
  const client = db as unknown as { request: Send; requestStream: Send; formattedName: string };
  const send = client.request.bind(db);
  const openStream = client.requestStream.bind(db);
  const open = new Map<string, unknown>();
  const billed = { reads: 0, writes: 0 };
  const note = (answer: unknown) => {
    billed.reads += readsOf(answer);
    const id = (answer as { transaction?: Uint8Array } | undefined)?.transaction;
    if (id && id.length > 0) open.set(Buffer.from(id).toString('hex'), id);
  };

  client.request = async (method, ...rest) => {
    // The SDK's way to clean up; the server would, too.
    if (method === 'rollback') return send(method, ...rest);
    const effect = await effects.before(method);
    if (method === 'commit') billed.writes += (rest[0] as { writes?: unknown[] }).writes?.length ?? 0;
    const answer = await send(method, ...rest);
    note(answer);
    await effects.after(effect);
    return answer;
  };
  client.requestStream = async (method, ...rest) => {
    const effect = await effects.before(method);
    // Read to its end first: after this effect the server has done all of it, and its transaction is known.
    const stream = await openStream(method, ...rest);
    const answered = stream instanceof Readable ? await readToEnd(stream, note) : null;
    await effects.after(effect);
    return answered === null ? stream : replay(answered);
  };

  return {
    db,
    billed,
    async expireTransactions() {
      const ids = [...open.values()];
      open.clear();
      for (const transaction of ids) {
        const request = { database: client.formattedName, transaction };
        // A transaction that is over already cannot be rolled back.
        await send('rollback', request, 'test').catch(() => undefined);
      }
    },
  };
}

type Answered = { answers: unknown[]; failure: Error | undefined };

async function readToEnd(stream: Readable, note: (answer: unknown) => void): Promise<Answered> {
  const answers: unknown[] = [];
  try {
    for await (const answer of stream) {
      note(answer);
      answers.push(answer);
    }
    return { answers, failure: undefined };
  } catch (error) {
    return { answers, failure: error instanceof Error ? error : new Error('The stream failed.') };
  }
}

/** What was answered, as a stream that the SDK may also end; a failure comes last. */
function replay({ answers, failure }: Answered): PassThrough {
  const stream = new PassThrough({ objectMode: true });
  for (const answer of answers) stream.write(answer);
  if (failure === undefined) stream.end();
  // Only when the SDK listens.
  else setImmediate(() => stream.destroy(failure));
  return stream;
}

/** One message of an answer: a document that was found or looked for, a row of a query, or an aggregate. */
function readsOf(answer: unknown): number {
  const { found, missing, document, result } = answer as Record<string, unknown>;
  const count = (result as { aggregateFields?: Record<string, { integerValue?: string }> } | undefined)
    ?.aggregateFields;
  if (count)
    return Math.max(1, ...Object.values(count).map(({ integerValue }) => Math.ceil(Number(integerValue) / 1_000)));
  return found || missing || document ? 1 : 0;
}
