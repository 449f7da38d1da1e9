// What a schema says of a content file, one fault for each mistake of its author.
import type { z } from 'zod';
import type { ContentFault } from './refuse-faults.ts';

/** `value` is what was parsed. A key that nothing knows beside the one that is missing is one misspelling. */
export function schemaFaults({ path, value }: { path: string; value: unknown }, error: z.ZodError): ContentFault[] {
  const faults = error.issues.flatMap((issue) => faultsOf(value, issue));
  return faults.flatMap((fault, index) => {
    const { field, message } = fault;
    // Several rules may refuse one value; the first says enough.
    if (faults.findIndex((other) => other.field.join('.') === field.join('.')) < index) return [];
    const other = misspelling(fault, faults);
    if (other === null) return [{ path, field, message }];
    return fault.kind === 'missing'
      ? []
      : [{ path, field, message: `${message}, and ${other.field.at(-1)} is missing` }];
  });
}

/** Of an unknown key the one that is missing beside it, and the other way round; null where there is not one of each. */
function misspelling(fault: Fault, faults: Fault[]): Fault | null {
  const beside = faults.filter((other) => parentOf(other) === parentOf(fault));
  const [missing, ...moreMissing] = beside.filter(({ kind }) => kind === 'missing');
  const [unknown, ...moreUnknown] = beside.filter(({ kind }) => kind === 'unknown');
  if (missing === undefined || unknown === undefined || moreMissing.length + moreUnknown.length > 0) return null;
  return fault === unknown ? missing : fault === missing ? unknown : null;
}

type Fault = { kind: 'missing' | 'unknown' | 'wrong'; field: (string | number)[]; message: string };

const unknownKey = 'is no key that belongs here: take it out, or mend its spelling';

function parentOf({ field }: Fault): string {
  return field.slice(0, -1).join('.');
}

function faultsOf(value: unknown, issue: z.core.$ZodIssue): Fault[] {
  const field = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ kind: 'unknown', field: [...field, key], message: unknownKey }));
  const message = wordsOf(issue);
  const isMissing = issue.code !== 'custom' && field.length > 0 && valueAt(value, field) === undefined;
  return [
    isMissing ? { kind: 'missing', field, message: `is missing, and ${message}` } : { kind: 'wrong', field, message },
  ];
}

/** Where the schema has no words of its own, its parser's say what was received and not what would be right. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `must be ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid option'))
    return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return `must be at least ${issue.minimum}`;
  return issue.message;
}

const kinds: Record<string, string> = {
  string: 'text; put it between quotes where it looks like something else',
  int: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'keys with values',
};

function valueAt(value: unknown, field: (string | number)[]): unknown {
  return field.reduce<unknown>(
    (at, part) => (at === null || at === undefined ? at : Reflect.get(Object(at), part)),
    value,
  );
}
