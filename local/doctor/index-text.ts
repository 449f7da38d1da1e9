// Rule: an index as a text, so that one of the file and one of the project can be compared.

type Direction = { order?: string | undefined; arrayConfig?: string | undefined };

export type Index = {
  collectionGroup: string;
  queryScope: string;
  fields: ({ fieldPath: string } & Direction)[];
};

/** Google ends composite indexes with `__name__`, which says nothing of its own. */
export function indexText({ collectionGroup, queryScope, fields }: Index): string {
  const named = fields.filter(({ fieldPath }) => fieldPath !== '__name__');
  const parts = named.map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig}`);
  return `${collectionGroup} (${[...parts, queryScope].join(', ')})`;
}
