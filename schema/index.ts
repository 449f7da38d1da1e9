// Loads every type and gives the built schema.
import './scalars.ts';
import './level.ts';
import './challenge.ts';
import './challenge-connection.ts';
import './save-level.ts';
import './save-challenge.ts';
import './test-mail.ts';
import './assignment.ts';
import './learner.ts';
import './questionnaire.ts';
import './placement.ts';
import './submit-answer.ts';
import './review.ts';
import './sign-in.ts';
import './weekly-run.ts';
import './weekly-run-commands.ts';
import './weekly-plan.ts';
import './explanation.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
