// The button that sends an answer, and what stands beside it: the wait for the next attempt, or a look at how it stands.
import type { waitLeft } from '../wait-left.ts';
import { type Countdown, countdown } from './countdown.ts';
import { element } from './element.ts';

/** @param openAgain shows the challenge as the API has it now */
export function sendRow(openAgain: () => void): SendRow {
  const button = element('button', { type: 'submit' }, 'Send my answer');
  const node = element('div', { class: 'send' }, button);
  let isSending = false;
  let waiting: Countdown | null = null;
  const settle = () => {
    button.ariaDisabled = String(isSending || waiting !== null);
  };
  return {
    node,
    isSending: () => isSending,
    leftMs: () => waiting?.leftMs() ?? 0,
    setSending(sending) {
      isSending = sending;
      settle();
    },
    wait(wanted) {
      waiting?.node.remove();
      waiting = countdown(wanted, () => {
        waiting = null;
        settle();
      });
      node.append(waiting.node);
      settle();
    },
    offerToLook() {
      const look = element('button', { type: 'button', class: 'quiet' }, 'See how it stands');
      look.addEventListener('click', openAgain);
      node.replaceChildren(button, look);
    },
  };
}

type SendRow = {
  node: HTMLElement;
  isSending: () => boolean;
  /** How long the next attempt has to wait, in milliseconds; 0 where it has not. */
  leftMs: () => number;
  setSending: (sending: boolean) => void;
  wait: (wanted: Parameters<typeof waitLeft>[0]) => void;
  offerToLook: () => void;
};
