export { baseImageUntagged } from './base-image-untagged.ts';
export { userMissing } from './user-missing.ts';
export { userRemoved } from './user-removed.ts';
