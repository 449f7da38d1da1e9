// Rule: what is wrong with the values of parameters and secrets.
import type { Config } from '../../functions/config.ts';
import { AppError } from '../../functions/errors.ts';
import { params } from '../../functions/params.ts';
import { productIdFault } from './product-id-fault.ts';

/**
 * One line for each of the names whose value is not right, by name; no secret's value is told. What is right is decided by
 * the configuration's own schemas, so `config` must read the same values.
 */
export function parameterFaults(
  config: Config,
  values: Record<string, string>,
  names: readonly string[],
): Map<string, string> {
  const bySchema = schemaFaults(config);
  const faults = names.flatMap((name): [string, string][] => {
    const fault = faultOf(name, values[name] ?? '', bySchema.get(name));
    return fault === undefined ? [] : [[name, fault]];
  });
  return new Map(faults);
}

/** What the schema says, by parameter; its messages begin with the parameter's name. */
function schemaFaults(config: Config): Map<string, string> {
  const faults = new Map<string, string>();
  for (const name of Object.keys(config) as (keyof Config)[]) {
    try {
      void config[name];
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'MISCONFIGURED')) throw error;
      faults.set(error.message.split(' ', 1)[0] ?? '', error.message);
    }
  }
  return faults;
}

function faultOf(name: string, value: string, schemaFault: string | undefined): string | undefined {
  if (value === '') return schemaFault?.replace(' must be ', ' is not given; it must be ');
  if (/[\r\n]$/.test(value)) return `${name} ends with a line break, which would become part of it.`;
  if (value !== value.trim()) return `${name} begins or ends with white space, which would become part of it.`;
  // Firebase takes every other word for false.
  if (isSwitch(name) && !/^(true|false)$/.test(value)) return `${name} must be true or false.`;
  const named = name === 'SHOPIFY_PRODUCT_IDS' ? productIdFault(value) : undefined;
  const zone = name === 'SHOP_TIME_ZONE' && schemaFault ? `There is no time zone ${JSON.stringify(value)}: ` : '';
  return named ?? (schemaFault && zone + schemaFault);
}

function isSwitch(name: string): boolean {
  const declared: Record<string, { options?: { default?: unknown } }> = params;
  return typeof declared[name]?.options?.default === 'boolean';
}
