import { codeParts, escapeHtml, plainText } from '../sanitise.ts';

/** Text as HTML, its code spans as code. */
export function htmlText(value: string): string {
  return codeParts(value)
    .map((part) => (part.code ? `<code>${escapeHtml(part.text)}</code>` : escapeHtml(part.text)))
    .join('');
}

/** A value as code. */
export function htmlCode(value: string): string {
  return `<code>${escapeHtml(plainText(value))}</code>`;
}

/** A whole page: one file, no script, nothing loaded from anywhere. */
export function htmlPage(title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(plainText(title))}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
