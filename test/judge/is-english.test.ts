import { expect, test } from '@jest/globals';
import { isEnglish } from '../../src/judge/is-english.ts';

test.each([
  'The job no longer waits for an approval, so a failing build reaches production.',
  'No seed.',
  'Two runs give two models.',
  'Seed removed; metrics differ between runs, nobody notices until release day comes.',
  'Das `random_state` wurde entfernt',
  'apt-get install without version pins pulls newer curl, libssl, zlib, gcc, make, cmake',
  'Ändert `größe` in `für_alle`: the value is gone.',
  '`这个步骤没有安装依赖` is printed to the log.',
  'USER app removed: container processes run as root inside Kubernetes pods everywhere now',
  '',
])('may be English: %s', (text) => {
  expect(isEnglish(text)).toBe(true);
});

test.each([
  'Der Job wartet nicht mehr auf eine Freigabe und das ist ein Fehler.',
  'Le job ne demande plus une approbation et la production est touchée sans contrôle.',
  'El trabajo no espera una aprobación y los cambios llegan a la producción sin control.',
  'Il job non attende una approvazione e le modifiche arrivano in produzione senza controllo.',
  'O trabalho não espera uma aprovação e as mudanças chegam para todos sem controle.',
  'De job wacht niet meer op een goedkeuring en het is een fout van de auteur.',
  'ジョブは承認を待たずに本番環境へデプロイされます。',
  'Задание больше не ждёт одобрения.',
  '작업이 승인을 기다리지 않습니다.',
])('is not English: %s', (text) => {
  expect(isEnglish(text)).toBe(false);
});
