/**
 * A trace of `strace -f -qq -y -e abbrev='!execve'`, read for what its processes did to their host: files that they wrote,
 * places that they looked at, addresses that they connected to, and texts that they passed on.
 */
import path from 'node:path';

/** The calls to trace: all on files and sockets, what is written into either, and how processes begin. */
export const TRACED = '%file,%network,write,writev,pwrite64,pwritev,clone,clone3,fork,vfork';

export interface HostRules {
  /** Whether a file is the run's own: it may be written. */
  readonly isOwn: (file: string) => boolean;
  /** Whether a file is of the host's home. */
  readonly isOfHome: (file: string) => boolean;
  /** Sockets of the host's own services that never leave it, as the C library's cache of users and hosts. */
  readonly hostServices: readonly string[];
  /** Texts of the host's home and environment, which no process may pass on. */
  readonly texts: readonly string[];
}

/** Calls that change a path, with the places of such paths among its paths; negative: from the end. */
const CHANGES: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(
    [
      ...['mkdir', 'mkdirat', 'mknod', 'mknodat', 'rmdir', 'unlink', 'unlinkat', 'truncate', 'creat'],
      ...['chmod', 'fchmodat', 'chown', 'lchown', 'fchownat', 'utime', 'utimes', 'utimensat', 'setxattr'],
    ].map((name) => [name, [0]]),
  ),
  ...{ rename: [0, 1], renameat: [0, 1], renameat2: [0, 1] },
  ...{ link: [-1], linkat: [-1], symlink: [-1], symlinkat: [-1] },
};
const OPENS = /^(open|openat|openat2)$/;
const CHANGING_FLAGS = /\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND)\b/;
/** Calls whose first text alone is a path. */
const ONE_PATH = /^(execve|execveat|readlink|readlinkat)$/;
/** Calls on files whose texts are no path that was asked for. */
const NO_PATH =
  /^(getcwd|connect|bind|accept4?|write|writev|pwrite64|pwritev|get(sock|peer)name)$|^(send|recv)/;
const PASSES_ON = /^(write|writev|pwrite64|pwritev|send|sendto|sendmsg|sendmmsg|execve|execveat)$/;
const CONNECTS = /^(connect|sendto|sendmsg|sendmmsg)$/;
const BEGINS = /^(clone3?|v?fork)$/;

/** The facts of a trace; each set holds every thing once. */
export class HostTrace {
  calls = 0;
  readonly processes = new Set<string>();
  readonly written = new Set<string>();
  readonly writtenOutside = new Set<string>();
  readonly lookedAtHome = new Set<string>();
  readonly connected = new Set<string>();
  readonly connectedBeyond = new Set<string>();
  /** The host's services that were asked. */
  readonly asked = new Set<string>();
  readonly passedOn = new Set<string>();
  readonly #rules: HostRules;
  readonly #folders = new Map<string, string>();
  readonly #unfinished = new Map<string, string>();
  #beginner: string;

  /** @param folder in which the first process begins */
  constructor(rules: HostRules, folder: string) {
    this.#rules = rules;
    this.#beginner = '';
    this.#folders.set('', folder);
  }

  /** Takes the next line. */
  add(line: string): void {
    const [, process = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const whole = resumed ? (this.#unfinished.get(process) ?? '') + resumed[1] : text;
    const open = /^(.*) ?<unfinished \.\.\.>$/.exec(whole);
    if (open) {
      this.#unfinished.set(process, open[1]!);
      if (BEGINS.test(nameOf(whole))) this.#beginner = process;
      return;
    }
    const name = nameOf(whole);
    if (name) this.#take(process, name, whole);
  }

  #take(process: string, name: string, text: string): void {
    const isFirst = this.calls === 0;
    this.calls += 1;
    this.processes.add(process);
    const folder = this.#folders.get(process) ?? this.#folders.get(this.#beginner) ?? this.#folders.get('')!;
    this.#folders.set(process, folder);
    const result = /\) += (-?\d+)[^=]*$/.exec(text)?.[1];
    if (BEGINS.test(name) && result && !this.#folders.has(result)) this.#folders.set(result, folder);
    const paths = NO_PATH.test(name) ? [] : pathsOf(text, folder);
    const asked = ONE_PATH.test(name) ? paths.slice(0, 1) : paths;
    for (const each of asked) if (this.#rules.isOfHome(each)) this.lookedAtHome.add(each);
    const isDone = result !== '-1';
    if (name === 'chdir' && isDone && paths[0]) this.#folders.set(process, paths[0]);
    const changes = OPENS.test(name) && CHANGING_FLAGS.test(text) ? [0] : (CHANGES[name] ?? []);
    for (const place of isDone ? changes : []) this.#write(paths.at(place));
    if (name === 'bind') this.#write(/sun_path="([^"]+)"/.exec(text)?.[1]);
    if (CONNECTS.test(name)) for (const each of addressesIn(text)) this.#connect(each);
    // The first process is given the host's environment; what it starts is not.
    if (PASSES_ON.test(name) && !isFirst)
      for (const each of this.#rules.texts) if (text.includes(each)) this.passedOn.add(`${name}: ${each}`);
  }

  #write(file: string | undefined): void {
    if (file) (this.#rules.isOwn(file) ? this.written : this.writtenOutside).add(file);
  }

  #connect(address: string): void {
    if (this.#rules.hostServices.includes(address)) {
      this.asked.add(address);
      return;
    }
    const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(address) || this.#rules.isOwn(address);
    (isLoopback ? this.connected : this.connectedBeyond).add(address);
  }
}

function nameOf(text: string): string {
  return /^(\w+)\(/.exec(text)?.[1] ?? '';
}

/** The paths of a call, each from its folder: that of a descriptor before it, or the working directory. */
function pathsOf(text: string, folder: string): string[] {
  const quoted = /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g;
  return [...text.matchAll(quoted)].map(([, base, file = '']) => path.resolve(base ?? folder, file));
}

/** Addresses without ports, and the paths of local sockets. */
function addressesIn(text: string): string[] {
  const address = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"|sun_path=(@?"[^"]+")/g;
  return [...text.matchAll(address)].map(([, four, six, local]) => four ?? six ?? local!.replaceAll('"', ''));
}
