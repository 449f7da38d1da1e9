// Shopify's search syntax, as far as the project's queries and their mistakes need it.

export type SearchReport = {
  path: string[];
  query: string;
  parsed: object;
  warnings: { field: string; message: string; code: 'invalid_field' | 'invalid_value' }[];
};

export type SearchField<Row> = {
  /** The accepted values of an enum field, lower case. */
  values?: readonly string[];
  matches: (row: Row, value: string, comparator: Comparator) => boolean;
};

export type Comparator = '' | '>' | '>=' | '<' | '<=';

type SearchOptions<Row> = {
  path: string;
  fields: Readonly<Record<string, SearchField<Row>>>;
  /** What a word without a field is looked for in. */
  text: (row: Row) => string;
};

/**
 * The rows that every term matches. As recorded: an unknown field is ignored, so that its term matches everything, and
 * a value outside an enum matches nothing; both only warn in the report, which is null where nothing is to be warned of.
 */
export function searchRows<Row>(
  rows: readonly Row[],
  query: string,
  options: SearchOptions<Row>,
): { rows: Row[]; report: SearchReport | null } {
  const terms = readTerms(query);
  const warnings = terms.flatMap((term) => warningsOf(term, options.fields[term.field]));
  const found = rows.filter((row) => terms.every((term) => matches(row, term, options)));
  const parts = terms.map(({ field, value }) => ({ field, match_all: value }));
  const parsed = parts.length === 1 ? { ...parts[0] } : { and: parts };
  return { rows: found, report: warnings.length > 0 ? { path: [options.path], query, parsed, warnings } : null };
}

type Term = { field: string; comparator: Comparator; value: string };

function readTerms(query: string): Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(/(?:([A-Za-z_]+):(>=|<=|>|<)?)?(?:'([^']*)'|"([^"]*)"|(\S+))/g)) {
    const value = match[3] ?? match[4] ?? match[5] ?? '';
    const isJoin = match[1] === undefined && value === 'AND';
    if (!isJoin) terms.push({ field: match[1] ?? '', comparator: (match[2] ?? '') as Comparator, value });
  }
  return terms;
}

function warningsOf<Row>({ field, value }: Term, known: SearchField<Row> | undefined): SearchReport['warnings'] {
  if (field === '') return [];
  if (!known) return [{ field, message: 'Invalid search field for this query.', code: 'invalid_field' }];
  if (!known.values || known.values.includes(value.toLowerCase())) return [];
  return [{ field, message: `Input \`${value}\` is not an accepted value.`, code: 'invalid_value' }];
}

function matches<Row>(row: Row, { field, comparator, value }: Term, options: SearchOptions<Row>): boolean {
  if (field === '') return options.text(row).toLowerCase().includes(value.toLowerCase());
  const known = options.fields[field];
  if (!known) return true;
  if (known.values && !known.values.includes(value.toLowerCase())) return false;
  return known.matches(row, value, comparator);
}
