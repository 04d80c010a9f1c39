import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemDetails, requestId, type Sentences } from './problems.ts';

const STATUS: ReadonlyMap<string | undefined, number> = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** What is not HTTP, or comes too slowly, reaches no route: its refusal is written by hand, in the form of all others. */
export function refuseGarbled(sentences: Sentences) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const status = STATUS.get(error.code) ?? 400;
    const body = JSON.stringify(
      problemDetails(sentences, {
        status,
        instance: requestId(),
        problems: [{ code: `bad-request-${status}` }],
      }),
    );
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
    ];
    if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    else socket.destroy();
  };
}
