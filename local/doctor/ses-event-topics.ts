// Check: SES's events are taken, from topics that it can publish to.
import { type Finding, finding } from './finding.ts';
import type { Patient } from './patient.ts';
import { whereToSet } from './where-to-set.ts';

/**
 * No topic is a warning: mails go out all the same. SES publishes only to topics of its own region (SES, “Set up an Amazon
 * SNS event destination”).
 */
export async function sesEventTopics({
  config,
  project,
}: Pick<Patient, 'config' | 'project'>): Promise<Finding | Finding[]> {
  const { sesEventTopics: topics, sesRegion } = config;
  const where = whereToSet('SES_EVENT_TOPICS', project);
  if (topics.length === 0)
    return finding.warning(
      'no SES events are taken: who bounces or complains is mailed again, and a mail of unknown outcome waits for an operator',
      `https://console.aws.amazon.com/sns/v3/home?region=${sesRegion}#/create-topic → Standard. ${where}`,
    );
  const elsewhere = topics.filter((topic) => topic.split(':')[3] !== sesRegion);
  if (elsewhere.length === 0)
    return finding.ok(`${topics.length} in ${sesRegion}, the region of SES: ${topics.map(nameOf).join(', ')}`);
  return elsewhere.map((topic) =>
    finding.fixThis(
      `the topic ${nameOf(topic)} is in ${topic.split(':')[3]}, and SES in ${sesRegion} publishes only to its own region`,
      `https://console.aws.amazon.com/sns/v3/home?region=${sesRegion}#/create-topic → Standard. ${where}`,
    ),
  );
}

/** Without the account's number. */
function nameOf(topic: string): string {
  return topic.slice(topic.lastIndexOf(':') + 1);
}
