// The checks, in the order in which they are told.
import { authorisedDomains } from './authorised-domains.ts';
import { contentWeeks } from './content-weeks.ts';
import { deployedValues } from './deployed-values.ts';
import { dmarc } from './dmarc.ts';
import { firebaseProject } from './firebase-project.ts';
import { firestoreIndexes } from './firestore-indexes.ts';
import { firestoreRules } from './firestore-rules.ts';
import { localStack } from './local-stack.ts';
import { operatorEmail } from './operator-email.ts';
import { parameters } from './parameters.ts';
import type { Check } from './patient.ts';
import { projectAccess } from './project-access.ts';
import { regions } from './regions.ts';
import { sesConfigurationSet } from './ses-configuration-set.ts';
import { sesDkim } from './ses-dkim.ts';
import { sesEventTopics } from './ses-event-topics.ts';
import { sesEventsFunction } from './ses-events-function.ts';
import { sesIdentity } from './ses-identity.ts';
import { sesKey } from './ses-key.ts';
import { sesMailFrom } from './ses-mail-from.ts';
import { sesPricePlan } from './ses-price-plan.ts';
import { sesQuota } from './ses-quota.ts';
import { sesSending } from './ses-sending.ts';
import { sesSuppression } from './ses-suppression.ts';
import { shopifyApiVersion } from './shopify-api-version.ts';
import { shopifyCustomerData } from './shopify-customer-data.ts';
import { shopifyProducts } from './shopify-products.ts';
import { shopifyScopes } from './shopify-scopes.ts';
import { shopifyToken } from './shopify-token.ts';
import { signInProviders } from './sign-in-providers.ts';
import { spf } from './spf.ts';
import { timeZone } from './time-zone.ts';
import { weeklySchedule } from './weekly-schedule.ts';

const everywhere: Check[] = [
  { name: 'parameters', look: parameters },
  { name: 'local leftovers', look: deployedValues },
  { name: 'operator', look: operatorEmail },
  { name: 'content', look: contentWeeks },
  { name: 'Shopify token', look: shopifyToken },
  { name: 'Shopify scopes', look: shopifyScopes },
  { name: 'Shopify customer data', look: shopifyCustomerData },
  { name: 'Shopify products', look: shopifyProducts },
  { name: 'Shopify API version', look: shopifyApiVersion },
  { name: 'time zone', look: timeZone },
  { name: 'SES key', look: sesKey },
  { name: 'SES sending', look: sesSending },
  { name: 'SES quota', look: sesQuota },
  { name: 'SES identity', look: sesIdentity },
  { name: 'SES DKIM', look: sesDkim },
  { name: 'SES MAIL FROM', look: sesMailFrom },
  { name: 'SES event topics', look: sesEventTopics },
  { name: 'SES configuration set', look: sesConfigurationSet },
  { name: 'SES suppression list', look: sesSuppression },
  { name: 'SES price plan', look: sesPricePlan },
  { name: 'SPF', look: spf },
  { name: 'DMARC', look: dmarc },
];

const ofProject: Check[] = [
  { name: 'Firebase project', look: firebaseProject },
  { name: 'regions', look: regions },
  { name: 'Firestore rules', look: firestoreRules },
  { name: 'Firestore indexes', look: firestoreIndexes },
  { name: 'schedule', look: weeklySchedule },
  { name: 'function sesEvents', look: sesEventsFunction },
  { name: 'sign-in providers', look: signInProviders },
  { name: 'authorised domains', look: authorisedDomains },
];

/** First whether there is something to look at. Those of Firebase only where a project is named. */
export function checks(project: string | undefined): Check[] {
  if (project === undefined) return [{ name: 'local stack', look: localStack }, ...everywhere];
  return [{ name: 'access', look: projectAccess }, ...everywhere, ...ofProject];
}
