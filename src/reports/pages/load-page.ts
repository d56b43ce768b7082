import { join } from 'node:path';

/** What makes pages to look at. */
export type PageParts = typeof import('./page.ts');

/** Loads it when it is first needed: built it is a file beside the program, so that no other command reads it. */
export async function loadPage(): Promise<PageParts> {
  if (typeof __BUNDLED__ === 'undefined') return import('./page.ts');
  return require(join(__dirname, 'page.cjs')) as PageParts;
}

declare const __BUNDLED__: true | undefined;
