import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder with one site per state, each written by `elytra site preview --state S --output FOLDER/S`. */
export const folder = process.env.SITES ?? '';

if (!folder) {
  throw new Error('SITES is not set. Set it to a folder with the output of "elytra site preview" in each state.');
}

export const states = readdirSync(folder).sort();

export function text(state: string, path: string): string {
  return readFileSync(join(folder, state, path), 'utf8');
}

export function json(state: string, path: string): any {
  return JSON.parse(text(state, path));
}
