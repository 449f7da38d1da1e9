// Who may do what with each collection through a client, written down by hand and derived from no rule.

/** `person` may do exactly these operations on a document of `collection`. */
export type Expectation = { collection: string; person: string; allowed: string[] };

// Architecture §4 and §6. A dash: nothing at all.
const table = `
collection     | stranger | other learner | owner | owner by google | operator by link | operator | admin    | editor | unverified operator
levels         | -        | -             | -     | -               | -                | -        | -        | -      | -
questionnaires | -        | -             | -     | -               | -                | -        | -        | -      | -
challenges     | -        | -             | -     | -               | -                | -        | -        | -      | -
learners       | -        | -             | -     | -               | -                | -        | -        | -      | -
assignments    | -        | -             | get   | -               | -                | -        | -        | -      | -
weeklyRuns     | -        | -             | -     | -               | -                | get list | get list | -      | -
pages          | -        | -             | -     | -               | -                | -        | -        | -      | -
batches        | -        | -             | -     | -               | -                | -        | -        | -      | -
contentPushes  | -        | -             | -     | -               | -                | -        | -        | -      | -
suppressions   | -        | -             | -     | -               | -                | -        | -        | -      | -
erased         | -        | -             | -     | -               | -                | -        | -        | -      | -
receivedEvents | -        | -             | -     | -               | -                | -        | -        | -      | -
deliveries     | -        | -             | -     | -               | -                | -        | -        | -      | -
alerts         | -        | -             | -     | -               | -                | -        | -        | -      | -
settings       | -        | -             | -     | -               | -                | -        | -        | -      | -
`;

/** One for each cell of the table. */
export const expectations: Expectation[] = read(table);

function read(text: string): Expectation[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([collection = '', ...cells]) =>
    cells.map((cell, index) => ({
      collection,
      person: head[index + 1] ?? '',
      allowed: cell === '-' ? [] : cell.split(' '),
    })),
  );
}
