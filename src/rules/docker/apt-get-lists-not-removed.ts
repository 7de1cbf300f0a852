import type { DockerfileDocument, DockerInstruction, DockerStage } from '../../documents/dockerfile.ts';
import type { Edit, Observation, Rule } from '../../types.ts';
import { quote } from '../quote.ts';
import { hasMount } from './commands/has-mount.ts';
import { type RunCommand, runCommands } from './commands/run-commands.ts';
import { finalChain } from './stages/stage-chain.ts';

const CLEAN = 'rm -rf /var/lib/apt/lists/*';

export const aptGetListsNotRemoved: Rule<DockerfileDocument> = {
  id: 'apt-get-lists-not-removed',
  kinds: ['dockerfile'],
  title: 'Package lists stay in the image',
  severity: 'low',
  confidence: 'certain',
  strictness: 'regular',
  domain: 'cost',
  aliases: {
    hadolint: ['DL3009'],
    kics: ['df746b39-6564-4fed-bf85-e9c44382303c'],
    semgrep: ['remove-package-lists'],
  },
  since: '0.1.0',
  on: 'document',
  fixable: true,

  *check({ source, view }) {
    const missedBy = new Set(
      view.stages.flatMap(({ from, instructions }) =>
        from.stageRef !== undefined && installsFromList(instructions, 0) ? [from.stageRef] : [],
      ),
    );
    for (const stage of finalChain(view.stages)) {
      for (const [i, instruction] of stage.instructions.entries()) {
        const update = keptUpdate(instruction);
        if (!update) continue;
        const isMissed = installsFromList(stage.instructions, i + 1);
        // An update that should be one with the step that installs: the rule for that says so.
        if (isMissed && !runCommands(instruction).some((one) => isApt(one, INSTALLS))) continue;
        yield problem(stage, instruction, update, source, isMissed || missedBy.has(stage.index));
      }
    }
  },
};

/** The update whose lists nothing of the same RUN takes away. */
function keptUpdate(instruction: DockerInstruction): RunCommand | undefined {
  if (hasMount(instruction, /^["']?\/var(\/lib(\/apt(\/lists)?)?)?\/?["']?$/)) return undefined;
  const commands = runCommands(instruction);
  const at = commands.findLastIndex(
    ({ program, words }) => /^apt(-get)?$/.test(program) && words.some(({ text }) => text === 'update'),
  );
  return at < 0 || commands.slice(at + 1).some(cleans) ? undefined : commands[at];
}

function cleans({ program, words }: RunCommand): boolean {
  const rest = words.slice(1).map(({ text }) => text);
  if (/^apt(-get)?$/.test(program)) return rest.includes('distclean');
  if (program === 'rm' || program === 'find')
    return rest.some((text) => /\/var\/lib\/.*apt|\/var\/lib\/apt/.test(text));
  // A script of the image that tidies up, by its name.
  return /clean/i.test(program);
}

const INSTALLS = /^(install|upgrade|dist-upgrade|full-upgrade|build-dep)$/;

/** Whether the next step that installs has no update of its own, and so needs the lists as they are. */
function installsFromList(instructions: readonly DockerInstruction[], from: number): boolean {
  for (let i = from; i < instructions.length; i++) {
    const instruction = instructions[i];
    const commands = instruction ? runCommands(instruction) : [];
    if (commands.some((one) => isApt(one, /^update$/))) return false;
    if (commands.some((one) => isApt(one, INSTALLS))) return true;
  }
  return false;
}

function isApt({ program, words }: RunCommand, verb: RegExp): boolean {
  return /^apt(-get)?$/.test(program) && words.slice(1).some(({ text }) => verb.test(text));
}

function problem(
  stage: DockerStage,
  run: DockerInstruction,
  update: RunCommand,
  source: string,
  isNeeded: boolean,
): Observation {
  const edit = isNeeded ? undefined : cleanUp(run, source);
  return {
    range: update.command?.range ?? run.range,
    key: `${stage.key}/apt-lists`,
    message: {
      what: `${quote(update.words.map(({ text }) => text).join(' '))} leaves its package lists in the layer.`,
      why: 'They are tens of megabytes that every pull of the image carries, and that a later step cannot take out again.',
      remedy: isNeeded
        ? `End the same RUN with ${quote(CLEAN)}, and begin the later steps that install with an ${quote('apt-get update')} of their own.`
        : `End the same RUN with ${quote(CLEAN)}, or mount a cache on ${quote('/var/lib/apt/lists')}.`,
    },
    ...(edit ? { fix: { title: 'Remove the package lists', safety: 'safe' as const, edits: [edit] } } : {}),
  };
}

/** Behind a plain chain of `&&`; in anything else the place is not clear. */
function cleanUp({ form, heredocs, script, argsRange }: DockerInstruction, source: string): Edit | undefined {
  const text = script?.text.trimEnd() ?? '';
  if (form === 'exec' || heredocs.length > 0 || /\|\||;|[^&]&[^&]|#/.test(text) || /[&|\\]$/.test(text))
    return undefined;
  const lines = source.slice(argsRange.start, argsRange.end).split('\n');
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  const joint = lines.length > 1 ? ` \\${(lines[0] ?? '').endsWith('\r') ? '\r\n' : '\n'}${indent}&& ` : ' && ';
  return { range: { start: argsRange.end, end: argsRange.end }, text: `${joint}${CLEAN}` };
}
