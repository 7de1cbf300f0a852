import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';

/** Strips types for jest on Node 20, where Node itself cannot; ts-jest does not accept TypeScript 7. */
export default {
  process(sourceText, sourcePath) {
    return transformSync(sourceText, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      sourcefile: sourcePath,
      sourcemap: 'inline',
    });
  },
  getCacheKey: (sourceText, sourcePath) => createHash('sha1').update(sourcePath).update(sourceText).digest('hex'),
};
