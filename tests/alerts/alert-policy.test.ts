// The alert policy that a project is given once looks for what the sweep and the door of SNS write.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { alertCodeSchema } from '../../functions/alerts/alert.ts';
import type { SnsOutcome } from '../../functions/ses-events/handle-sns-post.ts';
import { snsLogEntry } from '../../functions/ses-events/sns-log-entry.ts';
import { projectRoot } from '../../local/project-root.ts';

const policySchema = z.object({
  // A policy that looks for log lines has one condition (projects.alertPolicies, LogMatch).
  conditions: z.tuple([z.object({ conditionMatchedLog: z.object({ filter: z.string() }) })]),
  // Required of a policy that looks for log lines (projects.alertPolicies, AlertStrategy).
  alertStrategy: z.object({ notificationRateLimit: z.object({ period: z.string().regex(/^\d+s$/) }) }),
});

const read = (path: string) => readFile(join(projectRoot, path), 'utf8');
const policy = policySchema.parse(JSON.parse(await read('docs/alert-policy.json')));
const { filter } = policy.conditions[0].conditionMatchedLog;

/** The codes that the filter looks for in the log of one function. */
function codesOf(functionName: string): string[] | undefined {
  // Cloud Run knows a function by its name in small letters.
  const ofService = filter
    .split('resource.labels.service_name=')
    .find((part) => part.startsWith(`"${functionName.toLowerCase()}"`));
  return /jsonPayload\.code=\(([^)]*)\)/.exec(ofService ?? '')?.[1]?.split(' OR ');
}

test('the alert policy looks for every code of an alert and no other, and for a sweep that fails', () => {
  // The logger puts a stack behind the message of an error, so it is looked for within.
  expect(filter).toContain('jsonPayload.message:"The sweep failed."');
  expect(codesOf('sweep')).toEqual(alertCodeSchema.options.map((code) => `"${code}"`));
});

const about = { status: 200, messageId: 'a-message', topic: 'a-topic' } as const;
const outcomes: SnsOutcome[] = [
  { ...about, did: 'confirmed' },
  { ...about, did: 'unconfirmed' },
  { ...about, did: 'unsubscribed' },
  { ...about, did: 'unreadable', fields: [] },
  { ...about, did: 'ignored' },
  { ...about, did: 'recorded', event: 'send' },
  { status: 403, did: 'refused', why: 'signature' },
  { status: 403, did: 'refused', why: 'signature-version' },
];

test('the alert policy looks for every code that the door of SNS writes, and no other', async () => {
  const entries = outcomes.map(snsLogEntry);
  const coded = entries.flatMap((entry) => (entry?.code === undefined ? [] : [entry]));
  expect(codesOf('sesEvents')).toEqual(coded.map(({ code }) => `"${code}"`));
  // None that the outcomes above do not bring about.
  const written = (await read('functions/ses-events/sns-log-entry.ts')).match(/code: '\w+'/g);
  expect(written).toHaveLength(coded.length);
  // It looks at errors alone.
  expect(filter).toContain('severity=ERROR AND (');
  for (const { severity } of coded) expect(severity).toBe('ERROR');
});

test('the functions whose log is looked at are deployed by these names', async () => {
  const index = await read('functions/index.ts');
  for (const name of ['sweep', 'sesEvents']) expect(index).toContain(`export { ${name} }`);
});
