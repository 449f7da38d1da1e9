// The arguments of `npm run operate`.
import { parseArgs } from 'node:util';
import { weekSchema } from '../../functions/week.ts';
import { type ReasonCode, reasonCodeSchema } from '../../functions/weekly-run/reason.ts';
import { LocalError } from '../local-error.ts';

/** A week that is undefined is the newest run's, or the present one where there is none. */
export type OperateCommand =
  | { name: 'status' | 'plan'; week: string | undefined }
  | { name: 'explain'; learnerId: string; week: string | undefined }
  | { name: 'pause' | 'cancel'; week: string; reason: string }
  | { name: 'start' | 'resume'; week: string }
  | { name: 'retry'; week: string; reasons: ReasonCode[] }
  | { name: 'settle'; week: string; resend: boolean }
  | { name: 'reviews' }
  | { name: 'review'; id: string; passed: boolean; note: string | null };

/** `project` null is the local stack. Throws a LocalError that says what can be written. */
export function operateArguments(args: readonly string[]): { project: string | null; command: OperateCommand } {
  const { values, positionals } = parsed(args);
  const { project = null, ...options } = values;
  const [name = '', ...rest] = positionals;
  return { project, command: commandOf(name, rest, options) };
}

type Options = {
  reason?: string | undefined;
  note?: string | undefined;
  passed?: boolean | undefined;
  failed?: boolean | undefined;
  resend?: boolean | undefined;
};

function commandOf(name: string, rest: string[], options: Options): OperateCommand {
  const { reason, failed, resend } = options;
  const [first, second] = rest;
  const week = () => weekOf(first);
  switch (name) {
    case 'status':
    case 'plan':
      return end(rest, 1, { name, week: first === undefined ? undefined : week() });
    case 'explain':
      if (first === undefined || !/^shopify-\d+$/.test(first))
        throw new LocalError(
          'explain: name the learner, such as shopify-1001: shopify- and the number of the customer.',
        );
      return end(rest, 2, { name, learnerId: first, week: second === undefined ? undefined : weekOf(second) });
    case 'pause':
    case 'cancel':
      if (reason === undefined || !/^(?=.*\S)\P{Cc}{1,500}$/u.test(reason))
        throw new LocalError(`${name}: say why, with --reason "…", on one line of at most 500 characters.`);
      return end(rest, 1, { name, week: week(), reason: reason.trim() });
    case 'start':
    case 'resume':
      return end(rest, 1, { name, week: week() });
    case 'retry':
      return { name, week: week(), reasons: rest.slice(1).map(reasonOf) };
    case 'settle':
      if (failed === resend) throw new LocalError('settle: say --failed, or --resend: then mails may arrive twice.');
      return end(rest, 1, { name, week: week(), resend: resend === true });
    case 'reviews':
      return end(rest, 0, { name });
    case 'review':
      return end(rest, 1, reviewOf(first, options));
    default:
      throw new LocalError(usage);
  }
}

function reviewOf(id: string | undefined, { passed, failed, note }: Options): OperateCommand {
  if (id === undefined) throw new LocalError('review: name the submission; npm run operate -- reviews tells the ids.');
  if (passed === failed) throw new LocalError('review: say --passed or --failed.');
  return { name: 'review', id, passed: passed === true, note: note ?? null };
}

function end(rest: string[], most: number, command: OperateCommand): OperateCommand {
  if (rest.length > most) throw new LocalError(usage);
  return command;
}

function weekOf(text: string | undefined): string {
  if (weekSchema.safeParse(text).success && text !== undefined) return text;
  throw new LocalError(`${text === undefined ? 'Name a week' : `${text} is no ISO week`}, such as 2026-W48.`);
}

function reasonOf(text: string): ReasonCode {
  const code = reasonCodeSchema.safeParse(text);
  if (code.success) return code.data;
  throw new LocalError(`${text} is no reason code, such as MESSAGE_REFUSED: npm run operate -- status names them.`);
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { project: text, reason: text, note: text, passed: flag, failed: flag, resend: flag },
    });
  } catch {
    throw new LocalError(usage);
  }
}

const usage = [
  'Write one of these, each with --project <id or alias> for a real project:',
  '  npm run operate -- status [week]',
  '  npm run operate -- plan [week]',
  '  npm run operate -- explain <learner id> [week]',
  '  npm run operate -- start <week>',
  '  npm run operate -- pause <week> --reason "…"',
  '  npm run operate -- resume <week>',
  '  npm run operate -- cancel <week> --reason "…"',
  '  npm run operate -- retry <week> <reason code> …',
  '  npm run operate -- settle <week> --failed | --resend',
  '  npm run operate -- reviews',
  '  npm run operate -- review <submission id> --passed | --failed [--note "…"]',
].join('\n');
