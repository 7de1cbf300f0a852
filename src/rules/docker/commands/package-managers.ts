/** How a package manager is told what to install. */
export interface PackageManager {
  readonly programs: RegExp;
  readonly verbs: RegExp;
  /** Options whose value is the next word. */
  readonly takesValue: RegExp;
  /** An option that says elsewhere which versions. */
  readonly decidedBy?: RegExp;
  /** A word that names a version, a file or a place. */
  readonly pinned: RegExp;
  /** What may be as new as possible. */
  readonly exempt?: RegExp;
  /** How a version is written. */
  readonly example: string;
}

const FILE = '\\.(deb|rpm|apk|whl|gem|tgz|zip)$|\\.tar\\b|^[./~]|:\\/\\/|^git[@+]';

/** As their manuals say in November 2026. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    programs: /^apt(-get)?$/,
    verbs: /^install$/,
    takesValue: /^(-t|--target-release|-o|-c)$/,
    pinned: new RegExp(`[=/]|[-+]$|${FILE}`),
    example: 'curl=8.14.*',
  },
  {
    programs: /^apk$/,
    verbs: /^add$/,
    takesValue: /^(-t|--virtual|-X|--repository|-p|--root|--arch|--keys-dir)$/,
    pinned: new RegExp(`[=~<>!]|${FILE}`),
    example: 'curl~=8.14',
  },
  {
    programs: /^(yum|dnf5?|microdnf|tdnf)$/,
    verbs: /^(install|in)$/,
    takesValue: /^(-c|--(enablerepo|disablerepo|repo|repoid|installroot|releasever|setopt|exclude))$/,
    pinned: new RegExp(`-\\d|^@|${FILE}`),
    example: 'curl-8.14*',
  },
  {
    programs: /^zypper$/,
    verbs: /^(install|in)$/,
    takesValue: /^(-r|--repo|--from|-t|--type)$/,
    pinned: new RegExp(`[=<>]|${FILE}`),
    example: 'curl=8.14',
  },
  {
    programs: /^(pip[\d.]*|pipx)$/,
    verbs: /^install$/,
    takesValue:
      /^(-[eftiP]|--(index-url|extra-index-url|find-links|target|prefix|root|platform|python|python-version|trusted-host|timeout|retries|cache-dir|progress-bar|proxy|abi|implementation|upgrade-strategy|config-settings|editable|no-binary|only-binary))$/,
    decidedBy: /^(-[rc]|--(requirement|constraint)s?)/,
    pinned: new RegExp(`[=<>~!@]|${FILE}`),
    exempt: /^(pip|setuptools|wheel|build|uv|virtualenv|poetry)(\[|$)/,
    example: 'requests==2.32.5',
  },
  {
    programs: /^(npm|pnpm|yarn)$/,
    verbs: /^(install|i|add)$/,
    takesValue:
      /^(-C|--(prefix|registry|cwd|dir|cache-folder|modules-folder|userconfig|cache|loglevel|omit|only|include|fetch-retries|network-timeout|mutex))$/,
    pinned: new RegExp(`.@(?!latest$)|#|^\\w[\\w.-]*\\/|${FILE}`),
    example: 'serve@14.2.5',
  },
  {
    programs: /^gem$/,
    verbs: /^(install|i)$/,
    takesValue: /^(-[insg]|--(install-dir|bindir|source|document|platform|file))$/,
    decidedBy: /^(-v|--version|-g|--file)/,
    pinned: new RegExp(`.:|${FILE}`),
    example: 'bundler:2.7.2',
  },
  {
    programs: /^go$/,
    verbs: /^(install|get|run)$/,
    takesValue: /^--?(ldflags|gcflags|asmflags|tags|o|mod|modfile|C|p|exec|pkgdir)$/,
    // Without a domain in front it is a package of this module, or of Go itself.
    pinned: /@(?!latest$)|^(?!"?[\w-]+\.[\w.-]+\/)/,
    example: 'golang.org/x/tools/gopls@v0.20.0',
  },
  {
    programs: /^cargo$/,
    verbs: /^install$/,
    takesValue: /^(-[jFZ]|--(features|jobs|root|target|target-dir|profile|registry|index|config|bin))$/,
    decidedBy: /^--(version|vers|path|git|list)/,
    pinned: new RegExp(`.@|${FILE}`),
    example: 'ripgrep@14.1.1',
  },
];
