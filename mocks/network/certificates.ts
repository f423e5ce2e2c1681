/**
 * TLS certificates for every host a subject asks for, signed by a certificate authority of this run only.
 *
 * The subject trusts it through `NODE_EXTRA_CA_CERTS` (`mocks/network/preload.ts`); nothing is written outside the run's folder.
 */
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate } from 'selfsigned';

export interface CertificateAuthority {
  /** The authority's own certificate, PEM. */
  readonly certificate: string;
  /** A TLS context for one host; made once. */
  contextFor(host: string): Promise<SecureContext>;
}

/** Makes a new authority, valid for this run. */
export async function createCertificateAuthority(): Promise<CertificateAuthority> {
  const authority = await generate([{ name: 'commonName', value: 'OpenClaw Auth Conformance' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });

  const issue = async (host: string): Promise<SecureContext> => {
    const leaf = await generate([{ name: 'commonName', value: 'stub' }], {
      algorithm: 'sha256',
      keyType: 'ec',
      ca: { key: authority.private, cert: authority.cert },
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
    });
    return createSecureContext({ key: leaf.private, cert: leaf.cert });
  };

  const issued = new Map<string, Promise<SecureContext>>();
  return {
    certificate: authority.cert,
    contextFor(host) {
      const known = issued.get(host) ?? issue(host);
      issued.set(host, known);
      return known;
    },
  };
}
