import type { Job } from '../../documents/workflow/job.ts';
import type { Step } from '../../documents/workflow/step.ts';
import type { ActionDocument, WorkflowDocument } from '../../documents/workflow.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { type RunDownload, runDownloads } from './downloads/run-downloads.ts';

type Subject = WorkflowDocument | ActionDocument;

export const downloadThenRun: Rule<Subject> = {
  id: 'download-then-run',
  kinds: ['workflow', 'action'],
  title: 'A download is run without a look at what came',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'supply-chain',
  aliases: {
    poutine: ['unverified_script_exec'],
    scorecard: ['Pinned-Dependencies/download-then-run'],
    semgrep: ['curl-eval'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check(document) {
    if (!/\b(curl|wget)\b/.test(document.source)) return;
    for (const { steps, job } of groupsOf(document)) {
      for (const found of runDownloads(document, job, steps))
        yield problem(found, job ? `${job.id}/${found.step.key}` : found.step.key);
    }
  },
};

function groupsOf(document: Subject): { readonly steps: readonly Step[]; readonly job?: Job }[] {
  if (document.kind === 'action') return [{ steps: document.view.steps }];
  return document.view.jobs.map((job) => ({ steps: job.steps, job }));
}

/** The address names a release: what it answers is not meant to change. */
const VERSION = /[/_-]v?\d+\.\d+\.\d+/;

function problem({ range, written, url, how }: RunDownload, key: string): Observation {
  const open = /^(http|ftp):\/\//i.test(url);
  return {
    range,
    key: `${key}/${url || written.slice(0, 40)}`,
    ...(open || how === 'evaluated' ? { severity: 'high' } : VERSION.test(url) ? { severity: 'low' } : {}),
    message: {
      what: `${quote(written)} runs what ${url === '' ? 'a download' : quote(url)} answers at that moment.`,
      why: open
        ? 'Nothing protects it on its way: whoever sits on the line, or takes over the site, runs code in this job.'
        : 'Whoever takes over the site or its name runs code in this job, with its token and secrets; no diff shows the day it changes.',
      remedy:
        'Fetch a released version and compare its checksum (`sha256sum --check`) or signature before it is run, take a pinned action, or keep the script in the repository.',
    },
  };
}
