/** The same JSON with everything that people cannot see, or that would command an Actions runner, written as `\uXXXX`. */
export function visibleJson(json: string): string {
  return (
    json
      .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u007f-\u009f\u2028\u2029]/gu, escaped)
      // A command to the Actions runner, wherever it stands in a line.
      .replaceAll('##[', `##${escaped('[')}`)
  );
}

function escaped(text: string): string {
  return text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
