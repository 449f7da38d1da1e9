// docs/api.md: every example is asked, in order, and gets the answer that stands there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, GraphQLUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { projectRoot } from '../../local/project-root.ts';
import { aDocumentedApi } from './a-documented-api.ts';
import { readExamples } from './read-examples.ts';

const textOf = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const document = textOf('docs/api.md');

test('every example, asked in order by whom it names, gets exactly the answer that the document gives', async () => {
  const { ask } = await aDocumentedApi();
  for (const example of readExamples(document)) {
    const { title, line, status, body } = example;
    expect.soft(await ask(example), `docs/api.md:${line} ${title}`).toEqual({ status, body });
  }
});

test('the examples show every answer that submitAnswer can give', () => {
  const union = buildSchema(textOf('schema/schema.graphql')).getType('SubmitAnswerResult');
  const names = union instanceof GraphQLUnionType ? union.getTypes().map(({ name }) => name) : [];
  const shown = readExamples(document).map(({ body }) => JSON.stringify(body));
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => !shown.some((answer) => answer.includes(`"__typename":"${name}"`)))).toEqual([]);
});
