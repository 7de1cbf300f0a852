/**
 * Labels of GitHub's own runners, from https://docs.github.com/en/actions/reference/runners/github-hosted-runners and the
 * announcements of https://github.com/actions/runner-images, read in November 2026. Labels that are not listed are
 * somebody's own.
 */
export const HOSTED_LABELS: ReadonlySet<string> = new Set([
  'ubuntu-latest',
  'ubuntu-slim',
  'ubuntu-26.04',
  'ubuntu-26.04-arm',
  'ubuntu-24.04',
  'ubuntu-24.04-arm',
  'ubuntu-22.04',
  'ubuntu-22.04-arm',
  'windows-latest',
  'windows-2025',
  'windows-2025-vs2026',
  'windows-2022',
  'windows-11-arm',
  'windows-11-vs2026-arm',
  'macos-latest',
  'macos-latest-large',
  'macos-latest-xlarge',
  'macos-26',
  'macos-26-intel',
  'macos-26-large',
  'macos-26-xlarge',
  'macos-15',
  'macos-15-intel',
  'macos-15-large',
  'macos-15-xlarge',
]);

/** A label whose image is gone, or will be. */
export interface RetiredLabel {
  /** The day after which no job starts on it. */
  readonly since: string;
  readonly instead: string;
}

const retired = (since: string, instead: string): RetiredLabel => ({ since, instead });

export const RETIRED_LABELS: Readonly<Record<string, RetiredLabel>> = {
  'ubuntu-16.04': retired('2021-09-20', 'ubuntu-24.04'),
  'ubuntu-18.04': retired('2023-04-03', 'ubuntu-24.04'),
  'ubuntu-20.04': retired('2025-04-15', 'ubuntu-24.04'),
  'windows-2016': retired('2022-03-15', 'windows-2025'),
  'windows-2019': retired('2025-06-30', 'windows-2025'),
  'macos-10.15': retired('2022-12-01', 'macos-26-intel'),
  'macos-11': retired('2024-06-28', 'macos-26-intel'),
  'macos-12': retired('2024-12-03', 'macos-26-intel'),
  'macos-12-large': retired('2024-12-03', 'macos-26-large'),
  'macos-12-xlarge': retired('2024-12-03', 'macos-26-xlarge'),
  'macos-13': retired('2025-12-04', 'macos-26-intel'),
  'macos-13-large': retired('2025-12-04', 'macos-26-large'),
  'macos-13-xlarge': retired('2025-12-04', 'macos-26-xlarge'),
  'macos-14': retired('2026-11-02', 'macos-26'),
  'macos-14-large': retired('2026-11-02', 'macos-26-large'),
  'macos-14-xlarge': retired('2026-11-02', 'macos-26-xlarge'),
};

/** Labels whose end is announced. */
export const LEAVING_LABELS: Readonly<Record<string, RetiredLabel>> = {
  'ubuntu-22.04': retired('2027-04-17', 'ubuntu-24.04'),
  'ubuntu-22.04-arm': retired('2027-04-17', 'ubuntu-24.04-arm'),
};
