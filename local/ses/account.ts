// The state of one pretended SES account, shared by the protocol, the page and the controls.
import type { Clock } from '../../functions/clock.ts';
import type { SnsTopic } from '../sns/sns-topic.ts';
import { type AccountSettings, accountSettings } from './account-settings.ts';
import type { FaultSwitches } from './faults.ts';
import { createFaultSwitches } from './faults.ts';
import type { MailStore } from './mail-store.ts';
import { createMailStore } from './mail-store.ts';
import type { SendEvent } from './send-event.ts';
import type { SendLimits, SendMeter } from './send-limits.ts';
import { createSendMeter } from './send-limits.ts';

export type SesAccount = {
  clock: Clock;
  store: MailStore;
  faults: FaultSwitches;
  meter: SendMeter;
  settings: AccountSettings;
  listeners: Set<(event: SendEvent) => void | Promise<void>>;
  /** Where its events go; null where it tells none. */
  topic: SnsTopic | null;
};

/** A fresh account: no mail, no fault, nothing sent in the last 24 h. */
export function createAccount(options: SendLimits & { clock: Clock }): SesAccount {
  const { clock, maxSendRate, max24HourSend } = options;
  return {
    clock,
    store: createMailStore(),
    faults: createFaultSwitches(),
    meter: createSendMeter(clock, { maxSendRate, max24HourSend }),
    settings: accountSettings(),
    listeners: new Set(),
    topic: null,
  };
}
