// Whether SES seems well to a sender.
import type { Sender } from './sender.ts';

/** The last group that was judged had an outcome that SES decided, or none was judged yet. */
export function seemsWell({ inARow }: Pick<Sender, 'inARow'>): boolean {
  return inARow.fruitless === 0 && inARow.unknown === 0;
}
