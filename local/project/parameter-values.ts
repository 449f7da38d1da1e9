// Rule: a value for every declared parameter.
import { params } from '../../functions/params.ts';

/** What is written, else the parameter's default, else empty. */
export function parameterValues(written: Record<string, string | undefined>): Record<string, string> {
  const values = Object.entries(params).map(([name, { options }]) => [name, written[name] ?? text(options?.default)]);
  return Object.fromEntries(values);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
