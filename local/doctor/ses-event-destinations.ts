// Where the events of a configuration set go: only SES's newer API knows of delivery delays.
import {
  type EventDestination,
  GetConfigurationSetEventDestinationsCommand,
  NotFoundException,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import type { Config } from '../../functions/config.ts';
import { sesClientOptions } from './ses-client-options.ts';

/** Null where SES has no set of that name. Rejects with the SDK's other errors. */
export async function sesEventDestinations(config: Config, name: string): Promise<EventDestination[] | null> {
  const client = new SESv2Client(sesClientOptions(config));
  try {
    const command = new GetConfigurationSetEventDestinationsCommand({ ConfigurationSetName: name });
    return (await client.send(command)).EventDestinations ?? [];
  } catch (error) {
    if (error instanceof NotFoundException) return null;
    throw error;
  } finally {
    client.destroy();
  }
}
