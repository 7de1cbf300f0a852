import type { DockerfileDocument, DockerfileView, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { closestName } from './names/closest-name.ts';
import { finalImage } from './stages/final-image.ts';
import { isOversized } from './stages/is-oversized.ts';
import { PLATFORM_VARIABLES, PREDEFINED_VARIABLES } from './variables/automatic-variables.ts';
import { inheritedVariables } from './variables/stage-variables.ts';
import { usesOf } from './variables/uses-of.ts';
import type { VariableUse } from './variables/variables-in.ts';

export const variableUndefined: Rule<DockerfileDocument> = {
  id: 'variable-undefined',
  kinds: ['dockerfile'],
  title: 'A variable is used that the stage does not know',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: { buildkit: ['UndefinedVar'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    if (isOversized(view)) return;
    for (const stage of view.stages) {
      for (const { use, reason } of unknownUses(stage, view)) yield problem(stage, use, reason);
    }
  },
};

interface UnknownUse {
  readonly use: VariableUse;
  readonly reason: Reason;
}

/** Nobody uses more in one stage; each is compared with all others. */
const MOST_NAMES = 300;

/** Each variable once, where it first is used. */
function unknownUses(stage: DockerStage, view: DockerfileView): readonly UnknownUse[] {
  const defined = new Set([...inheritedVariables(stage, view), ...PREDEFINED_VARIABLES]);
  const found = new Map<string, UnknownUse>();
  const seen = new Set<string>();
  for (const instruction of stage.instructions.slice(1)) {
    for (const use of usesOf(instruction)) {
      if (defined.has(use.name) || seen.has(use.name) || seen.size >= MOST_NAMES) continue;
      seen.add(use.name);
      const reason = reasonOf(use.name, instruction.keyword === 'RUN', defined, stage, view);
      if (reason) found.set(use.name, { use, reason });
    }
    if (instruction.keyword !== 'LABEL') for (const { name } of instruction.pairs) defined.add(name);
  }
  return [...found.values()];
}

type Reason = { readonly type: 'global' | 'platform' | 'nowhere' } | { readonly type: 'typo'; readonly meant: string };

/** Why it has no value; undefined where the base image may set it, or a script. */
function reasonOf(
  name: string,
  isInScript: boolean,
  defined: ReadonlySet<string>,
  stage: DockerStage,
  view: DockerfileView,
): Reason | undefined {
  const base = finalImage(stage, view.stages);
  if (view.args.some((arg) => arg.name === name)) {
    // `FROM node:$NODE_VERSION`: images like to say which version they are, under that very name.
    const mayBeSet = base.raw.includes(name) && !setsOnlyPath(base.repository);
    return mayBeSet ? undefined : { type: 'global' };
  }
  if (PLATFORM_VARIABLES.has(name)) return { type: 'platform' };
  if (isInScript || /PATH$|FLAGS$/.test(name)) return undefined;
  const meant = defined.size < MOST_NAMES ? closestName(name, [...defined]) : undefined;
  if (meant) return { type: 'typo', meant };
  return setsOnlyPath(base.repository) ? { type: 'nowhere' } : undefined;
}

/** Images with no variable but PATH, as known in November 2026. */
function setsOnlyPath(repository = ''): boolean {
  return /^(docker\.io\/)?(library\/)?(scratch|alpine|busybox|debian|ubuntu|almalinux|rockylinux|amazonlinux)$/.test(
    repository,
  );
}

function problem(stage: DockerStage, { name, range }: VariableUse, reason: Reason): Observation {
  return {
    range,
    key: `${stage.key}/${name}`,
    message: { what: `${quote(name)} has no value here.`, ...wordsOf(name, reason) },
  };
}

function wordsOf(name: string, reason: Reason): { readonly why: string; readonly remedy: string } {
  switch (reason.type) {
    case 'global':
      return {
        why: `The ${quote('ARG')} before the first ${quote('FROM')} is for ${quote('FROM')} alone: inside a stage the text is empty, and no build argument changes that.`,
        remedy: `Put ${quote(`ARG ${name}`)}, without a value, into this stage: it takes over the one from above.`,
      };
    case 'platform':
      return {
        why: 'BuildKit sets it, but a stage sees it only after it asks: the text is empty, so that the step works for one platform at best.',
        remedy: `Put ${quote(`ARG ${name}`)} into this stage, before it is used.`,
      };
    case 'typo':
      return {
        why: 'No ARG and no ENV of the stage has that name: the text is empty, unless the base image sets it.',
        remedy: `Write ${quote(reason.meant)} if you mean that.`,
      };
    case 'nowhere':
      return {
        why: 'No ARG and no ENV of the stage has that name, and the base image does not set it: the text is empty.',
        remedy: `Set it with ${quote(`ARG ${name}=...`)} or ${quote(`ENV ${name}=...`)} above, or write a default: ${quote(`\${${name}:-...}`)}.`,
      };
  }
}
