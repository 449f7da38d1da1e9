// Which local stack the commands are about.
import { LocalError } from '../local-error.ts';
import { fixedPorts, type Ports } from './ports.ts';

/**
 * The one stack on the fixed ports; where `STACK_PORTS_FROM` is set, another one beside it that takes its ports one after
 * the other from there. Throws a LocalError where it is no port with enough others above it.
 */
export function commandStack(env: NodeJS.ProcessEnv): { projectId: string; ports: Ports } {
  const from = env.STACK_PORTS_FROM;
  if (from === undefined) return { projectId: 'demo-stepladder', ports: fixedPorts };
  const names = Object.keys(fixedPorts);
  const last = portMax - names.length + 1;
  if (!/^\d{1,5}$/.test(from) || Number(from) < portMin || Number(from) > last)
    throw new LocalError(`STACK_PORTS_FROM must be a number from ${portMin} to ${last}: the first port of the stack.`);
  const ports = names.map((name, index) => [name, Number(from) + index]);
  return { projectId: `demo-stepladder-${Number(from)}`, ports: { ...fixedPorts, ...Object.fromEntries(ports) } };
}

/** Those below need rights of their own on many systems. */
const portMin = 1024;
const portMax = 65_535;
