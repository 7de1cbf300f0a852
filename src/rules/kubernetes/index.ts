export { privilegedContainer } from './privileged-container.ts';
export { probeRemoved } from './probe-removed.ts';
export { readinessProbeMissing } from './readiness-probe-missing.ts';
export { selectorLabelMismatch } from './selector-label-mismatch.ts';
