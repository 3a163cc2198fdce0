import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A folder with one site per state, as OtherReadersIT or `elytra site preview --state S --output FOLDER/S` writes them. */
export const folder = process.env.SITES ?? '';

if (!folder) {
  throw new Error('SITES is not set. Set it to a folder with the output of "elytra site preview" in each state.');
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export const states = readdirSync(folder).sort();

/** What a Statuspage client shows, by the headline of status.json. */
export const INDICATORS: Record<string, string> = {
  operational: 'none',
  maintenance: 'maintenance',
  degraded: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  unknown: 'minor',
};

export function text(state: string, path: string): string {
  return readFileSync(join(folder, state, path), 'utf8');
}

export function json(state: string, path: string): any {
  return JSON.parse(text(state, path));
}

/** Serves the folder on this machine, or the site of one state in it. */
export async function serve(state = ''): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    try {
      const content = readFileSync(join(folder, state, path));
      response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
