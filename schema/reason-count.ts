// How many mails there are for one reason.
import type { Books } from '../functions/weekly-run/books.ts';
import { builder } from './builder.ts';
import { ReasonCode } from './reason-code.ts';

export const ReasonCount = builder.objectRef<Books['reasons'][number]>('ReasonCount').implement({
  fields: (t) => ({ code: t.expose('code', { type: ReasonCode }), count: t.exposeInt('count') }),
});
