/** The version that every command tests unless told otherwise, and the newest that the suite was brought up to. */
export const DEFAULT_TARGET = '2026.9.6';
