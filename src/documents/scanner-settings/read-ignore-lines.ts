import type { SourceComment } from '../../types.ts';
import type { Exemption, ReadScannerSettings } from '../scanner-settings.ts';

/** Reads a file with one finding or path per line: .trivyignore, .gitleaksignore, .semgrepignore. */
export function readIgnoreLines(source: string, tool: string): ReadScannerSettings {
  const exemptions: Exemption[] = [];
  const comments: SourceComment[] = [];
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    const start = match.index + match[0].indexOf(line);
    const range = { start, end: start + line.length };
    if (line.startsWith('#')) comments.push({ range, text: line.replace(/^#+\s?/, '') });
    // Semgrep: `!` takes something in again, `:include` names another file.
    else if (line !== '' && !/^[!:]/.test(line)) exemptions.push({ ...exemption(line, tool), range });
  }
  return { exemptions, comments, problems: [] };
}

/** A line of Trivy may end in `exp:2027-01-31`. */
function exemption(line: string, tool: string): Omit<Exemption, 'range'> {
  const [text = '', ...rest] = line.split(/\s+/);
  if (tool === 'semgrep') return { of: 'path', text: line, ends: false };
  return { of: 'finding', text, ends: rest.some((word) => word.startsWith('exp:')) };
}
