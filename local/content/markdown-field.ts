// Which field of a content file stands below the front matter.

/** Null where what stands there is for its readers, and part of nothing. */
export const markdownField = { level: 'summary', challenge: 'bodyMarkdown', questionnaire: null } as const;
