// The wait before the next try of a sender whose last groups brought nothing.
import type { Sender } from './sender.ts';

/** Full jitter between a half and the whole of an exponential wait, at most 8 s; none where all is well. */
export async function backOff({ services, inARow }: Sender): Promise<void> {
  if (inARow.fruitless === 0) return;
  await services.clock.sleep(Math.min(250 * 2 ** inARow.fruitless, 8_000) * (0.5 + Math.random() / 2));
}
