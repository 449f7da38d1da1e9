// Stores in memory for tests of what stands above them; what these tests do not use is missing and throws.
import { Timestamp } from 'firebase-admin/firestore';
import type { AssignmentRecord } from '../../functions/assignments/assignment-record.ts';
import type { Catalogue } from '../../functions/challenges/catalogue.ts';
import type { Questionnaire } from '../../functions/challenges/questionnaire.ts';
import type { Environment } from '../../functions/environment/environment.ts';
import type { Learner } from '../../functions/learners/learner.ts';
import type { LearnerStore } from '../../functions/learners/learner-store.ts';
import type { WishStore } from '../../functions/learners/wish-store.ts';
import type { Suppression } from '../../functions/mail/suppression.ts';
import type { Stores } from '../../functions/stores.ts';
import type { Batch } from '../../functions/weekly-run/batch.ts';
import { books } from '../../functions/weekly-run/books.ts';
import type { Run } from '../../functions/weekly-run/run.ts';
import { tally } from '../../functions/weekly-run/tally.ts';
import { memoryAssignments } from './memory-assignments.ts';
import { memoryContent } from './memory-content.ts';
import { type MemoryDeliveries, memoryDeliveries } from './memory-deliveries.ts';

export type Memory = {
  learners: Map<string, Learner>;
  /** By assignment id. */
  assignments: Map<string, AssignmentRecord>;
  /** By lower-cased address: the HMAC is the real store's affair. */
  suppressions: Map<string, Suppression>;
  /** With the challenges that are not published. */
  catalogue: Catalogue;
  questionnaire: Questionnaire | null;
  runs: Map<string, Run>;
  batches: Map<string, Batch[]>;
  deliveries: MemoryDeliveries;
  /** How often each store was asked or written, such as `learners.pageAfter`. */
  calls: string[];
  /** Ids and addresses written, in order. */
  written: string[];
};

export function memoryStores(content: Partial<Memory> = {}): { memory: Memory; stores: Stores } {
  const memory: Memory = {
    learners: new Map(),
    assignments: new Map(),
    suppressions: new Map(),
    catalogue: { levels: [], challenges: new Map() },
    questionnaire: null,
    runs: new Map(),
    batches: new Map(),
    deliveries: new Map(),
    calls: [],
    written: [],
    ...content,
  };
  const stores = {
    learners: learnersOf(memory),
    assignments: memoryAssignments(memory),
    wishes: wishesOf(memory),
    content: memoryContent(memory),
    suppressions: {
      getAll: async (keys: string[]) => new Map([...memory.suppressions].filter(([key]) => keys.includes(key))),
    },
    runs: runsOf(memory),
    batches: batchesOf(memory),
    deliveries: memoryDeliveries(memory.deliveries),
    pages: { last: async () => null },
    // Every database that a test asks is its own.
    environment: { claim: async (mine: Environment) => mine },
  };
  return { memory, stores: stores as unknown as Stores };
}

function learnersOf(memory: Memory): Pick<LearnerStore, 'get' | 'pageAfter' | 'change'> {
  return {
    get: async (id) => memory.learners.get(id) ?? null,
    pageAfter: async (afterId, limit) => {
      memory.calls.push('learners.pageAfter');
      const ids = [...memory.learners.keys()].filter((id) => id > afterId).sort();
      return ids
        .slice(0, limit)
        .map((id) => ({ id, version: Timestamp.fromMillis(0), learner: memory.learners.get(id) ?? null }));
    },
    change: async (id, decide) => {
      const learner = memory.learners.get(id);
      if (learner === undefined) return null;
      const parts = decide(learner);
      if (parts === null) return learner;
      memory.written.push(id);
      memory.learners.set(id, { ...learner, ...parts });
      return { ...learner, ...parts };
    },
  };
}

function wishesOf(memory: Memory): WishStore {
  return {
    change: async (learnerId, decide) => {
      const first = memory.learners.get(learnerId);
      if (first === undefined) return null;
      const key = first.customer.addressKey;
      const others = [...memory.learners.values()].filter(
        ({ id, customer }) => id !== learnerId && key !== null && customer.addressKey === key,
      );
      const suppression = (key === null ? undefined : memory.suppressions.get(key)) ?? null;
      const change = decide({ learners: [first, ...others], suppression });
      for (const { id, mail } of change.learners) {
        const learner = memory.learners.get(id);
        if (learner === undefined) throw new Error('A change names a learner that was not read.');
        memory.written.push(id);
        memory.learners.set(id, { ...learner, mail: { ...learner.mail, ...mail } });
      }
      if (key !== null && change.suppression !== 'keep') {
        memory.written.push(key);
        if (change.suppression === 'remove') memory.suppressions.delete(key);
        else memory.suppressions.set(key, change.suppression);
      }
      return memory.learners.get(learnerId) ?? null;
    },
  };
}

function runsOf(memory: Memory): Pick<Stores['runs'], 'get' | 'list' | 'createOnce' | 'change'> {
  return {
    get: async (week) => memory.runs.get(week) ?? null,
    list: async (first) => {
      const newestFirst = [...memory.runs.values()].sort((a, b) => (a.week < b.week ? 1 : -1));
      return newestFirst.slice(0, first);
    },
    createOnce: async (run) => {
      const present = memory.runs.get(run.week);
      if (present !== undefined) return { run: present, created: false };
      memory.runs.set(run.week, run);
      return { run, created: true };
    },
    change: async (week, decide) => {
      const run = memory.runs.get(week);
      if (run === undefined) return null;
      const parts = decide(run);
      if (parts === null) return { run, changed: false };
      memory.runs.set(week, { ...run, ...parts });
      return { run: { ...run, ...parts }, changed: true };
    },
  };
}

function batchesOf(memory: Memory): Pick<Stores['batches'], 'tallies' | 'books' | 'get' | 'settle' | 'containing'> & {
  all(week: string): Promise<unknown[]>;
} {
  return {
    books: async (week) => {
      memory.calls.push('batches.books');
      return books((memory.batches.get(week) ?? []).map(tally));
    },
    tallies: async (week) =>
      (memory.batches.get(week) ?? []).map((batch) => ({ number: batch.number, tally: tally(batch) })),
    containing: async (week, learnerId) =>
      (memory.batches.get(week) ?? []).find(({ throughId }) => throughId >= learnerId) ?? null,
    get: async (week, number) => {
      const batch = memory.batches.get(week)?.find((each) => each.number === number);
      return batch === undefined ? null : { batch, version: Timestamp.fromMillis(0) };
    },
    all: async (week) => (memory.batches.get(week) ?? []).map((batch) => ({ batch, version: null })),
    settle: async (week, number, decide) => {
      const batches = memory.batches.get(week) ?? [];
      const settled = (batch: Batch) => ({ ...batch, ...decide(batch) });
      memory.batches.set(
        week,
        batches.map((batch) => (batch.number === number ? settled(batch) : batch)),
      );
      return true;
    },
  };
}
