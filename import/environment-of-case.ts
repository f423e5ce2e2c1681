/** The variables of a user's process that a case takes over. */
import { proxyVariables } from '../generators/axes/proxy.ts';
import type { LeftOut } from './files/raw-home.ts';

type Variables = Readonly<Record<string, string>>;

/** Those of the machine and of the shell: a case brings its own, or has no use for them. */
const OF_THE_MACHINE =
  /^(HOME|PATH|USER|LOGNAME|SHELL|PWD|OLDPWD|TMPDIR|TEMP|TMP|TERM\w*|LANG|LC_\w+|SHLVL|HOSTNAME|DISPLAY|MAIL|_|(SSH|XDG|DBUS|NVM|NPM|VSCODE|COLOR|SYSTEMD|INVOCATION|JOURNAL)_\w+|NODE_\w+|npm_\w+|OPENCLAW_(HOME|STATE_DIR|CONFIG_PATH|PROFILE|GATEWAY_\w+|SERVICE_(?!MANAGED_ENV_KEYS$)\w+|SYSTEMD_\w+|LAUNCHD_\w+|NO_RESPAWN))$/;
const PROXIES = /^(https?|no|all)_proxy$/i;

/** A proxy is that of the suite, whatever its address was: no connection of a case leaves the machine. */
export function environmentOfCase(variables: Variables): {
  readonly environment: Variables;
  readonly leftOut: readonly LeftOut[];
} {
  const all = Object.entries(variables);
  const isKept = ([name]: readonly [string, string]) => !OF_THE_MACHINE.test(name) && !PROXIES.test(name);
  const leftOut = all
    .filter((each) => !isKept(each))
    .map(([name]) =>
      PROXIES.test(name)
        ? { what: `the address in ${name}`, why: 'a case has a proxy of its own' }
        : { what: `variable ${name}`, why: "the user's machine" },
    );
  const proxy = namesProxy(variables) ? proxyVariables('beside') : {};
  return { environment: { ...Object.fromEntries(all.filter(isKept)), ...proxy }, leftOut };
}

/** Whether the variables of a process send its requests through a proxy. */
export function namesProxy(variables: Variables): boolean {
  return Object.entries(variables).some(([name, text]) => /^(https?|all)_proxy$/i.test(name) && text !== '');
}
