import type { Review } from '../../types.ts';
import { noteOf, readMarkers } from './markers.ts';
import type { Conversation, OwnComment } from './own-comments.ts';
import type { OwnThread } from './own-threads.ts';

/** Rules that are not commented on in this pull request, and our note of who asked for it and why. */
export function ignoredRules(at: Conversation, own: readonly OwnComment[]): ReadonlyMap<string, string> {
  return new Map(
    own.flatMap(({ body }) =>
      readMarkers(at.scope, body)
        .filter(({ kind }) => kind === 'ignored')
        .map(
          ({ subject }) =>
            [subject, noteOf(at.scope, body) ?? `\`${subject}\`, in a note that was edited since`] as const,
        ),
    ),
  );
}

/** What people said about the findings, for those who decide: nothing of it lifts the gate. */
export function wishesSection(
  { findings }: Review,
  ignored: ReadonlyMap<string, string>,
  threads: readonly OwnThread[],
): string {
  const there = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const contested = threads.flatMap(({ marker, contested: note }) => {
    const finding = there.get(marker.subject);
    return note === undefined || finding === undefined ? [] : [`- \`${finding.rule}\`: ${note}`];
  });
  const muted = [...ignored.values()].map((note) => `- ${note}`);
  return section('Contested; whoever maintains this decides', contested) + section('Not commented on here', muted);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n\n**${title}**\n\n${lines.join('\n')}`;
}
