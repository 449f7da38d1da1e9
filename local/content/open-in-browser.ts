// Opens files in the browser of whoever sits at the terminal.
import { spawn } from 'node:child_process';

type Desk = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; isTerminal: boolean };

/**
 * Does nothing where nobody would see it: output that goes elsewhere, a CI, a Linux without a display. Gives how many
 * files it asked to be opened; the browser outlives this process.
 */
export function openInBrowser(paths: readonly string[], desk: Desk, start: Start = startDetached): number {
  const { platform, env, isTerminal } = desk;
  const isSeen = platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!isTerminal || !isSeen || (env.CI ?? 'false') !== 'false') return 0;
  for (const path of paths) start(...openerOf(platform, path));
  return paths.length;
}

type Start = (command: string, args: string[]) => void;

function openerOf(platform: NodeJS.Platform, path: string): [command: string, args: string[]] {
  if (platform === 'darwin') return ['open', [path]];
  // `start` is a word of the command interpreter; its first text between quotes is the window's title.
  if (platform === 'win32') return ['cmd.exe', ['/d', '/c', 'start', '""', `"${path}"`]];
  return ['xdg-open', [path]];
}

function startDetached(command: string, args: string[]): void {
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsVerbatimArguments: true });
  // Where there is no such program, the addresses that were printed are enough.
  child.on('error', () => {});
  child.unref();
}
