import { attackTests } from './attack-tests.ts';
import { INSTRUCTIONS } from './attacks/instructions.ts';

attackTests('instructions', INSTRUCTIONS);
