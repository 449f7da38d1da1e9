// The placement questionnaire, with the points and thresholds that clients never see.
import { z } from 'zod';

export const questionnaireSchema = z.object({
  version: z.string().min(1),
  questions: z
    .array(
      z.object({
        id: z.string(),
        prompt: z.string(),
        choices: z.array(z.object({ id: z.string(), text: z.string(), points: z.int() })).min(2),
      }),
    )
    .min(1),
  thresholds: z.array(z.object({ levelId: z.string(), minPoints: z.int() })).min(1),
});

export type Questionnaire = z.infer<typeof questionnaireSchema>;
