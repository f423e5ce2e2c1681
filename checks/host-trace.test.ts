import { expect, it } from 'vitest';
import { HostTrace } from './host-trace.ts';

const rules = {
  isOwn: (file: string) => file.startsWith('/own/') || file === '/dev/null',
  isOfHome: (file: string) => file.startsWith('/home/'),
  hostServices: ['/run/names'],
  texts: ['BAIT'],
};

function traced(...lines: string[]): HostTrace {
  const trace = new HostTrace(rules, '/own/work');
  for (const line of lines) trace.add(line);
  return trace;
}

it('tells files that are written from those that are read', () => {
  const { written, writtenOutside } = traced(
    '1 execve("/usr/bin/node", ["node"], ["KEY=BAIT"]) = 0',
    '1 openat(AT_FDCWD</own/work>, "a", O_WRONLY|O_CREAT|O_CLOEXEC, 0666) = 3</own/work/a>',
    '1 openat(AT_FDCWD</own/work>, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 3</etc/hosts>',
    '1 openat(AT_FDCWD</own/work>, "/tmp/log", O_WRONLY|O_CREAT|O_APPEND, 0666) = 4</tmp/log>',
    '1 mkdir("/tmp/openclaw", 0777) = -1 EEXIST (File exists)',
    '1 openat(AT_FDCWD</own/work>, "/dev/null", O_RDWR) = 5</dev/null>',
  );
  expect([...written]).toEqual(['/own/work/a', '/dev/null']);
  expect([...writtenOutside]).toEqual(['/tmp/log']);
});

it('follows working directories, descriptors, and calls that others interrupt', () => {
  const { writtenOutside, processes } = traced(
    '1 execve("/usr/bin/node", ["node"], []) = 0',
    '1 vfork( <unfinished ...>',
    '2 chdir("/tmp") = 0',
    '2 mkdir("q", 0777) = 0',
    '1 <... vfork resumed>) = 2',
    '1 rename("x", "../../else/y" <unfinished ...>',
    '2 unlinkat(4</var/lib>, "r", AT_REMOVEDIR) = 0',
    '1 <... rename resumed>) = 0',
    '2 symlinkat("a", AT_FDCWD</tmp>, "zz") = 0',
  );
  expect([...writtenOutside]).toEqual(['/tmp/q', '/var/lib/r', '/else/y', '/tmp/zz']);
  expect(processes.size).toBe(2);
});

it('counts every look at the home, also one that finds nothing', () => {
  const { lookedAtHome } = traced(
    '1 execve("/usr/bin/node", ["/home/x"], []) = 0',
    '1 newfstatat(AT_FDCWD</own/work>, "/home/me/.npmrc", 0x7ffd, 0) = -1 ENOENT (No such file or directory)',
    '1 readlink("/own/link", "/home/me/target", 4096) = 15',
  );
  expect([...lookedAtHome]).toEqual(['/home/me/.npmrc']);
});

it('tells loopback from what is beyond it, of both families and of local sockets', () => {
  const { connected, connectedBeyond, asked } = traced(
    '1 execve("/usr/bin/node", [], []) = 0',
    '1 connect(20<socket:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)',
    '1 connect(20<socket:[1]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    '1 sendto(20<socket:[1]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.2")}, 16) = 1',
    '1 connect(20<socket:[1]>, {sa_family=AF_UNIX, sun_path="/run/docker.sock"}, 110) = -1 ENOENT (No such file or directory)',
    '1 connect(20<socket:[1]>, {sa_family=AF_UNIX, sun_path="/run/names"}, 110) = -1 ENOENT (No such file or directory)',
    '1 connect(20<socket:[1]>, {sa_family=AF_UNIX, sun_path="/own/socket"}, 110) = 0',
  );
  expect([...connected]).toEqual(['127.0.0.1', '/own/socket']);
  expect([...connectedBeyond]).toEqual(['2001:db8::1', '10.0.0.2', '/run/docker.sock']);
  expect([...asked]).toEqual(['/run/names']);
});

it('finds texts of the host in what is sent, written and handed to other programs', () => {
  const { passedOn } = traced(
    '1 execve("/usr/bin/node", ["node"], ["KEY=BAIT"]) = 0',
    '1 execve("/usr/bin/npm", ["npm"], ["KEY=BAIT"]) = 0',
    '1 write(20<socket:[1]>, "GET / BAIT", 10) = 10',
    '1 write(20<socket:[1]>, "GET /", 5) = 5',
  );
  expect([...passedOn]).toEqual(['execve: BAIT', 'write: BAIT']);
});
