import { attackTests } from './attack-tests.ts';
import { MASQUERADE } from './attacks/masquerade.ts';

attackTests('masquerade', MASQUERADE);
