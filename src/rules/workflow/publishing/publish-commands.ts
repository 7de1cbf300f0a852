import { invokedWords } from '../../../documents/shell.ts';
import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { placedCommands } from '../scripts/placed-commands.ts';

export type Registry = 'npm' | 'PyPI' | 'crates.io' | 'RubyGems' | 'NuGet';

/** A command that puts a package on a public registry, as far as the file tells. */
export interface PublishCommand {
  readonly step: Step;
  readonly registry: Registry;
  readonly tool: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly range: Range;
}

interface Publisher {
  readonly registry: Registry;
  readonly tools: RegExp;
  readonly verb: RegExp;
  /** Options that name another registry. */
  readonly elsewhere: RegExp;
  /** What the public registry is called there. */
  readonly home: RegExp;
}

/** From the documentation of each tool, November 2026. */
const PUBLISHERS: readonly Publisher[] = [
  {
    registry: 'npm',
    tools: /^(npm|pnpm|yarn|bun)$/,
    verb: /^publish$/,
    elsewhere: /^--registry\b/,
    home: /registry\.npmjs\.org/,
  },
  {
    registry: 'PyPI',
    tools: /^(twine|uv|poetry|hatch|pdm|flit)$/,
    verb: /^(upload|publish)$/,
    elsewhere: /^(-r|--repo|--repository|--repository-url|--publish-url|--index)\b/,
    home: /(^|\.)pypi(\.org|$)|testpypi/,
  },
  {
    registry: 'crates.io',
    tools: /^cargo$/,
    verb: /^publish$/,
    elsewhere: /^--(registry|index)\b/,
    home: /crates-io/,
  },
  { registry: 'RubyGems', tools: /^gem$/, verb: /^push$/, elsewhere: /^--host\b/, home: /rubygems\.org/ },
  {
    registry: 'NuGet',
    tools: /^(dotnet|nuget)$/,
    verb: /^push$/,
    elsewhere: /^(-s|--source|-Source)\b/,
    home: /nuget\.org/,
  },
];

const MAYBE = /\b(publish|upload|push)\b/;
const LAUNCHERS =
  /^(npx|bunx|uvx|(pnpm|yarn|npm) (exec|dlx)|(poetry|uv|pdm|hatch|pipx|uv tool) run|bundle exec|(python[\d.]*|py) -m)(?= )/;

/** The publishing commands of a job that go to a public registry; trial runs are none. */
export function publishCommands(document: WorkflowDocument, job: Job): PublishCommand[] {
  return job.steps.flatMap((step) => {
    if (!step.run || !MAYBE.test(step.run.text)) return [];
    return placedCommands(document.source, step.run).flatMap(({ command, range }): PublishCommand[] => {
      const text = invokedWords(command)
        .map((word) => word.text)
        .join(' ');
      const words = text.replace(LAUNCHERS, '').trim().split(/\s+/);
      const found = publisherOf(words);
      return found ? [{ step, registry: found.registry, tool: words[0] ?? '', text, words, range }] : [];
    });
  });
}

function publisherOf(words: readonly string[]): Publisher | undefined {
  const [tool = '', ...args] = words;
  const publisher = PUBLISHERS.find(({ tools }) => tools.test(tool));
  if (!publisher || !isVerb(publisher, args) || args.some((arg) => /^--?dry-?run\b/.test(arg))) return undefined;
  const option = args.findIndex((arg) => publisher.elsewhere.test(arg));
  // NuGet's push asks for its source; without one it is a setting that is not known.
  if (option < 0) return publisher.registry === 'NuGet' ? undefined : publisher;
  const named = args[option]?.includes('=') ? args[option] : args[option + 1];
  return publisher.home.test(named?.split('=').at(-1) ?? '') ? publisher : undefined;
}

/** `pnpm --filter x publish`, `yarn npm publish`, `dotnet nuget push`; `npm run publish` runs anything. */
function isVerb({ verb }: Publisher, args: readonly string[]): boolean {
  const at = args.findIndex((arg) => verb.test(arg));
  return (
    at >= 0 && !args.slice(0, at).some((arg) => /^(run|run-script|exec|help|config|version|install|--)$/.test(arg))
  );
}
