// The scalar for instants.
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  serialize: (date) => date.toISOString(),
  parseValue: (value) => {
    const parsed = instantSchema.safeParse(value);
    if (parsed.success) return new Date(parsed.data);
    throw new GraphQLError('DateTime must be an instant such as 2026-11-23T09:00:00Z.');
  },
});

const instantSchema = z.iso.datetime({ offset: true });
