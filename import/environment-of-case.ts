/** The variables of a user's process that a case takes over. */
import type { LeftOut } from './files/raw-home.ts';

/** Those of the machine and of the shell: a case brings its own, or has no use for them. */
const OF_THE_MACHINE =
  /^(HOME|PATH|USER|LOGNAME|SHELL|PWD|OLDPWD|TMPDIR|TEMP|TMP|TERM\w*|LANG|LC_\w+|SHLVL|HOSTNAME|DISPLAY|MAIL|_|(SSH|XDG|DBUS|NVM|NPM|VSCODE|COLOR|SYSTEMD|INVOCATION|JOURNAL)_\w+|NODE_\w+|npm_\w+|OPENCLAW_(HOME|STATE_DIR|CONFIG_PATH|PROFILE|GATEWAY_\w+|SERVICE_(?!MANAGED_ENV_KEYS$)\w+|SYSTEMD_\w+|LAUNCHD_\w+|NO_RESPAWN))$/;
/** No connection of a case leaves the machine. */
const PROXIES = /^(https?|no|all)_proxy$/i;

export function environmentOfCase(variables: Readonly<Record<string, string>>): {
  readonly environment: Readonly<Record<string, string>>;
  readonly leftOut: readonly LeftOut[];
} {
  const all = Object.entries(variables);
  const isKept = ([name]: readonly [string, string]) => !OF_THE_MACHINE.test(name) && !PROXIES.test(name);
  const leftOut = all
    .filter((each) => !isKept(each))
    .map(([name]) => ({
      what: `variable ${name}`,
      why: PROXIES.test(name) ? 'a case reaches nothing outside' : "the user's machine",
    }));
  return { environment: Object.fromEntries(all.filter(isKept)), leftOut };
}
