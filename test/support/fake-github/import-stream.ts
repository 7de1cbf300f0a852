/** Contents by path; null removes the path, `{ link }` is a symbolic link, `{ submodule }` a commit elsewhere. */
export type Files = Readonly<
  Record<string, string | Buffer | { readonly link: string } | { readonly submodule: string } | null>
>;

export interface CommitRequest {
  readonly branch: string;
  readonly parent: string | undefined;
  readonly message: string;
  readonly files: Files;
  /** Counts the commits, so that no two are the same. */
  readonly number: number;
}

/** One commit for `git fast-import`: a single process, however many files. */
export function importStream({ branch, parent, message, files, number }: CommitRequest): Buffer {
  const parts: Buffer[] = [
    Buffer.from(`commit refs/heads/${branch}\ncommitter Ada <ada@example.invalid> ${1_790_000_000 + number} +0000\n`),
    data(Buffer.from(message)),
    Buffer.from(parent === undefined ? '' : `from ${parent}\n`),
  ];
  for (const [path, content] of Object.entries(files)) {
    if (content === null) {
      parts.push(Buffer.from(`D ${quoted(path)}\n`));
      continue;
    }
    if (typeof content === 'object' && 'submodule' in content) {
      parts.push(Buffer.from(`M 160000 ${content.submodule} ${quoted(path)}\n`));
      continue;
    }
    const isLink = typeof content === 'object' && 'link' in content;
    parts.push(Buffer.from(`M ${isLink ? '120000' : '100644'} inline ${quoted(path)}\n`));
    parts.push(data(Buffer.from(isLink ? content.link : content)));
  }
  return Buffer.concat(parts);
}

/** As git writes paths that hold what would end a line. */
function quoted(path: string): string {
  if (!/[\n"\\]/.test(path)) return path;
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

function data(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')]);
}
