// The templates that a sender has at hand: each is composed when a mail first needs it.
import { type TemplateConfig, type WeeklyContent, type WeeklyTemplate, weeklyTemplate } from './weekly-template.ts';

export type WeeklyTemplates = {
  /** The template under a key that names its content; composed where it is not at hand. */
  get(key: string, content: () => WeeklyContent): Promise<WeeklyTemplate>;
};

/** A template is as large as a mail, some 30 KB: so many are few megabytes, and more challenges than a week has. */
const keptMax = 100;

export function weeklyTemplates(config: TemplateConfig): WeeklyTemplates {
  const kept = new Map<string, Promise<WeeklyTemplate>>();
  return {
    get(key, content) {
      const template = kept.get(key) ?? weeklyTemplate(config, content());
      // The one used last stands last.
      kept.delete(key);
      kept.set(key, template);
      template.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
      return template;
    },
  };
}
