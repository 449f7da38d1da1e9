// A learner whose answer waits for its review, and an editor who reviews it.
import { ReviewSubmissionDocument } from '../generated/graphql.ts';
import { type Answerer, anAnswerer } from './an-answerer.ts';

/** The story was submitted in its own week, before the next challenge was released. */
export const storyAt = '2026-10-28T10:00:00Z';
export const storyId = '2026-W44_shopify-1001_1';

/** It is Wednesday of 2026-W48 by now. */
export async function aWaitingStory(...of: Parameters<typeof anAnswerer>): Promise<Answerer> {
  const answerer = anAnswerer(...of);
  answerer.clock.set(storyAt);
  await answerer.submit('review', 'A story.');
  answerer.clock.set('2026-11-25T10:00:00Z');
  answerer.memory.written.length = 0;
  return answerer;
}

/** The story passes unless told otherwise. */
export function review({ ask }: Answerer, variables: { id?: string; passed?: boolean; note?: string | null }) {
  return ask(ReviewSubmissionDocument, { id: storyId, passed: true, ...variables }, 'editor');
}
