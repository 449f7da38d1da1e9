// POST /faults: replaces the switched faults, or says which field is wrong.
import { z } from 'zod';
import type { FaultSwitches } from './faults.ts';
import { faultsSchema } from './faults-schema.ts';
import type { Reply } from './reply.ts';

/** 200 with what is switched now; 400 names every wrong field, and nothing changes. */
export function setFaults(body: string, faults: FaultSwitches): Reply {
  const parsed = faultsSchema.safeParse(parseJson(body));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }));
    return json(400, { error: z.prettifyError(parsed.error), problems });
  }
  faults.replace(parsed.data);
  return json(200, faults.current());
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Not an object, so the schema refuses it with the field `body`.
    return undefined;
  }
}

function json(status: number, value: unknown): Reply {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
