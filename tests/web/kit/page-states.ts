// Every state of the page.
import type { Page } from 'playwright-core';
import { answerStates } from './answer-states.ts';
import { learnerStates } from './learner-states.ts';
import { questionStates } from './question-states.ts';
import { resultStates } from './result-states.ts';
import type { Script } from './scripted-page.ts';
import { signedOutStates } from './signed-out-states.ts';
import { troubleStates } from './trouble-states.ts';

/** In the order of a visit. */
export const pageStates: State[] = [
  ...signedOutStates,
  ...troubleStates,
  ...questionStates,
  ...answerStates,
  ...resultStates,
  ...learnerStates,
];

export type State = {
  name: string;
  /** What the API says. */
  script: Script;
  /** Where the visitor comes in; by the mail's button unless `asStranger`. */
  path?: string;
  asStranger?: boolean;
  /** What the visitor does. */
  act?: (page: Page) => Promise<void>;
  /** What is to be seen in the end. */
  shows: string;
};
