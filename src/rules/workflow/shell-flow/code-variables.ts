/**
 * Variables from which programs take what they run or load, or where they look for it; after the manuals of bash, ld.so,
 * git, Python, Perl, Ruby, Java, npm, pip and make, November 2026. The runner refuses NODE_OPTIONS by itself.
 */
const CODE =
  /^(PATH|BASH_ENV|PROMPT_COMMAND|LD_(PRELOAD|LIBRARY_PATH|AUDIT)|DYLD_\w+|PYTHON(PATH|HOME|STARTUP)|PERL5(OPT|LIB)|RUBY(OPT|LIB)|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|MAVEN_OPTS|GRADLE_OPTS|GIT_(SSH|SSH_COMMAND|EXTERNAL_DIFF|PAGER|EDITOR|EXEC_PATH|CONFIG_\w+|PROXY_COMMAND)|npm_config_\w+|PIP_(INDEX_URL|EXTRA_INDEX_URL|CONFIG_FILE)|MAKEFLAGS|DOCKER_HOST|KUBECONFIG|HTTPS?_PROXY)$/i;

/** Whether what stands in a variable of that name is run, or says what is. */
export function startsCode(name: string): boolean {
  return CODE.test(name);
}
