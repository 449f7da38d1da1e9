// What one learner gets.
import { builder } from './builder.ts';

export const PlanDecision = builder.enumType('PlanDecision', {
  values: ['CHALLENGE', 'QUESTIONNAIRE', 'NOBODY'] as const,
});
