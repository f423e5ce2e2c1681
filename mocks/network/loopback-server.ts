/**
 * The network as a subject sees it: one loopback port that answers for every host, and is a proxy for who takes it for one.
 *
 * TLS (certificate by SNI), HTTP/1.1 and HTTP/2, with or without TLS, are told apart by the first bytes, so
 * `fetch`, `node:http`, undici and the AWS SDK's HTTP/2 client all arrive by their own real transport. The
 * answers are MSW handlers, resolved with `getResponse`.
 *
 * MSW's own interception is not used: it hangs on HTTP/2 and does not see undici's own `fetch`
 * (docs/openclaw-auth-contract.md 5.3). With real sockets neither needs a seam in the subject.
 */
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import http2, { type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { zstdDecompressSync } from 'node:zlib';
import { getResponse, type RequestHandler } from 'msw';
import { credentialsOfRequest } from '../credentials-of-request.ts';
import { isKeyRefusal } from '../providers/key-refusals.ts';
import type { CertificateAuthority } from './certificates.ts';

/** One request as it arrived. Header names are lower case. */
export interface ReceivedRequest {
  readonly httpVersion: string;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether it came by way of a proxy that the process was told of. */
  readonly viaProxy: boolean;
}

export interface LoopbackServer {
  readonly port: number;
  /**
   * Sets the handlers that answer from now on, and the listener told of each request, the status of its answer
   * (0: reset), and whether it refuses the credential.
   */
  serve(handlers: RequestHandler[], listen: Listen): void;
  /**
   * Sets handlers that answer all the time, also between runs. A listener is told of a request to them only where it
   * has a credential in a header.
   */
  stand(handlers: readonly RequestHandler[]): void;
  /**
   * Ends the answers.
   *
   * @throws any error of a handler or a listener: a failure of ours, which the subject saw as a reset connection
   */
  stop(): void;
  close(): Promise<void>;
}

type Listen = (request: ReceivedRequest, status: number, refusesKey: boolean) => void;
type AnyRequest = IncomingMessage | Http2ServerRequest;
type AnyResponse = ServerResponse | Http2ServerResponse;

const TLS_HANDSHAKE = 0x16;
const HTTP2_PREFACE = 'PRI';

/** Starts a server on a free loopback port. Unknown hosts and paths are answered 404, at once. */
export async function startLoopbackServer(authority: CertificateAuthority): Promise<LoopbackServer> {
  let handlers: RequestHandler[] = [];
  let standing: readonly RequestHandler[] = [];
  let listen: Listen = () => {};
  let failure: { readonly error: unknown } | null = null;
  const sockets = new Set<Socket>();
  /** The clients' ends of connections that a proxy was asked for. */
  const tunnels = new Set<number>();

  const answer = (request: AnyRequest, response: AnyResponse): void => {
    // Read before anything is awaited: a late request must go to the run that sent it.
    const [answers, told] = [handlers, listen];
    void (async () => {
      const received = await receive(request, tunnels);
      const reply = await answered(received, answers, told, standing).catch((error: unknown) => {
        failure ??= { error };
        return Response.error();
      });
      if (reply.type === 'error') request.socket.destroy();
      else await send(reply, response);
      // Any other error is a subject that gives up, before its request is complete or before it has an answer.
    })().catch(() => request.socket.destroy());
  };

  // Node closes a connection that is idle for five seconds, and a warm process that was busy for longer would ask over a closed one.
  const http1Options = { keepAliveTimeout: 0 };
  const plain = http.createServer(http1Options, answer);
  const plainHttp2 = http2.createServer(answer);
  const secure = http2.createSecureServer(
    {
      allowHTTP1: true,
      http1Options,
      SNICallback: (host, done) => {
        authority.contextFor(host).then(
          (context: SecureContext) => done(null, context),
          (error: unknown) => done(error as Error),
        );
      },
    },
    answer,
  );

  const begin = (socket: Socket): void => {
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (!first) return;
      socket.unshift(first);
      if (first[0] === TLS_HANDSHAKE) secure.emit('connection', socket);
      else if (first.subarray(0, 3).toString() === HTTP2_PREFACE) plainHttp2.emit('connection', socket);
      else plain.emit('connection', socket);
    });
  };
  // A client of a proxy asks it for a connection, and speaks with the host itself over that.
  plain.on('connect', (_request, socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort !== undefined) {
      tunnels.add(remotePort);
      socket.once('close', () => tunnels.delete(remotePort));
    }
    begin(socket);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
  });
  const listener = net.createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A subject that gives up resets its connection; that is its right and not an error of ours.
    socket.on('error', () => {});
    begin(socket);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));

  return {
    port: (listener.address() as AddressInfo).port,
    serve(nextHandlers, nextListen) {
      handlers = nextHandlers;
      listen = nextListen;
    },
    stand(nextHandlers) {
      standing = nextHandlers;
    },
    stop() {
      const failed = failure;
      [handlers, listen, failure] = [[], () => {}, null];
      if (failed) throw failed.error;
    },
    async close() {
      // No connection comes in between: one that stays open keeps the server.
      const closed = new Promise((resolve) => listener.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function answered(
  received: ReceivedRequest,
  handlers: RequestHandler[],
  listen: Listen,
  standing: readonly RequestHandler[],
): Promise<Response> {
  const always = await getResponse([...standing], toFetchRequest(received));
  if (always) {
    // The number of polls depends on the time alone; a credential does not belong there.
    if (credentialsOfRequest(received.headers, received.url).length > 0)
      listen(received, always.status, isKeyRefusal(always));
    return always;
  }
  const reply = (await getResponse(handlers, toFetchRequest(received))) ?? notFound();
  listen(received, reply.status, isKeyRefusal(reply));
  return reply;
}

async function receive(request: AnyRequest, tunnels: ReadonlySet<number>): Promise<ReceivedRequest> {
  const isTunnelled = tunnels.has(request.socket.remotePort ?? -1);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':')) headers[name] = String(value);
  }
  const authority = request.headers[':authority'] ?? request.headers.host ?? 'unknown.invalid';
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  return {
    httpVersion: request.httpVersion,
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `${scheme}://${String(authority)}`),
    headers,
    body: decoded(Buffer.concat(chunks), headers['content-encoding']),
    // Without TLS a client names the whole address to its proxy.
    viaProxy: isTunnelled || URL.canParse(request.url ?? ''),
  };
}

/** A body as it was before it was compressed: from 2026.7.1 on, turns of a ChatGPT subscription are. */
function decoded(body: Buffer, encoding: string | undefined): Buffer {
  return encoding === 'zstd' ? zstdDecompressSync(body) : body;
}

function toFetchRequest(received: ReceivedRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received.headers)) {
    // Values that fetch refuses (line ends, NUL) are recorded, and not needed to choose an answer.
    try {
      headers.set(name, value);
    } catch {
      headers.set(name, '');
    }
  }
  const bodiless = received.method === 'GET' || received.method === 'HEAD';
  return new Request(received.url, {
    method: received.method,
    headers,
    ...(bodiless ? {} : { body: new Uint8Array(received.body) }),
  });
}

function notFound(): Response {
  return Response.json({ error: { message: 'not found' } }, { status: 404 });
}

async function send(reply: Response, response: AnyResponse): Promise<void> {
  const body = Buffer.from(await reply.arrayBuffer());
  response.statusCode = reply.status;
  for (const [name, value] of reply.headers) response.setHeader(name, value);
  (response as ServerResponse).end(body);
}
