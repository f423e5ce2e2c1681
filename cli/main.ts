#!/usr/bin/env node
/** The `auth-conformance` command. */
import '../support/no-modules-of-home.ts';
import { hearEarlySignals } from './early-signals.ts';
import { keepCompiled } from './keep-compiled.ts';

hearEarlySignals();
keepCompiled();
// All of the suite, and so what takes time to load.
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine();
