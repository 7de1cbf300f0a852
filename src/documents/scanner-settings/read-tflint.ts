import type { Exemption, ReadScannerSettings } from '../scanner-settings.ts';
import { parseBody } from '../terraform/parse-body.ts';
import { attribute, blocksOf, type HclBlock } from '../terraform.ts';

/** Reads .tflint.hcl (https://github.com/terraform-linters/tflint/blob/master/docs/user-guide/config.md). */
export function readTflint(source: string): ReadScannerSettings {
  const { body, comments, problems } = parseBody(source);
  const rules = blocksOf(body, 'rule').filter((rule) => isSet(rule, 'enabled', false));
  const configs = blocksOf(body, 'config');
  const exemptions: Exemption[] = [
    ...rules.map((rule) => ({
      of: 'check' as const,
      text: rule.labels[0]?.text ?? '',
      range: rule.headerRange,
      ends: false,
    })),
    ...configs.flatMap((config) => switched(config, 'force', 'failure')),
    ...configs.flatMap((config) => switched(config, 'disabled_by_default', 'check')),
  ];
  return { exemptions, comments, problems };
}

function isSet(block: HclBlock, name: string, value: boolean): boolean {
  const found = attribute(block, name)?.value;
  return found?.kind === 'literal' && found.value === value;
}

function switched(config: HclBlock, name: string, of: Exemption['of']): readonly Exemption[] {
  const found = attribute(config, name);
  return found && isSet(config, name, true) ? [{ of, text: `${name} = true`, range: found.range, ends: false }] : [];
}
