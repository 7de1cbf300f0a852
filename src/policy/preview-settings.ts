import type { Finding, Policy } from '../types.ts';
import { applyPolicy } from './apply-policy.ts';
import { explainPolicy } from './explain-policy.ts';
import { blockingFindings, conclude, openFindings } from './gate.ts';

/**
 * What to say of settings that a change brings where there were none: whether they are valid, and what this very change
 * would have got under them. They do not count yet.
 */
export function previewSettings(
  settings: Policy,
  findings: readonly Finding[],
  personasOf: (finding: Finding) => readonly string[],
  now: Date,
): readonly string[] {
  if (settings.problems.length > 0 || settings.unreadable !== undefined) {
    const faults = [...settings.problems, ...(settings.unreadable ? [settings.unreadable] : [])];
    return faults.map((fault) => `This change brings the first settings, and they would not hold: ${fault}`);
  }
  const settled = applyPolicy(findings, settings, now);
  const blocking = blockingFindings(settled, settings, personasOf);
  const introduced = openFindings(settled);
  const { conclusion } = conclude({ ...blocking, introduced, incomplete: [], policy: settings });
  const [mode, gate] = explainPolicy(settings);
  return [
    `This change brings the first settings: mode \`${mode?.value}\`, gate ${gate?.value}. They are valid and hold once they are on the base branch; under them this change would be \`${conclusion}\`.`,
  ];
}
