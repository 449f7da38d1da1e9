// Why a learner gets a mail or does not.
import { reasonCodeSchema } from '../functions/weekly-run/reason.ts';
import { builder } from './builder.ts';

export const ReasonCode = builder.enumType('ReasonCode', { values: reasonCodeSchema.options });
