/**
 * ShellCheck's codes for what goes wrong when the script runs, whatever the style of its author, and what then happens.
 * Chosen from https://www.shellcheck.net/wiki/Checks, November 2026.
 */
export const COSTLY_MISTAKES: Readonly<Record<number, string>> = {
  1020: 'The test fails with a syntax error.',
  1035: 'The test fails, or runs another command than is meant.',
  1065: 'The script ends with a syntax error.',
  1069: 'The shell looks for a command of that name.',
  1095: 'The script ends with a syntax error.',
  2024: 'The file is written without the rights of root, and the step fails.',
  2030: 'The value is lost when the subshell ends.',
  2031: 'The value was changed in a subshell and is the old one here.',
  2045: 'Names with spaces fall apart.',
  2061: 'Once a file matches here, another name is searched for.',
  2062: 'Once a file matches here, another pattern is searched for.',
  2066: 'The loop runs once, over everything at once.',
  2068: 'Arguments with spaces fall apart.',
  2069: 'Errors still go to the terminal.',
  2070: 'The test is always true.',
  2071: 'Numbers are compared as texts: 9 is greater than 10.',
  2076: 'The pattern is taken word for word, and nothing matches.',
  2077: 'The test is always true.',
  2081: 'The pattern is taken word for word, and nothing matches.',
  2091: 'What the command prints is run as a command.',
  2094: 'The file is emptied before it is read.',
  2095: 'The loop ends after its first line.',
  2101: 'The class matches its letters, not what it names.',
  2114: 'A folder of the system is deleted.',
  2115: 'With the variable empty, everything below the root is deleted.',
  2122: 'The test fails with an error.',
  2144: 'The test fails as soon as several files match, or none.',
  2145: 'The arguments run into one another.',
  2170: 'The text counts as zero.',
  2171: 'The test fails with an error.',
  2187: 'The script runs under a shell that it was not written for.',
  2188: 'Nothing is run here: the file is emptied.',
  2199: 'Arrays are compared as one text.',
  2216: 'The command never reads what is piped to it.',
  2217: 'The command never reads what is redirected to it.',
  2218: 'The function does not exist yet when it is called.',
  2226: 'The link is made to nothing.',
  2238: 'A file of that name is written; no command is run.',
  2242: 'The step ends with another status than is meant.',
  2252: 'The test is always true.',
  2257: 'The change of the variable is lost.',
  2259: 'What is piped to the command never reaches it.',
  2260: 'What the command prints never reaches the pipe.',
  2261: 'Only one of the redirections counts.',
  2294: 'Arguments with spaces fall apart.',
  2320: 'The status is that of another command.',
  2321: 'The index is computed, not named.',
};

/**
 * Codes that say nothing of a step: variables come from its environment, an expression of GitHub is a word by then, the
 * files that it sources are elsewhere, and `bash -e` stops where `cd` fails.
 */
export const BESIDE_THE_POINT: ReadonlySet<number> = new Set([
  1090, 1091, 1111, 1112, 2016, 2034, 2043, 2050, 2078, 2148, 2154, 2157, 2158, 2159, 2160, 2161, 2164, 2193, 2194,
  2209,
]);
