// Starts the SES stand-in as a process of its own, so that its work is not counted as ours.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { FromStandIn, StandInOrder, StandInTally } from './ses-stand-in.ts';

export type StandIn = {
  origin: string;
  /** Sets rate and latency, and begins counting afresh. */
  order(order: StandInOrder): Promise<void>;
  tally(): Promise<StandInTally>;
  close(): void;
};

export async function startStandIn(): Promise<StandIn> {
  const child = fork(new URL('./ses-stand-in.ts', import.meta.url));
  const first = await heard(child);
  if (first.kind !== 'port') throw new Error('The stand-in told no port.');
  return {
    origin: `http://127.0.0.1:${first.port}`,
    async order(order) {
      child.send(order);
      await heard(child);
    },
    async tally() {
      child.send('tally');
      const answer = await heard(child);
      if (answer.kind !== 'tally') throw new Error('The stand-in told no tally.');
      return answer.tally;
    },
    close: () => child.disconnect(),
  };
}

async function heard(child: ChildProcess): Promise<FromStandIn> {
  const [message] = await once(child, 'message');
  return message as FromStandIn;
}
