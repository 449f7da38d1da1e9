// Whether a weekly run stands in the middle in a project: its messages were written by the version that stands now.
import { z } from 'zod';
import { workingStateSchema } from '../../functions/weekly-run/run.ts';
import { LocalError } from '../local-error.ts';
import { googleApi } from '../project/google-api.ts';
import { readGoogle } from '../project/read-google.ts';
import type { Outside } from './outside.ts';

const states = [...workingStateSchema.options, 'paused'];
const answerSchema = z.array(
  z.object({
    document: z
      .object({ name: z.string(), fields: z.object({ state: z.object({ stringValue: z.string() }) }) })
      .optional(),
  }),
);

/** A line about a run that is not at its end, or about why none can be looked for; undefined where there is none. */
export async function runFault(outside: Outside, projectId: string): Promise<string | undefined> {
  try {
    const run = await activeRun(outside, projectId);
    return run && `The run of ${run.week} is ${run.state}: let it end, or cancel it, and deploy then.`;
  } catch (error) {
    if (error instanceof LocalError) return error.message;
    throw error;
  }
}

/** None either where there is no database yet. */
async function activeRun(outside: Outside, projectId: string): Promise<{ week: string; state: string } | undefined> {
  const url = `https://firestore.googleapis.com/v1/projects/${projectId}/databases/(default)/documents:runQuery`;
  const values = states.map((state) => ({ stringValue: state }));
  const where = { fieldFilter: { field: { fieldPath: 'state' }, op: 'IN', value: { arrayValue: { values } } } };
  const structuredQuery = { from: [{ collectionId: 'weeklyRuns' }], where, limit: 1 };
  const google = googleApi({ ...outside, project: projectId });
  const answer = await readGoogle((address) => google(address, { structuredQuery }), url, answerSchema);
  const [found] = (answer ?? []).flatMap(({ document }) => document ?? []);
  return found && { week: found.name.split('/').at(-1) ?? '', state: found.fields.state.stringValue };
}
