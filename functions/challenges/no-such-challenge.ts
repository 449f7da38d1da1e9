// The error of an editor who names a challenge that does not exist.
import { AppError } from '../errors.ts';

export function noSuchChallenge(): AppError {
  return new AppError('NOT_FOUND', 'There is no challenge of this id.');
}
