// An answer that has not been written to a connection yet.

export type Reply = { status: number; contentType: string; body: string | Buffer; headers?: Record<string, string> };
