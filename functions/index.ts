// Every deployed function by name.
import './quiet-console.ts';
import './global-options.ts';

export { api } from './api/api-trigger.ts';
export { sendSignInLink } from './mail/send-sign-in-link-trigger.ts';
export { unsubscribe } from './mail/unsubscribe-trigger.ts';
export { sendMails } from './sending/send-mails-trigger.ts';
export { sesEvents } from './ses-events/ses-events-trigger.ts';
export { planRun } from './weekly-run/plan-run-trigger.ts';
export { sweep } from './weekly-run/sweep-trigger.ts';
export { syncCustomers } from './weekly-run/sync-customers-trigger.ts';
export { weeklyRun } from './weekly-run/weekly-run-trigger.ts';
