/**
 * Whether a text may be English. Said conservatively: letters of other scripts have to be a third of all letters, or a text
 * of at least eight words has to hold none of the words that English cannot do without and three that other languages have.
 * Code in backticks is no text.
 */
export function isEnglish(text: string): boolean {
  const prose = text.slice(0, 4000).replace(/`[^`]*`/g, ' ');
  const letters = prose.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (letters.length >= 8 && foreign.length * 3 > letters.length) return false;
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 8 || words.some((word) => ENGLISH.has(word))) return true;
  return words.filter((word) => OTHERS.has(word)).length < 3;
}

/** No word that other languages have as well: `is`, `was`, `in`, `an`, `on` are such. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the are of to and with that this it its for from by not when where which after before does has have without every each'.split(
    ' ',
  ),
);

const OTHERS: ReadonlySet<string> = new Set(
  [
    'der die das und ist nicht ein eine wird auf mit den dem zu von ohne wenn nach',
    'le la les un une des et est pas dans sur pour avec sans que qui du au il',
    'el los las una uno y es no en con sin para por que se del al',
    'il lo gli una e non per con senza che di del della sono',
    'o os as um uma e é não em com sem para por que do da',
    'de het een en is niet zonder met van voor wordt dat als',
    'och är inte en ett utan med för som att det den av på',
    'i jest nie bez z na do w się że dla',
  ].flatMap((line) => line.split(' ')),
);
