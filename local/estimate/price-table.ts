// A dated table of prices: its shape.
import { z } from 'zod';

/** A price in dollars for `per` units, above what is free each day or month. */
const priceSchema = z.strictObject({
  dollars: z.number().min(0),
  per: z.number().positive(),
  unit: z.string().min(1),
  free: z.number().min(0),
  freeEach: z.enum(['day', 'month']),
  /** Where the figure stands. */
  source: z.string().min(1),
  /** When it was taken from there. */
  date: z.iso.date(),
  /** Whether the figure was read in a copy of the vendor's list or documentation, or in a digest that quotes it, rather than remembered. */
  checked: z.boolean(),
});

/** Whoever adds a key here adds what is used of it in load.ts, and its label in bill.ts. */
export const priceTableSchema = z.strictObject({
  currency: z.literal('USD'),
  region: z.string().min(1),
  prices: z.strictObject({
    mails: priceSchema,
    eventNotifications: priceSchema,
    eventPublishes: priceSchema,
    firestoreReads: priceSchema,
    firestoreWrites: priceSchema,
    firestoreDeletes: priceSchema,
    firestoreStorage: priceSchema,
    functionRequests: priceSchema,
    functionCpu: priceSchema,
    functionMemory: priceSchema,
    egress: priceSchema,
    hostingStorage: priceSchema,
    hostingTransfer: priceSchema,
    logs: priceSchema,
    pubsub: priceSchema,
    schedulerJobs: priceSchema,
    imageStorage: priceSchema,
    buildMinutes: priceSchema,
    secretVersions: priceSchema,
    signedInUsers: priceSchema,
  }),
});

export type PriceTable = z.infer<typeof priceTableSchema>;
export type Price = z.infer<typeof priceSchema>;
export type PriceKey = keyof PriceTable['prices'];
