// An alert: something that a person has to know, told once.
import { z } from 'zod';

/** Stable: alert policies name them. */
export const alertCodeSchema = z.enum([
  'RUN_PAUSED',
  'RUN_OVERDUE',
  'RUN_NOT_STARTED',
  'RUN_UNREADABLE',
  'UNKNOWN_WAITS',
  'CONTENT_LOW',
  'SHOPIFY_API_VERSION_ENDING',
  'FOREIGN_DATABASE',
]);

export type Alert = {
  /** The code and what it is about, such as `RUN_OVERDUE_2026-W48`: told once under this id. */
  id: string;
  code: z.infer<typeof alertCodeSchema>;
  week: string | null;
  /** What happened and what to do; nothing personal. */
  text: string;
  /** It is told when it still holds so many minutes after it was first seen: it may settle itself. */
  patienceMinutes: number;
};
