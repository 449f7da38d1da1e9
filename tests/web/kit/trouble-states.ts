// The page while, or because, it cannot be loaded.
import { tooMany } from './at-home.ts';
import { SIGNS_IN } from './open-scripted.ts';
import type { State } from './page-states.ts';

export const troubleStates: State[] = [
  { name: 'loading', script: { ...SIGNS_IN, Home: 'silent' }, shows: 'Your weekly challenge' },
  { name: 'unreachable', script: { ...SIGNS_IN, Home: 'cut' }, shows: 'We cannot be reached' },
  {
    name: 'our-fault',
    script: { ...SIGNS_IN, Home: { code: 'INTERNAL_SERVER_ERROR' } },
    shows: 'Something went wrong',
  },
  { name: 'too-often', script: { ...SIGNS_IN, Home: tooMany }, shows: 'Please try again in 4 minutes.' },
];
