// What a listener of the stand-in learns about a mail that was just kept.

export type SendEvent = { messageId: string; to: string[]; tags: Record<string, string> };
