/**
 * Keeps Node from looking for packages in the user's home. To be imported before anything else.
 *
 * A `require` that finds nothing looks in `~/.node_modules` and `~/.node_libraries` last (nodejs.org/api/modules.html, "Loading
 * from the global folders"), where something that is not this suite's may lie: `debug`, which msw brings, asks for an optional
 * `supports-color`. Node works the folders out at its start, and has no public way to drop them.
 */
import Module from 'node:module';

const { HOME } = process.env;
delete process.env.HOME;
(Module as unknown as { _initPaths?(): void })._initPaths?.();
if (HOME !== undefined) process.env.HOME = HOME;
