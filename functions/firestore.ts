// Firestore documents as plain data: timestamps become dates, and each document is parsed by its schema.
import type { DocumentSnapshot } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { AppError } from './errors.ts';

/**
 * Parses one document. Throws an AppError `UNREADABLE` that names the document's collection and the fields that do not
 * fit, never their values.
 */
export function parseDocument<Data>(schema: z.ZodType<Data>, snapshot: DocumentSnapshot): Data {
  const parsed = schema.safeParse(withDates(snapshot.data()));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new AppError('UNREADABLE', `A document of ${snapshot.ref.parent.id} does not fit its shape: ${fields}`);
}

function withDates(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withDates);
  if ('toDate' in value && typeof value.toDate === 'function') return value.toDate();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withDates(item)]));
}
