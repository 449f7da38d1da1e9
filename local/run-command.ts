// The frame of every local command: its exit code, and one line for a failure that a person can act upon.
import { LocalError } from './local-error.ts';
import { refuseTakenFlags } from './refuse-taken-flags.ts';

/** Runs a command to its exit code. A `LocalError` is printed as its one line; anything else with its stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    refuseTakenFlags(process.env);
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof LocalError ? error.message : error);
    process.exitCode = 1;
  }
}
