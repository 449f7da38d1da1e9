// Counts down to the next attempt.
import { countdownText } from '../countdown-text.ts';
import { waitLeft } from '../wait-left.ts';
import { element } from './element.ts';

/** Screen readers hear of it when they read it, and once more at its end: a ticking clock is not for the ear. */
export function countdown(wanted: Parameters<typeof waitLeft>[0], ended: () => void): Countdown {
  const leftMs = () => waitLeft(wanted, Date.now());
  const timer = element('span', { role: 'timer' }, countdownText(leftMs()));
  const clockTime = TIME.format(Date.now() + leftMs());
  const sentence = element('span', {}, `The next attempt can be sent at ${clockTime}, in `, timer, '.');
  const end = element('span', { role: 'status' });
  const node = element('p', { class: 'countdown' }, sentence, end);
  const tick = () => {
    // Until it is in the page the first time, it cannot have left it.
    if (ticked && !node.isConnected) return;
    ticked = true;
    const left = leftMs();
    timer.textContent = countdownText(left);
    if (left > 0) {
      // To the next whole second, so that no number is shown twice or left out.
      setTimeout(tick, left % 1000 || 1000);
      return;
    }
    sentence.remove();
    end.textContent = 'You can send the next attempt now.';
    ended();
  };
  let ticked = false;
  tick();
  return { node, leftMs };
}

export type Countdown = { node: HTMLElement; leftMs: () => number };

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
