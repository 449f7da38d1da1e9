// The error for a session whose learner is gone.
import { AppError } from '../errors.ts';

export function noSuchLearner(): AppError {
  return new AppError('NOT_FOUND', 'This learner no longer exists.');
}
