// How a mail addresses a learner.
import { greetingName } from './greeting-name.ts';

/** By the first name, where there is one that should be said. `firstName` is as Shopify holds it, untrusted. */
export function greetedAs(firstName: string | null): string {
  return greetingName(firstName) ?? 'there';
}
