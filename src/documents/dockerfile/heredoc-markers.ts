import { maskContinuations } from './mask-continuations.ts';
import { splitWords } from './split-words.ts';

const MARKER = /^\d*<<(-?)(?:"([^"<]+)"|'([^'<]+)'|([^<"']+))$/;

/** The heredocs that an instruction announces: `RUN <<EOF`, `COPY <<-"a" <<b /x`. Only RUN, COPY and ADD can. */
export function heredocMarkers(
  instruction: string,
  escapeChar: string,
): readonly { readonly name: string; readonly stripsTabs: boolean }[] {
  if (!instruction.includes('<<') || !/^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(instruction)) return [];
  return splitWords(maskContinuations(instruction, escapeChar), 0, escapeChar).flatMap(({ text }) => {
    const [, dash, double, single, bare] = MARKER.exec(text) ?? [];
    const name = double ?? single ?? bare;
    return name === undefined ? [] : [{ name, stripsTabs: dash === '-' }];
  });
}
