import { transportSecurity } from '../rows/data/transport-security.ts';
import { unencryptedDatabase } from '../rows/data/unencrypted-database.ts';
import { unencryptedStorage } from '../rows/data/unencrypted-storage.ts';

/** The rows that say what must be encrypted. */
export const encryptionRows = [...unencryptedDatabase, ...unencryptedStorage, ...transportSecurity];

const names: ReadonlyMap<string, string> = new Map(
  encryptionRows.flatMap((row) => {
    if (row.type !== 'attribute') return [];
    const parents = row.path.slice(0, -1);
    return (row.orNamed ?? []).flatMap((other) =>
      row.resources.map((type) => [`${type}/${[...parents, other].join('.')}`, row.path.join('.')] as const),
    );
  }),
);

/** The name by which the rows know a setting of a resource: providers rename them, and old code keeps the old name. */
export function settingName(type: string, name: string): string {
  return names.get(`${type}/${name}`) ?? name;
}
