// The DNS where there is none to ask.

import { Unseen } from '../project/unseen.ts';
import type { TxtLookup } from './txt-lookup.ts';

/** Rejects for every name: mails that go to a stand-in have no domain that anybody would look up. */
export const noLookup: TxtLookup = async () => {
  throw new Unseen(
    'AWS_ENDPOINT_URL_SES names a stand-in',
    'Name a project by --project, with that empty, to have the DNS of its sender looked at.',
  );
};
