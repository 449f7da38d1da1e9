// What every resolver is given.
import type { Session, Viewer } from '../functions/api/viewer.ts';
import type { Services } from '../functions/services.ts';

export type Context = { viewer: Viewer; services: Services };

/** The context of fields that only a learner reaches. */
export type LearnerContext = Context & { viewer: Session & { learnerId: string } };

/** The context of fields that no stranger reaches. */
export type SessionContext = Context & { viewer: Session };
