import type { DockerfileDocument, DockerfileView, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { imageNameProblem } from './images/image-name-problem.ts';
import { isOversized } from './stages/is-oversized.ts';
import { variablesIn } from './variables/variables-in.ts';

export const fromArgWithoutDefault: Rule<DockerfileDocument> = {
  id: 'from-arg-without-default',
  kinds: ['dockerfile'],
  title: 'Base image is not known without a build argument',
  severity: 'low',
  confidence: 'certain',
  strictness: 'pedantic',
  domain: 'correctness',
  aliases: { buildkit: ['InvalidDefaultArgInFrom'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    if (isOversized(view)) return;
    for (const stage of view.stages) {
      const name = stage.from.image === undefined ? missing(stage, view) : undefined;
      if (name !== undefined) yield problem(stage, name);
    }
  },
};

/** The argument without which the name of the image is none. */
function missing({ from }: DockerStage, { args }: DockerfileView): string | undefined {
  if (from.raw.length > 512) return undefined;
  const valueless = new Set(args.filter(({ value }) => value === undefined).map(({ name }) => name));
  const uses = variablesIn(from.raw, 0, 'docker').filter(
    ({ name, operator }) => operator === undefined && valueless.has(name),
  );
  return uses.map(({ name }) => name).find((name) => imageNameProblem(emptied(from.raw, name)) !== undefined);
}

/** Any word stands for the other variables. */
function emptied(raw: string, name: string): string {
  return raw.replace(/\$(?:\{(\w+)[^}]*\}|(\w+))/g, (_, braced, bare) => ((braced ?? bare) === name ? '' : 'x'));
}

function problem(stage: DockerStage, name: string): Observation {
  return {
    range: stage.from.range,
    key: stage.key,
    message: {
      what: `${quote(stage.from.raw)} is no image unless the build is given ${quote(name)}.`,
      why: `A plain ${quote('docker build .')} stops, and the file does not say which versions were ever tested.`,
      remedy: `Give it a default: ${quote(`ARG ${name}=...`)}.`,
    },
  };
}
