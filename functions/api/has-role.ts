// Rule: whether someone may act in a role.
import type { Role, Viewer } from './viewer.ts';

/** Admins have every role. */
export function hasRole(viewer: Viewer, role: Role): boolean {
  return viewer.kind === 'session' && viewer.roles.some((held) => held === role || held === 'admin');
}
