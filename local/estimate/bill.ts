// What a load costs a month, line by line.
import { type Load, monthOf, type Use, weeksPerMonth } from './load.ts';
import type { Price, PriceKey, PriceTable } from './price-table.ts';

type BillLine = { key: PriceKey; label: string; group: string; dollars: number };

export type Bill = { lines: BillLine[]; dollars: number; perLearner: number; mailShare: number };

/** In dollars. `mailShare` is of the whole, from 0 to 1. */
export function bill(load: Load, learners: number, { prices }: PriceTable): Bill {
  const lines = billed.map(({ key, label, group }) => ({
    key,
    label,
    group,
    dollars: costOf(load.uses[key], prices[key]),
  }));
  const dollars = lines.reduce((sum, line) => sum + line.dollars, 0);
  const mails = lines.find(({ key }) => key === 'mails')?.dollars ?? 0;
  return { lines, dollars, perLearner: dollars / learners, mailShare: dollars === 0 ? 0 : mails / dollars };
}

/** What a month's use costs above what is free. */
export function costOf(use: Use, { dollars, per, free, freeEach }: Price): number {
  const above = (units: number, free: number) => Math.max(0, units - free);
  if (freeEach === 'month' || 'month' in use) {
    return (above(monthOf(use), freeEach === 'month' ? free : free * 7 * weeksPerMonth) / per) * dollars;
  }
  return (((above(use.monday, free) + 6 * above(use.otherDay, free)) * weeksPerMonth) / per) * dollars;
}

/** In the order of the bill; a group is one line of the plot. */
const billed: readonly Omit<BillLine, 'dollars'>[] = [
  { key: 'mails', label: 'Mails, Amazon SES', group: 'Mails' },
  { key: 'eventNotifications', label: 'Events, Amazon SNS by HTTPS', group: 'Events' },
  { key: 'eventPublishes', label: 'Events, published to Amazon SNS', group: 'Events' },
  { key: 'firestoreReads', label: 'Firestore reads', group: 'Firestore operations' },
  { key: 'firestoreWrites', label: 'Firestore writes', group: 'Firestore operations' },
  { key: 'firestoreDeletes', label: 'Firestore deletes by TTL', group: 'Firestore operations' },
  { key: 'firestoreStorage', label: 'Firestore storage, after a year', group: 'Firestore storage' },
  { key: 'functionRequests', label: 'Functions, requests', group: 'Functions' },
  { key: 'functionCpu', label: 'Functions, vCPU', group: 'Functions' },
  { key: 'functionMemory', label: 'Functions, memory', group: 'Functions' },
  { key: 'egress', label: 'Network, mails on their way to SES', group: 'Network' },
  { key: 'hostingTransfer', label: 'Hosting, transfer', group: 'Hosting' },
  { key: 'hostingStorage', label: 'Hosting, storage', group: 'Hosting' },
  { key: 'logs', label: 'Logs', group: 'Logs and the rest' },
  { key: 'pubsub', label: 'Pub/Sub', group: 'Logs and the rest' },
  { key: 'schedulerJobs', label: 'Cloud Scheduler', group: 'Logs and the rest' },
  { key: 'imageStorage', label: 'Container images', group: 'Logs and the rest' },
  { key: 'buildMinutes', label: 'Builds', group: 'Logs and the rest' },
  { key: 'secretVersions', label: 'Secrets', group: 'Logs and the rest' },
  { key: 'signedInUsers', label: 'Sign-in, Firebase Authentication', group: 'Logs and the rest' },
];
