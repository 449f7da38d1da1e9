// Where a parameter or secret is written.
import { secrets } from '../../functions/params.ts';

/** What to do so that the parameter has another value: for a project, or for the local stack where none is named. */
export function whereToSet(name: string, project: string | undefined): string {
  const made = keys[name];
  const first = made === undefined ? '' : `Make a key with node -p "${made}", then `;
  // The stack takes nothing from files.
  if (project === undefined)
    return sentence(`${first}set ${name} in the environment of npm start and of this, or name a project by --project.`);
  if (!(name in secrets)) return `Write ${name}=… in .env.${project} beside firebase.json.`;
  // Piped without echo, a value keeps no line break of the terminal.
  const set = `run printf %s 'the value' | npx firebase functions:secrets:set ${name} --project ${project} --data-file -`;
  return sentence(`${first}${set}`);
}

const key = `require('node:crypto').randomBytes(32).toString('base64url')`;
const keys: Record<string, string> = { LINK_KEYS: `'k1:' + ${key}`, ADDRESS_HASH_KEY: key };

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
