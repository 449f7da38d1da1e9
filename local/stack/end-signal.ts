// Notices that a command is asked to end.

/** npm passes a signal on to the shell between it and the command, and that shell dies without passing it on. */
const parentPollMilliseconds = 300;

/** Aborted at SIGINT, SIGTERM or SIGHUP, and when the npm that ran this command is gone. */
export function endSignal(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked.abort());
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || asked.abort(), parentPollMilliseconds).unref();
  }
  return asked.signal;
}
