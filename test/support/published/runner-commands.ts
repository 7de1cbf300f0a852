/** What a runner would take for a command if these lines were printed in a job; `allowed` is what we print ourselves. */
export function runnerCommands(text: string, allowed = /(?!)/): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => (/^\s*::/.test(line) && !allowed.test(line)) || line.includes('##['))
    .map((line) => line.slice(0, 120));
}

/** A finding on its lines, or how many there are more, as the format for runners has it. */
export const ANNOTATION = /^::(?:error|warning|notice)(?: file=[^:]*::|::and \d+ more, which do not fit here)/;
