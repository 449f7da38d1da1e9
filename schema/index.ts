// Loads every type and gives the built schema.
import './scalars.ts';
import './level.ts';
import './challenge.ts';
import './assignment.ts';
import './learner.ts';
import './sign-in.ts';
import './weekly-run.ts';
import './weekly-run-commands.ts';
import './weekly-plan.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
