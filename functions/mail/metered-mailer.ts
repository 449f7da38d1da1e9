// A mailer that counts what it hands to Amazon SES.
import { usage } from '../usage.ts';
import type { Mailer } from './mailer.ts';

export function meteredMailer(mailer: Mailer): Mailer {
  return {
    send(mail) {
      const used = usage.current();
      if (used) used.mails += 1;
      return mailer.send(mail);
    },
    quota: () => mailer.quota(),
  };
}
