// The one address that SNS has for a topic.
import type { Config } from '../config.ts';

/**
 * The origin of SNS in the region of the topic, by the host names of AWS's partitions; or the one that takes its place.
 * Ask only for topics of our own: the region of any other would lead wherever its sender likes.
 */
export function snsOrigin(topicArn: string, { snsEndpoint }: Pick<Config, 'snsEndpoint'>): string {
  if (snsEndpoint !== undefined) return snsEndpoint;
  const [, partition, , region] = topicArn.split(':');
  return `https://sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}
