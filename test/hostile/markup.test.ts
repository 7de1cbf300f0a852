import { attackTests } from './attack-tests.ts';
import { MARKUP } from './attacks/markup.ts';

attackTests('markup', MARKUP);
