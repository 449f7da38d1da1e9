// Whether what was deployed answers.
import { z } from 'zod';
import type { Outside } from './outside.ts';

export type Live = { projectId: string; region: string; parameters: Record<string, string>; policy: string };
type Look = (outside: Outside, live: Live) => Promise<boolean>;

const levelsSchema = z.object({ data: z.object({ levels: z.array(z.object({ id: z.string() })) }) });
const refusedSchema = z.object({
  errors: z.array(z.object({ message: z.string() })).min(1),
  data: z.null().optional(),
});

const looks: Record<string, Look> = {
  'the API gives its levels': async (outside, live) =>
    levelsSchema.safeParse(await (await ask(outside, live, '{ levels { id } }')).json()).success,
  'the API refuses introspection': async (outside, live) =>
    live.parameters.EXPLORER === 'true' ||
    refusedSchema.safeParse(await (await ask(outside, live, '{ __schema { queryType { name } } }')).json()).success,
  // Hosting does not pass it on, so the function itself is asked.
  'the API says that it is well': async (outside, { region, projectId }) =>
    (await outside.fetch(`https://${region}-${projectId}.cloudfunctions.net/api/health`)).ok,
  'the page comes with its security policy': async (outside, live) => {
    const response = await outside.fetch(`${origin(live)}/`);
    return response.ok && response.headers.get('content-security-policy') === live.policy;
  },
};

/** A new instance, or a new address, may take its time. */
const tries = 6;
const pauseSeconds = 10;

/** The names of what does not hold after a minute of trying; empty where all is well. */
export async function smoke(outside: Outside, live: Live): Promise<string[]> {
  const results = Object.entries(looks).map(async ([name, look]) => ((await holds(outside, live, look)) ? [] : [name]));
  return (await Promise.all(results)).flat();
}

async function holds(outside: Outside, live: Live, look: Look): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    if (await look(outside, live).catch(() => false)) return true;
    if (attempt === tries) return false;
    await outside.wait(pauseSeconds);
  }
}

const origin = ({ parameters }: Live) => (parameters.PUBLIC_URL ?? '').replace(/\/$/, '');

function ask(outside: Outside, live: Live, query: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return outside.fetch(`${origin(live)}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}
