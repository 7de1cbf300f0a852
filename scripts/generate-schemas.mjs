import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/* Writes schemas/, the JSON Schemas of the settings files for editors, from what reads these files. */

const entry = `
import * as z from 'zod';
import { organisationSchema, settingsSchema, waiverSchema } from './src/policy/settings-schema.ts';
export const schemas = {
  'pipewright.schema.json': z.toJSONSchema(settingsSchema),
  'organisation.schema.json': z.toJSONSchema(organisationSchema),
  'waivers.schema.json': z.toJSONSchema(z.array(waiverSchema)),
};`;
const bundle = await build({
  stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { schemas } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`
);
await mkdir('schemas', { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const { $schema, ...rest } = schema;
  const titled = { $schema, title: `Pipewright: ${name.replace('.schema.json', '')}`, ...rest };
  await writeFile(`schemas/${name}`, `${JSON.stringify(titled, null, 2)}\n`);
}
