/** Times in files, as far from the present as they were from the time at which the home was taken. */
const TIME = /(At|Until|Used|expires|_at|expiry_date|last_refresh)$/;
const WRITTEN = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Milliseconds since 1970 of this century; anything else is no time. */
const [FIRST, LAST] = [Date.UTC(2001, 0), Date.UTC(2100, 0)];

export function movedInTime<Value>(value: Value, takenAt: number, now?: number): Value;
export function movedInTime(value: unknown, takenAt: number, now = Date.now()): unknown {
  if (Array.isArray(value)) return value.map((each) => movedInTime(each, takenAt, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const time = TIME.test(key) ? timeOf(each) : null;
      if (time === null) return [key, movedInTime(each, takenAt, now)];
      const moved = time + now - takenAt;
      return [key, typeof each === 'string' ? new Date(moved).toISOString() : moved];
    }),
  );
}

/** Milliseconds since 1970; null for what is no time. */
function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' && WRITTEN.test(value) ? Date.parse(value) : value;
  return typeof time === 'number' && time > FIRST && time < LAST ? time : null;
}
