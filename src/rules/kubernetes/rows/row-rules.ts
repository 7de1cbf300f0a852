import { namesAndAccounts } from './data/names-and-accounts.ts';
import { portsAndVolumes } from './data/ports-and-volumes.ts';
import { privileges } from './data/privileges.ts';
import { scheduling } from './data/scheduling.ts';
import { usersAndFiles } from './data/users-and-files.ts';
import { rowRule } from './row-rule.ts';

/** A rule for every row. */
export const podRowRules = [
  ...usersAndFiles,
  ...privileges,
  ...portsAndVolumes,
  ...scheduling,
  ...namesAndAccounts,
].map(rowRule);
