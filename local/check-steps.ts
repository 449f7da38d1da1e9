// What `npm run check` looks at.

export type CheckStep = {
  name: string;
  /** A program of node_modules/.bin, or `node`, with its arguments. */
  command: readonly [string, ...string[]];
  /** A file without which there is nothing to look at yet. */
  needs?: string;
};

/** The steps touch no file, so that they can run beside each other. */
export const checkSteps: readonly CheckStep[] = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the page', command: ['tsc', '-p', 'web'], needs: 'web/tsconfig.json' },
  { name: 'dead code', command: ['knip'] },
  { name: 'drift of the README', command: ['node', 'local/readme-parameters.ts', '--check'] },
  { name: 'drift of generated files', command: ['node', 'local/codegen.ts', '--check'], needs: 'local/codegen.ts' },
];
