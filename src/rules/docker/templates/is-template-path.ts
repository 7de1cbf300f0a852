/** A file that a program fills in before it is a Dockerfile: its variables may be that program's. */
export function isTemplatePath(path: string): boolean {
  return /\.(template|tmpl|tpl|in|j2|jinja2?|erb|m4|mustache|hbs|gotmpl)$/i.test(path);
}
