/** Times in files, as far from the present as they were from the time at which the home was taken. */
const TIME = /(At|Until|Used|expires)$/;
/** Milliseconds since 1970 of this century; anything else is no time. */
const [FIRST, LAST] = [Date.UTC(2001, 0), Date.UTC(2100, 0)];

export function movedInTime<Value>(value: Value, takenAt: number, now?: number): Value;
export function movedInTime(value: unknown, takenAt: number, now = Date.now()): unknown {
  if (Array.isArray(value)) return value.map((each) => movedInTime(each, takenAt, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isTime = typeof each === 'number' && TIME.test(key) && each > FIRST && each < LAST;
      return [key, isTime ? each + now - takenAt : movedInTime(each, takenAt, now)];
    }),
  );
}
