// Where a page lies among the pages of a connection.
import type { PageInfo as PageInfoData } from '../functions/page-info.ts';
import { builder } from './builder.ts';

export const PageInfo = builder.objectRef<PageInfoData>('PageInfo').implement({
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage'),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage'),
    startCursor: t.exposeString('startCursor', { nullable: true }),
    endCursor: t.exposeString('endCursor', { nullable: true }),
  }),
});
