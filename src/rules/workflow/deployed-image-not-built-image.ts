import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../documents/workflow.ts';
import { textAt } from '../../documents/yaml/yaml-node.ts';
import type { Observation, Range, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { scriptLines } from './gates/script-lines.ts';

export const deployedImageNotBuiltImage: Rule<WorkflowDocument> = {
  id: 'deployed-image-not-built-image',
  kinds: ['workflow'],
  title: 'Another image is deployed than was built',
  severity: 'high',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'correctness',
  aliases: {},
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    const { jobs } = document.view;
    const built = jobs.flatMap((job) => job.steps.flatMap((step) => builtBy(document, job, step)));
    if (built.length === 0) return;
    for (const job of jobs) {
      for (const step of job.steps) {
        for (const image of deployedBy(document, step)) {
          const tags = built.filter(({ repository }) => repository === image.repository).map(({ tag }) => tag);
          if (tags.length > 0 && !tags.includes(image.tag) && tags.every(isKnown) && isKnown(image.tag))
            yield problem(job, step, image, tags);
        }
      }
    }
  },
};

interface Image {
  readonly repository: string;
  readonly tag: string;
  readonly range: Range;
}

/** Bounded, so that long words take no longer than they are long. */
const REFERENCE = /([\w.-]{1,200}(?::\d{1,5})?(?:\/[\w.${}()-]{1,100}){1,6}):([\w.${}-]{1,128})/g;

function builtBy({ source }: WorkflowDocument, job: Job, step: Step): Image[] {
  const isPush = step.uses?.repository.toLowerCase() === 'docker/build-push-action';
  if (isPush) return imagesIn(textAt(step.with, 'tags') ?? '', job.idRange);
  return (step.run ? scriptLines(source, step.run) : [])
    .filter(({ text }) => /\b(docker|podman|buildah)( buildx)? (build|tag|push)\b/.test(text))
    .flatMap(({ text, range }) => imagesIn(text, range));
}

function deployedBy({ source }: WorkflowDocument, step: Step): Image[] {
  return (step.run ? scriptLines(source, step.run) : [])
    .filter(({ text }) =>
      /\bkubectl (\S+ )*set image\b|\bgcloud (\S+ )*deploy\b|\baz (webapp|containerapp) |\bdocker service update\b/.test(
        text,
      ),
    )
    .flatMap(({ text, range }) => imagesIn(text, range));
}

/** Images with their tags; the same commit is written in several ways. */
function imagesIn(text: string, range: Range): Image[] {
  const plain = text
    .replace(/\$\{\{\s*github\.sha\s*\}\}|\$\{GITHUB_SHA\}|\$GITHUB_SHA\b/g, 'SHA')
    .replace(
      /\$\{\{\s*github\.(repository|repository_owner|ref_name|run_number|run_id)\s*\}\}/g,
      (_, name: string) => name,
    )
    .replace(/\$\{?GITHUB_(REPOSITORY|REPOSITORY_OWNER|REF_NAME|RUN_NUMBER|RUN_ID)\b\}?/g, (_, name: string) =>
      name.toLowerCase(),
    )
    .replace(/\$\{\{[^}]*\}\}/g, '${}');
  return [...plain.matchAll(REFERENCE)].map(([, repository = '', tag = '']) => ({ repository, tag, range }));
}

/** Nothing of it is filled in elsewhere. */
function isKnown(tag: string): boolean {
  return !tag.includes('$');
}

function problem(job: Job, step: Step, image: Image, tags: readonly string[]): Observation {
  const now = `${image.repository}:${image.tag}`;
  return {
    range: image.range,
    key: `${job.id}/${step.key}/${image.repository}`,
    message: {
      what: `${quote(now)} is deployed, and this workflow builds ${quote(`${image.repository}:${tags[0]}`)}.`,
      why: 'What runs is an image of another run, and what was built and tested here is not deployed.',
      remedy: 'Deploy what was built: its digest as an output of the build, or the same tag.',
    },
  };
}
