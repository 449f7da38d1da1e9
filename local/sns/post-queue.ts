// Posts bodies to one subscriber, one after the other, as often as SNS would try.
import type { Clock } from '../../functions/clock.ts';

export type PostQueue = {
  /** Never waits. */
  add(post: Post): void;
  counts(): { posted: number; waiting: number; givenUp: number };
  /** What was not posted by then never is. */
  close(): void;
};

type Post = { body: string; headers: Record<string, string> };

/** First try and repetitions; SNS repeats three times by default, 20 s apart (notes, SES §3.2). */
const triesMax = 4;
const pauseMilliseconds = 500;

/**
 * One post at a time: the functions emulator starts a process for each request that finds none idle. A post that failed
 * waits beside the others, so it holds none of them up.
 */
export function postQueue(subscriberUrl: string, clock: Clock): PostQueue {
  const waiting: { post: Post; tries: number }[] = [];
  const closed = new AbortController();
  let isBusy = false;
  let later = 0;
  const counts = { posted: 0, givenUp: 0 };

  async function work(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const isTaken = await isTakenBy(subscriberUrl, next.post, closed.signal);
      if (closed.signal.aborted) return;
      if (isTaken) counts.posted += 1;
      else if (next.tries >= triesMax) counts.givenUp += 1;
      else void again({ post: next.post, tries: next.tries + 1 });
    }
    isBusy = false;
  }

  async function again(entry: { post: Post; tries: number }): Promise<void> {
    later += 1;
    await clock.sleep(pauseMilliseconds);
    later -= 1;
    waiting.push(entry);
    await work();
  }

  return {
    add(post) {
      waiting.push({ post, tries: 1 });
      void work();
    },
    counts: () => ({ ...counts, waiting: waiting.length + later + (isBusy ? 1 : 0) }),
    close: () => {
      waiting.length = 0;
      closed.abort();
    },
  };
}

/** Any status below 500 is an arrival to SNS. */
async function isTakenBy(url: string, { body, headers }: Post, closed: AbortSignal): Promise<boolean> {
  try {
    // SNS waits 15 s for the answer.
    const signal = AbortSignal.any([closed, AbortSignal.timeout(15_000)]);
    const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'manual' });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
