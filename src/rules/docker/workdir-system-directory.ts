import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';

/** Folders that belong to the system; below `/usr/src` and `/usr/local` is room for programs. */
const SYSTEM =
  /^\/(bin|boot|dev|etc|lib(32|64|x32)?|proc|run|sbin|sys|usr|usr\/(bin|lib(32|64)?|sbin)|var|var\/(lib|run))\/?$/;
/** What is written below them is gone when a container starts. */
const MOUNTED = /^\/(dev|proc|sys)\/./;

export const workdirSystemDirectory: Rule<DockerfileDocument> = {
  id: 'workdir-system-directory',
  kinds: ['dockerfile'],
  title: 'The program works in a folder of the system',
  severity: 'medium',
  confidence: 'likely',
  strictness: 'regular',
  domain: 'security',
  aliases: { trivy: ['DS-0030', 'DS030', 'AVD-DS-0030'] },
  since: '0.1.0',
  on: 'document',
  fixable: false,

  *check({ view }) {
    for (const stage of view.stages) {
      for (const [at, workdir] of stage.instructions.entries()) {
        if (workdir.keyword !== 'WORKDIR' || workdir.args.length !== 1) continue;
        const path = workdir.args[0]?.text.replace(/["']/g, '') ?? '';
        if ((SYSTEM.test(path) && isWrittenTo(stage, at)) || MOUNTED.test(path)) yield problem(stage, workdir, path);
      }
    }
  },
};

/** Files are put into it, or containers start there: it is no short stop on the way. */
function isWrittenTo({ instructions }: DockerStage, workdir: number): boolean {
  for (let at = workdir + 1; at < instructions.length; at += 1) {
    const { keyword, args } = instructions[at] as DockerInstruction;
    if (keyword === 'WORKDIR') return false;
    if (/^(COPY|ADD)$/.test(keyword) && !/^["']?[/$]/.test(args.at(-1)?.text ?? '/')) return true;
  }
  return true;
}

function problem(stage: DockerStage, { range }: DockerInstruction, path: string): Observation {
  return {
    range,
    key: `${stage.key}/WORKDIR ${path}`,
    message: {
      what: `${quote(path)} belongs to the system, and is the working directory.`,
      why: MOUNTED.test(path)
        ? 'A file system of the kernel is mounted over it when a container starts: what the build puts there is gone.'
        : 'Files of the program lie among those of the system: one that has the same name replaces it, and the program needs rights to write there.',
      remedy: `Use a folder of its own, such as ${quote('/app')}.`,
    },
  };
}
