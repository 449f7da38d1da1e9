// Check: the configuration set exists, and its events come to the topics that are taken.
import type { EventDestination, EventType } from '@aws-sdk/client-sesv2';
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { sesConsole } from './ses-console.ts';
import { whereToSet } from './where-to-set.ts';

/** What deliveries are settled by; Delivery as well where it is told. */
const neededTypes: EventType[] = ['SEND', 'BOUNCE', 'COMPLAINT', 'REJECT', 'RENDERING_FAILURE', 'DELIVERY_DELAY'];
/** These change the mail: a picture in it, and links that lead past SES. */
const trackingTypes: EventType[] = ['OPEN', 'CLICK'];

/**
 * None at all is a warning: bounces and complaints are then seen only in the console. Tracking is one too. Where no topic
 * is taken, whither events go is the matter of the line “SES event topics”.
 */
export async function sesConfigurationSet(
  patient: Pick<Patient, 'config' | 'project' | 'ses'>,
): Promise<Finding | Finding[]> {
  const { config, project, ses } = patient;
  const where = whereToSet('SES_CONFIGURATION_SET', project);
  const name = config.sesConfigurationSet;
  if (name === undefined)
    return finding.warning(
      'mails have no configuration set: bounces and complaints show only in the console',
      `${sesConsole(config, 'Configuration → Configuration sets → Create set.')} ${where}`,
    );
  const destinations = await ses.eventDestinations(name);
  if (destinations === null)
    return finding.fixThis(
      `${config.sesRegion} has no configuration set ${name}, so SES refuses every mail`,
      `${sesConsole(config, 'Configuration → Configuration sets → Create set')}, or leave the parameter empty. ${where}`,
    );
  const enabled = destinations.filter(({ Enabled }) => Enabled);
  return [...tracking(patient, name, enabled), reached(patient, name, enabled)];
}

function tracking({ config }: Pick<Patient, 'config'>, name: string, enabled: EventDestination[]): Finding[] {
  const tracked = typesOf(enabled).filter((type) => trackingTypes.includes(type));
  if (tracked.length === 0) return [];
  const found = `${name} tracks ${wordsOf(tracked)}: SES changes the mail for it, and nothing here uses it`;
  return [finding.warning(found, way(config, name, 'each of them → Edit: Opens and Clicks off.'))];
}

/** Whether each needed type comes to a topic of SES_EVENT_TOPICS. */
function reached({ config }: Pick<Patient, 'config'>, name: string, enabled: EventDestination[]): Finding {
  const { sesEventTopics: topics } = config;
  if (topics.length === 0) return finding.ok(`${name} is there`);
  const ours = enabled.filter(
    ({ SnsDestination: sns }) => sns?.TopicArn !== undefined && topics.includes(sns.TopicArn),
  );
  if (ours.length === 0)
    return finding.fixThis(
      `no event destination of ${name} leads to a topic of SES_EVENT_TOPICS: no event arrives`,
      way(config, name, `Add destination: Amazon SNS, that topic, ${wordsOf(neededTypes)}, Deliveries.`),
    );
  const types = typesOf(ours);
  const missing = neededTypes.filter((type) => !types.includes(type));
  if (missing.length === 0) return finding.ok(`${name} tells the topic of ${wordsOf(types)}`);
  return finding.fixThis(
    `the event destinations of ${name} do not tell the topic of ${wordsOf(missing)}`,
    way(config, name, `that of the topic → Edit: ${wordsOf(missing)} on.`),
  );
}

function typesOf(destinations: EventDestination[]): EventType[] {
  return [...new Set(destinations.flatMap(({ MatchingEventTypes: types }) => types ?? []))];
}

/** As the console names them. */
function wordsOf(types: EventType[]): string {
  return types.map((type) => words[type]).join(', ');
}

const words: Record<EventType, string> = {
  SEND: 'Sends',
  BOUNCE: 'Hard bounces',
  COMPLAINT: 'Complaints',
  REJECT: 'Rejects',
  RENDERING_FAILURE: 'Rendering failures',
  DELIVERY_DELAY: 'Delivery delays',
  DELIVERY: 'Deliveries',
  OPEN: 'Opens',
  CLICK: 'Clicks',
  SUBSCRIPTION: 'Subscriptions',
};

function way(config: Pick<Patient['config'], 'sesRegion'>, name: string, rest: string): string {
  return sesConsole(config, `Configuration → Configuration sets → ${name} → Event destinations → ${rest}`);
}
