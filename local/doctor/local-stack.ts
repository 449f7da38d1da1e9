// Check: where no project is named, the local stack runs, so that there is something to look at.
import { type Finding, finding } from './finding.ts';
import { isOnThisMachine } from './is-on-this-machine.ts';
import type { Patient } from './patient.ts';

/** Only the stand-ins of the stack are asked, and anything that they answer counts. */
export async function localStack({ config }: Pick<Patient, 'config'>): Promise<Finding> {
  const standIns = [config.sesEndpoint, config.shopifyOrigin].flatMap((url) =>
    url !== undefined && isOnThisMachine(url) ? [url] : [],
  );
  if (standIns.length === 0) return finding.ok('nothing here stands in for SES or Shopify');
  const answers = await Promise.all(standIns.map(isThere));
  const silent = standIns.filter((_, index) => !answers[index]).map((url) => new URL(url).host);
  if (silent.length === 0) return finding.ok('what stands in for SES and Shopify answers');
  return finding.fixThis(
    `nothing answers at ${silent.join(' and ')}`,
    'Start the stack with npm start, or name a project: npm run doctor -- --project <id>.',
  );
}

async function isThere(url: string): Promise<boolean> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
}
