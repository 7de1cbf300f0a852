import { attackTests } from './attack-tests.ts';
import { ENCODINGS } from './attacks/encodings.ts';

attackTests('encodings', ENCODINGS);
