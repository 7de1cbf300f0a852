export const HELP = `Reviews changes to delivery pipelines: workflows, Dockerfiles, Terraform, Kubernetes, ML pipelines.

  pipewright review [--repo DIR] [--base REF] [--head REF] [--staged] [--judge] [--dry-run] [--fix]
                    [--receipt FILE]
      reviews the change between the default branch and the working tree
  pipewright scan [PATH...] [--kind KIND] [--isolated]
      looks at files as they are
  pipewright rules | explain RULE
      lists the rules, shows the page of one
  pipewright checklists [FILE] [--persona NAME|FILE] [--explain]
      lists what the personas, or an agent file, answer; and why
  pipewright policy [PATH]
      shows every setting that holds, and the file it came from
  pipewright debt [PATH...] [--repo DIR]
      counts what exists in the repository, by rule, folder and owner
  pipewright preview [--since 90d] [--repo DIR] [--base REF] [--settings FILE]
      replays what was merged and says what each gate would have stopped
  pipewright init [--mode MODE] [--action OWNER/REPO@COMMIT] [--app-id N] [--force] | init --org
      writes settings and a workflow, prints the ruleset of the App; prints what an organisation needs
  pipewright doctor
      says whether everything needed is there, for an App as well

  --format pretty|markdown|json|sarif|html|github     how the result is written
  --strictness regular|pedantic                       whether rules that few teams want speak as well
  --persona NAME|FILE                                 who reviews, whatever the change touches
  --mode observe|advise|enforce                       whether findings gate
  --organisation FILE                                 stands for the organisation's settings that yours extend

Exit code: 0 passed, 1 the gate failed (scan: something was found), 2 wrong use or settings, 3 the review is incomplete.
`;
