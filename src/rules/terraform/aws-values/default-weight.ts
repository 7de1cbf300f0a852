import type { Problem } from '../../../types.ts';

/** How much a defect weighs that a default of a variable causes: what a module offers is not yet what somebody runs. */
export const DEFAULT_WEIGHT: Pick<Problem, 'confidence' | 'severity'> = { confidence: 'likely', severity: 'medium' };
