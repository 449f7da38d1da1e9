// Where to click in the console of SES.
import type { Config } from '../../functions/config.ts';

/** The console's address in the account's region, with the menu's way from there. */
export function sesConsole(config: Pick<Config, 'sesRegion'>, way: string): string {
  return `https://console.aws.amazon.com/ses/home?region=${config.sesRegion} → ${way}`;
}
