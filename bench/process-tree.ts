/** Processor time and memory of a process and all that it started, from `/proc`: nothing else counts a child's child. */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which Linux fixes at 100 for what it tells programs. */
const TICKS_A_SECOND = 100;
/** The page of x64; some kernels of arm64 have larger ones, on which memory reads too small. */
const PAGE_MEGABYTES = 4096 / 2 ** 20;

export interface TreeSample {
  /** Seconds of processor time of the root alone, and of all processes with those that have ended. */
  readonly rootSeconds: number;
  readonly treeSeconds: number;
  /** Megabytes of the root, and of the largest process below it. */
  readonly rootMegabytes: number;
  readonly largestMegabytes: number;
}

interface Row {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
  readonly megabytes: number;
}

/** @returns null once the root is gone */
export function sampleTree(root: number): TreeSample | null {
  const rows = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? rowOf(Number(name)) : []));
  const first = rows.find(({ pid }) => pid === root);
  if (!first) return null;
  const tree = treeOf(first, rows);
  return {
    rootSeconds: first.own,
    treeSeconds: tree.reduce((sum, { own, ended }) => sum + own + ended, 0),
    rootMegabytes: first.megabytes,
    largestMegabytes: Math.max(0, ...tree.slice(1).map(({ megabytes }) => megabytes)),
  };
}

/** A process before those that it started. */
function treeOf(root: Row, rows: readonly Row[]): Row[] {
  return [root, ...rows.filter(({ parent }) => parent === root.pid).flatMap((each) => treeOf(each, rows))];
}

/** @source proc(5): fields 4, 14 to 17 and 24 of `stat` */
function rowOf(pid: number): Row[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold spaces.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0;
    const seconds = (...numbers: number[]) =>
      numbers.reduce((sum, number) => sum + field(number), 0) / TICKS_A_SECOND;
    const megabytes = field(24) * PAGE_MEGABYTES;
    return [{ pid, parent: field(4), own: seconds(14, 15), ended: seconds(16, 17), megabytes }];
  } catch {
    return [];
  }
}
