// Answers DescribeConfigurationSet.
import type { Settings } from './account-settings.ts';
import type { ReplyValue } from './query-reply.ts';
import { SesError } from './ses-error.ts';

/** Event destinations only where they are asked for. Throws ConfigurationSetDoesNotExist. */
export function describeConfigurationSet(form: URLSearchParams, settings: Settings): Record<string, ReplyValue> {
  const name = form.get('ConfigurationSetName') ?? '';
  const destinations = settings.configurationSets[name];
  if (destinations === undefined)
    throw new SesError('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`);
  const set = { ConfigurationSet: { Name: name } };
  if (form.get('ConfigurationSetAttributeNames.member.1') !== 'eventDestinations') return set;
  return {
    ...set,
    EventDestinations: destinations.map((each) => ({
      Name: each.name,
      Enabled: String(each.enabled),
      MatchingEventTypes: each.events,
      SNSDestination: { TopicARN: 'arn:aws:sns:us-east-1:123456789012:stepladder' },
    })),
  };
}
