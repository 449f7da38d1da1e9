// What Amazon SES has to tell of a schedule's mails: events that come late, twice, in any order, or never.
import type { SesEvent } from '../../functions/ses-events/ses-event.ts';
import type { House } from '../kit/a-house.ts';
import type { Random } from '../kit/random.ts';
import { sendEvents } from '../kit/ses-feed.ts';

export type EventPost = {
  /** Takes in the events of the mails accepted since, and says how many wait. */
  waiting(): number;
  /** Takes one of those that wait out, in no order; `again` puts it back. */
  take(): { event: SesEvent; again(): void } | undefined;
};

/** A share of `lost` of all events never comes. Each mail has a Send and a Delivery event, few bounce. */
export function eventPost(house: House, chance: Random, lost: number): EventPost {
  const post: SesEvent[] = [];
  let seen = 0;
  const bounces = 0.05;

  function collect(): void {
    for (const send of sendEvents(house, seen)) {
      const at = new Date(send.at.getTime() + 2_000);
      const bounced: SesEvent = {
        ...send,
        kind: 'bounce',
        at,
        feedbackId: `bounce-${send.sesId}`,
        bounce: { kind: chance.chance(0.5) ? 'PERMANENT' : 'TRANSIENT', subType: 'General' },
        subType: 'General',
      };
      const later: SesEvent = chance.chance(bounces) ? bounced : { ...send, kind: 'delivery', at };
      post.push(...[send, later].filter(() => !chance.chance(lost)));
    }
    seen = house.mailer.sent.length;
  }

  return {
    waiting() {
      collect();
      return post.length;
    },
    take() {
      const [event] = post.splice(chance.below(post.length), 1);
      return event && { event, again: () => void post.push(event) };
    },
  };
}
