/**
 * The inside of a kept child: imports the script of a helper once, which then serves requests as it would in a process
 * of its own, and puts itself where each lease says.
 *
 * Started with the path of the script and the arguments that it reads.
 */
import { pathToFileURL } from 'node:url';
import { enter, leaseSchema } from './lease.ts';

const [script = '', ...values] = process.argv.slice(2);
process.argv = [process.execPath, script, ...values];

const on = process.on.bind(process);
/** The helper's own listener: it hears what is meant for it, and nothing of leases. */
let serve: ((message: unknown) => void) | null = null;
process.on = ((name: string, listener: (...values: unknown[]) => void) => {
  if (name === 'message') serve = listener;
  else on(name, listener);
  return process;
}) as typeof process.on;
// The helper hangs up when it is told to close: for us that is the end of a lease.
process.disconnect = () => process.send?.({ released: true });

await import(pathToFileURL(script).href);
on('message', (message) => {
  const lease = leaseSchema.safeParse(message).data;
  if (lease) enter(lease);
  else serve?.(message);
});
