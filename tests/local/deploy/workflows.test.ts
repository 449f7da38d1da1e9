import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../local/project-root.ts';

type Step = { uses?: string; run?: string };
type Workflow = { on: object; permissions: object; jobs: Record<string, { steps: Step[]; 'timeout-minutes': number }> };

const workflow = (name: string): Workflow =>
  parse(readFileSync(join(projectRoot, '.github/workflows', `${name}.yml`), 'utf8'));
const steps = (name: string) => Object.values(workflow(name).jobs).flatMap((job) => job.steps);
const scripts = (name: string) => steps(name).flatMap(({ run }) => run ?? []);

describe('the workflows', () => {
  it('check and test every push, as .ci/run does anywhere', () => {
    expect(workflow('check').on).toMatchObject({ push: { branches: ['**'] } });
    expect(scripts('check')).toEqual(['npm ci', '.ci/run']);
  });

  it('deploy a tag by the same scripts, and only after its tests', () => {
    expect(workflow('deploy').on).toEqual({ push: { tags: ['v*'] } });
    expect(scripts('deploy').filter((run) => !run.includes('gha-creds'))).toEqual([
      'npm ci',
      '.ci/run',
      'npm run deploy -- --project "$FIREBASE_PROJECT"',
    ]);
  });

  it('sign in to Google only after the tests', () => {
    const order = steps('deploy').map(({ uses, run }) => run ?? uses ?? '');
    expect(order.findIndex((step) => step.startsWith('google-github-actions/auth'))).toBeGreaterThan(
      order.indexOf('.ci/run'),
    );
  });

  it.each([
    ['check', { contents: 'read' }],
    ['deploy', { contents: 'read', 'id-token': 'write' }],
  ])('%s may do no more than it needs, runs no action without a version, and comes to an end', (name, permissions) => {
    const { jobs, permissions: asked } = workflow(name);
    expect(asked).toEqual(permissions);
    const actions = steps(name).flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((uses) => !/^(actions|google-github-actions)\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
    expect(Object.values(jobs).every((job) => job['timeout-minutes'] > 0)).toBe(true);
  });
});
