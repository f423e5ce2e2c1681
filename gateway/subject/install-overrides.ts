/**
 * Dependencies of published OpenClaw builds that cannot be installed as they are, as npm `overrides`.
 *
 * None of them is on a credential path.
 */
export const INSTALL_OVERRIDES: Readonly<Record<string, string>> = {
  // `@whiskeysockets/baileys` 7.0.0-rc takes libsignal from a git URL (2026.3.13 to 2026.4.15): the npm
  // package of the same code serves, since no WhatsApp session is opened.
  libsignal: 'npm:libsignal@2.0.1',
  // Versions after 0.18.12 depend on `cssomnom`, which is not on npm.
  linkedom: '0.18.12',
};
