import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Lets Node import the TypeScript of test/support/, as its module hooks want it. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return await next(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), { loader: 'ts', target: 'node20' });
  return { format: 'module', source: code, shortCircuit: true };
}
