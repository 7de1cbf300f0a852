import type { Job } from '../../../documents/workflow/job.ts';
import type { Step } from '../../../documents/workflow/step.ts';
import type { WorkflowDocument } from '../../../documents/workflow.ts';
import type { Range } from '../../../types.ts';
import { scriptLines } from '../gates/script-lines.ts';

export interface TerraformCommand {
  readonly step: Step;
  readonly verb: 'plan' | 'apply' | 'destroy';
  readonly text: string;
  readonly range: Range;
  /** Asks nobody. */
  readonly approved: boolean;
  /** The saved plan that `apply` is given, or that `plan` writes. */
  readonly planFile?: string;
}

/** The Terraform, OpenTofu and Terragrunt runs of a job, in order. */
export function terraformCommands({ source }: WorkflowDocument, job: Job): TerraformCommand[] {
  return job.steps.flatMap((step) =>
    (step.run ? scriptLines(source, step.run) : []).flatMap((line): TerraformCommand[] => {
      const match =
        /\b(?:terraform|tofu|terragrunt)\s+(?:run-all\s+)?((?:-\S+\s+)*)(plan|apply|destroy)\b([^;&|]*)/.exec(
          line.text,
        );
      if (!match) return [];
      const [, , verb = 'plan', rest = ''] = match;
      const planFile = verb === 'plan' ? /-out[= ](\S+)/.exec(rest)?.[1] : lastArgument(rest);
      return [
        {
          step,
          verb: verb === 'apply' || verb === 'destroy' ? verb : 'plan',
          text: match[0].trim(),
          range: line.range,
          approved: /-auto-approve(?!=false)|--terragrunt-non-interactive/.test(rest),
          ...(planFile ? { planFile } : {}),
        },
      ];
    }),
  );
}

/** The only argument that is no option and no option's value. */
function lastArgument(rest: string): string | undefined {
  const words = rest.trim().split(/\s+/);
  return words.find(
    (word, i) => word !== '' && !word.startsWith('-') && !/^\d?[<>]/.test(word) && !takesValue(words[i - 1]),
  );
}

function takesValue(option: string | undefined): boolean {
  return (
    /^-{1,2}(var|var-file|target|replace|parallelism|lock-timeout|state|out|backup)$/.test(option ?? '') ||
    /^\d?[<>]+$/.test(option ?? '')
  );
}
