// A project of one's own: none that exists only in the emulators.
import { LocalError } from '../local-error.ts';
import { type NamedProject, namedProject } from './named-project.ts';

/** As namedProject; also throws a LocalError at an id that begins with `demo-` (Firebase's own rule). */
export async function realProject(root: string, name: string): Promise<NamedProject> {
  const project = await namedProject(root, name);
  if (!project.id.startsWith('demo-')) return project;
  throw new LocalError(`${project.id} exists only in the emulators: name a project of your own.`);
}
