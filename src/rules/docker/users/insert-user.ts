import type { DockerfileDocument, DockerStage } from '../../../documents/dockerfile.ts';
import type { Edit } from '../../../types.ts';

/** Adds a line to a stage where everything that needs root is done: before CMD and ENTRYPOINT, or at the stage's end. */
export function insertUser({ source }: DockerfileDocument, stage: DockerStage, text: string): Edit {
  const ending = source.includes('\r\n') ? '\r\n' : '\n';
  const lastWork = stage.instructions.findLastIndex(
    ({ keyword }) =>
      !['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'VOLUME', 'ENV'].includes(keyword),
  );
  const start = stage.instructions
    .slice(lastWork + 1)
    .find(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (start) {
    const lineStart = source.lastIndexOf('\n', start.range.start - 1) + 1;
    return { range: { start: lineStart, end: lineStart }, text: `${text}${ending}` };
  }
  const end = stage.range.end;
  return { range: { start: end, end }, text: `${source[end - 1] === '\n' ? '' : ending}${text}` };
}
