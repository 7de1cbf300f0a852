export { preventDestroyRemoved } from './prevent-destroy-removed.ts';
export { providerVersionMissing } from './provider-version-missing.ts';
export { rowRules } from './rows/row-rules.ts';
export { unusedDeclaration } from './unused-declaration.ts';
