/** What BuildKit sets by itself; a stage sees them only after an ARG of that name, FROM sees them always. */
export const PLATFORM_VARIABLES: ReadonlySet<string> = new Set([
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETOSVERSION',
  'TARGETSTAGE',
  'BUILDOSVERSION',
]);

/** There without an ARG. */
export const PREDEFINED_VARIABLES: ReadonlySet<string> = new Set(
  ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]),
);
