// Where a page lies among the pages (GraphQL Cursor Connections Specification).

export type PageInfo = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};
