/** The folder of this suite: the checkout, or the installed package, whose code lies one folder deeper. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const above = path.resolve(fileURLToPath(import.meta.url), '..', '..');

export const PACKAGE_ROOT = path.basename(above) === 'dist' ? path.dirname(above) : above;
