import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../local/project-root.ts';

type Step = { uses?: string; run?: string; with?: Record<string, string>; env?: Record<string, string> };
type Job = {
  steps: Step[];
  needs?: string;
  environment?: string;
  permissions?: object;
  'timeout-minutes': number;
};
type Workflow = { on: object; permissions: object; concurrency: object; jobs: Record<string, Job> };

const workflow = (name: string): Workflow =>
  parse(readFileSync(join(projectRoot, '.github/workflows', `${name}.yml`), 'utf8'));
const steps = (name: string) => Object.values(workflow(name).jobs).flatMap((job) => job.steps);
const scripts = (name: string) => steps(name).flatMap(({ run }) => run ?? []);

describe('the workflows', () => {
  it('check and test every push, as .ci/run does anywhere, and soak it beside', () => {
    expect(workflow('check').on).toMatchObject({ push: { branches: ['**'] } });
    const soak = 'npm run test:soak -- --schedules 1000';
    expect(scripts('check')).toEqual(['npm ci', '.ci/run', 'npm ci', soak]);
  });

  it('deploy a tag by the same scripts, and only after its tests', () => {
    expect(workflow('deploy').on).toEqual({ push: { tags: ['v*'] } });
    expect(scripts('deploy').filter((run) => !run.includes('gha-creds'))).toEqual([
      'npm ci',
      '.ci/run',
      'npm ci',
      'npm run deploy -- --project "$FIREBASE_PROJECT"',
    ]);
    expect(workflow('deploy').jobs.deploy?.needs).toBe('test');
  });

  it('hand the deploy the word of its tests: which commit passed', () => {
    const { test, deploy } = workflow('deploy').jobs;
    const kept = test?.steps.find(({ uses }) => uses?.includes('upload-artifact'))?.with;
    const taken = deploy?.steps.find(({ uses }) => uses?.includes('download-artifact'))?.with;
    expect(kept).toMatchObject({ name: taken?.name, path: 'build/reports/commit', 'if-no-files-found': 'error' });
    // An artifact of one file holds it by its name alone.
    expect(taken?.path).toBe('build/reports');
  });

  it('roll back, when somebody says so, to a release that a deploy kept, by the same script and without building', () => {
    expect(workflow('rollback').on).toMatchObject({
      workflow_dispatch: { inputs: { release: { required: true }, run: { required: true } } },
    });
    expect(scripts('rollback')).toEqual([
      'npm ci',
      'npm run rollback -- --project "$FIREBASE_PROJECT" --to "$RELEASE"',
    ]);
    const withOf = (name: string, action: string) =>
      workflow(name).jobs[name]?.steps.find(({ uses }) => uses?.includes(action))?.with ?? {};
    const kept = withOf('deploy', 'upload-artifact');
    const taken = withOf('rollback', 'download-artifact');
    expect(taken.path).toBe(kept.path);
    expect(kept.name?.startsWith(taken.pattern?.replace('*', '') ?? 'nothing')).toBe(true);
    expect(taken['run-id']).toMatch(/^\$\{\{ inputs\.run }}$/);
  });

  it('never run beside each other where they change the project', () => {
    expect(workflow('rollback').concurrency).toEqual(workflow('deploy').concurrency);
  });

  it.each(['check', 'deploy', 'rollback'])('hand a command of %s no text that somebody typed', (name) => {
    expect(scripts(name).filter((run) => run.includes('${{'))).toEqual([]);
  });

  it('sign in to Google only in the job that deploys: the tests have no environment, and no permission to ask', () => {
    const { jobs } = workflow('deploy');
    const may = Object.keys(jobs).filter((name) => jobs[name]?.permissions ?? jobs[name]?.environment);
    expect(may).toEqual(['deploy']);
    expect(jobs.deploy).toMatchObject({
      environment: 'production',
      permissions: { contents: 'read', 'id-token': 'write' },
    });
    expect(jobs.deploy?.steps.map(({ run }) => run)).not.toContain('.ci/run');
  });

  it.each([
    ['check', { contents: 'read' }],
    ['deploy', { contents: 'read' }],
    ['rollback', { contents: 'read', 'id-token': 'write', actions: 'read' }],
  ])('%s may do no more than it needs, runs no action without a version, and comes to an end', (name, permissions) => {
    const { jobs, permissions: asked } = workflow(name);
    expect(asked).toEqual(permissions);
    const actions = steps(name).flatMap(({ uses }) => uses ?? []);
    expect(actions.filter((uses) => !/^(actions|google-github-actions)\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
    expect(Object.values(jobs).every((job) => job['timeout-minutes'] > 0)).toBe(true);
  });
});
